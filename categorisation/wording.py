"""Fold names and purposes, so that one party and one kind of payment read alike each time."""

import re
import unicodedata
from functools import lru_cache

TEXT_MAX = 600
"""Letters that are read of a name or purpose: SEPA's purpose has 140, Ukraine's 420."""
_CACHED = 4_096

_LATIN = str.maketrans(
    {
        **dict(zip("абвгґдезиійклмнопрстуфыэёъь", "abvhgdezyiiklmnoprstufyeeъь", strict=True)),
        "є": "ie",
        "ж": "zh",
        "ї": "i",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ю": "iu",
        "я": "ia",
        "ъ": "",
        "ь": "",
        "'": "",
        "’": "",
        "ʼ": "",
        "ł": "l",
        "ø": "o",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
    }
)
"""Ukraine's passport spelling (cabinet resolution 55 of 2010), Russian letters beside it."""

_SAME_SOUND = (("ya", "ia"), ("yu", "iu"), ("ye", "e"), ("ie", "e"), ("yi", "i"), ("g", "h"))
"""Spellings of one sound: Tetyana, Tetiana; Sergiy, Serhii."""

LEGAL_FORMS = frozenset(
    "tov fop pp prat pat at ooo oao zao ip chp ao tzov dp kp "
    "ltd limited llp llc plc inc corp co company gmbh ag kg ug srl sarl sas sa spa bv nv ab as "
    "oy aps sro spzoo ou uab sia lp the tovarystvo obmezhenoiu vidpovidalnistiu pryvatne "
    "aktsionerne pidpryiemstvo fizychna osoba pidpryemets pidpryiemets obshchestvo ohranychennoi "
    "otvetstvennostiu".split()
)
"""Words of a name that say what kind of company it is, folded."""

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\w[\w/]*")
_DIGIT = re.compile(r"\d")
_DOTTED = re.compile(r"\b(?:https?://|www\.)|\.(?:com|co\.uk|org|net|ua|ru|eu)\b")


@lru_cache(maxsize=_CACHED)
def plain(text: str) -> str:
    """Lower, transliterate and strip accents; at most `TEXT_MAX` letters of it."""
    lowered = text[:TEXT_MAX].lower()
    if lowered.isascii():
        return lowered.replace("'", "")
    latin = lowered.translate(_LATIN)
    if latin.isascii():
        return latin
    apart = unicodedata.normalize("NFKD", latin)[: 2 * TEXT_MAX]
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


_PERIODS = frozenset(
    plain(word)
    for word in (
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec quarter q year half "
        "січень січня січні лютий лютого лютому березень березня березні квітень квітня квітні "
        "травень травня травні червень червня червні липень липня липні серпень серпня серпні "
        "вересень вересня вересні жовтень жовтня жовтні листопад листопада листопаді "
        "грудень грудня грудні квартал кварталу кварталі кв півріччя рік року році р рр "
        "январь января январе февраль февраля феврале март марта марте апрель апреля апреле "
        "май мая мае июнь июня июне июль июля июле август августа августе сентябрь сентября "
        "сентябре октябрь октября октябре ноябрь ноября ноябре декабрь декабря декабре янв фев "
        "апр авг сент окт нояб дек квартала квартале полугодие полугодия год года году г гг "
        "i ii iii iv"
    ).split()
)
"""Words that say when and not what, folded: rent for November is rent for December too."""


@lru_cache(maxsize=_CACHED)
def party_key(name: str) -> str:
    """Give a counterparty's name without legal form, digits, alphabet or spelling of sounds."""
    words = _WORD.findall(_DOTTED.sub(" ", plain(name)))
    kept = [word for word in words if word not in LEGAL_FORMS]
    return _one_sound(" ".join(kept or words))


@lru_cache(maxsize=_CACHED)
def skeleton(purpose: str) -> str:
    """Give what a purpose says without numbers, dates, names of months and references."""
    words = _WORD.findall(plain(purpose))
    kept = [word for word in words if word not in _PERIODS]
    return " ".join((kept or words)[:16])


def tokens_of(text: str) -> list[str]:
    """Give the words of a folded text with their digits: account codes, contract numbers."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=_CACHED)
def words_of(text: str) -> tuple[str, ...]:
    """Fold a text and give its words with their digits."""
    return tuple(tokens_of(plain(text)))


@lru_cache(maxsize=_CACHED)
def beside_name(name: str) -> tuple[str, ...]:
    """Give what a name has beside its words: a branch, a terminal, an order, marks of a site."""
    numbers = [word for word in words_of(name) if _DIGIT.search(word)]
    return (*numbers, *_DOTTED.findall(plain(name)))


def _one_sound(text: str) -> str:
    for spelling, sound in _SAME_SOUND:
        text = text.replace(spelling, sound)
    return text.replace("ii", "i").replace("yi", "i")
