"""Tell the trade that a name is written with, and that a man is not the woman who did it."""

from dataclasses import replace

from parsing.annotation.crews import CREW
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold, scan_tokens
from parsing.operation.clues import Clues


def with_trade_apart(clues: Clues, span: Span) -> tuple[Span, str]:
    """Cut a trade off the name that it is written with: "Гена-вантажник", "Zina-cleaner".

    Returns:
        The name alone and the role; the name as it is and nothing where it has no trade.
    """
    name, dash, trade = span.text.rpartition("-")
    if not dash or span.kind is not SpanKind.NAME or not trade.islower():
        return span, ""
    found = clues.lexicon.find(scan_tokens(trade), 0)
    if found is None or found[0].kind is not SpanKind.ROLE:
        return span, ""
    return replace(span, text=name, folded=fold(name)), found[0].value


def is_of_another_who_did(clues: Clues, index: int, verb_at: int) -> bool:
    """Tell whether a man is named before what a woman did: "доїхав Руслан, віддала 1 600".

    She who writes gave it, and he got it. Family names end alike for both.
    """
    if verb_at <= index or not clues.spans[verb_at].folded.endswith(_OF_A_WOMAN):
        return False
    between = clues.spans[index + 1 : verb_at]
    is_apart = any(span.text in _BORDERS for span in between)
    near = (*clues.spans[max(0, index - 1) : index], *between[:1])
    return is_apart and (_is_of_a_man(clues.spans[index]) or any(map(is_done_by_a_man, near)))


def is_done_by_a_man(span: Span) -> bool:
    """Tell whether a word is what one man did: "лагодив", "привёз" is not seen from its end."""
    is_word = span.kind in {SpanKind.VERB, SpanKind.WORD, SpanKind.PURPOSE, SpanKind.COMMON}
    return is_word and len(span.folded) > _SHORT and span.folded.endswith(_DONE_BY_A_MAN)


_SHORT = 4
_DONE_BY_A_MAN = ("ив", "ав", "яв", "їв", "ів", "ил", "ал", "ял", "ел", "ул", "ув", "вся", "лся")


_OF_A_WOMAN = ("ла", "лася", "лась", "ddala", "tdala", "latyla", "latila")
_BORDERS = frozenset({",", ".", ";", "-", "–", "—"})
_MEN = frozenset({"courier", "loader", "installer", "handyman"})
_OF_MEN = tuple("бвгґджзйклмнпрстфхцчшщ")
_FELLOWS = ("дід", "дед", "дядьк", "мужик", "мужч", "хлопець", "хлопч", "парен", "пацан", "сусід",
            "сосед", "чоловік", "чувак", "студент", "майстер", "мастер")  # fmt: skip
_OF_FAMILIES = ("ук", "юк", "як", "ак", "чак", "енк")


def _is_of_a_man(span: Span) -> bool:
    word = span.folded
    is_first_name = span.kind is SpanKind.NAME and not word.endswith(_OF_FAMILIES)
    is_trade = span.kind is SpanKind.ROLE and span.value in _MEN
    is_fellow = span.kind is SpanKind.ROLE and word.startswith(_FELLOWS)
    return is_fellow or ((is_first_name or is_trade) and word.endswith(_OF_MEN))


def has_worked(clues: Clues, index: int) -> bool:
    """Tell whether a job is told beside whoever did it: "монтував Бойко", "fitted by the lads".

    With a verb of money he may as well be who had it done, and paid.
    """
    before = [it for it in clues.spans[max(0, index - _NEAR) : index] if it.kind not in _NO_WORDS]
    by = next((at for at, it in enumerate(before) if it.folded == "by"), -1)
    if by > 0:
        return _is_job(before[by - 1], ("",))
    if clues.has(SpanKind.VERB):
        return False
    if clues.spans[index].folded in CREW:
        return any(clues.has(kind, *_JOBS) for kind in (SpanKind.PURPOSE, SpanKind.THING))
    beside = (*before[-1:], *clues.spans[index + 1 : index + 2])
    return any(_is_job(it, _HE_DID) for it in beside)


def _is_job(span: Span, ends: tuple[str, ...]) -> bool:
    is_named = span.kind in {SpanKind.PURPOSE, SpanKind.THING} and span.value in _JOBS
    return is_named and span.folded.endswith(ends)


_NEAR = 5
_NO_WORDS = frozenset({SpanKind.COMMON, SpanKind.PUNCTUATION})
_JOBS = frozenset({"installer_services", "repairs_maintenance"})
_HE_DID = ("ив", "ав", "яв", "їв", "ув", "ил", "ал", "ял", "ел", "ул")


_FROM = frozenset({"from", "від", "од", "от", "vid", "ot"})
_GOT = frozenset({"receive", "take"})
_NAME_MIN = 4
_AFTER_NAMES = frozenset({SpanKind.AMOUNT, SpanKind.PREPOSITION, SpanKind.PUNCTUATION})


def is_small_name(clues: Clues, index: int) -> bool:
    """Tell whether an unread word in a message without capitals is from whom money came.

    "12k5 prepay from kozak for a heat pump": who types no capitals types names small, too.
    """
    before, after = clues.neighbour(index, -1), clues.neighbour(index, 1)
    if clues.spans[index].text[0].isupper():
        return False
    if before is None or before.folded not in _FROM or len(clues.spans[index].text) < _NAME_MIN:
        return False
    is_followed = after is None or after.kind in _AFTER_NAMES
    is_paid_down = any(span.value == "customer_prepayment" for span in clues.spans)
    is_got = any(span.value in _GOT for span in clues.all(SpanKind.VERB))
    is_sold = is_paid_down or (is_got and clues.has(SpanKind.GOODS))
    return is_followed and is_sold and not any(it.text[0].isupper() for it in clues.spans)


_CRAFTSMEN = (
    "щику", "чику", "нику", "никові", "щикам", "чикам", "никам", "исту", "истові", "истам", "істу",
    "істові", "істам", "ачу", "ачеві", "ачам", "ярю", "яру", "ярові", "ярам", "арю", "ареві",
    "арям", "тору", "торові", "торам", "еру", "ерові", "ерам", "телю", "телеві", "телям", "овару",
    "щиці", "щице", "льниці", "льнице", "чці", "чке",
)  # fmt: skip
"""How words for who does some work end as whom something is given."""
_CRAFT_MIN = 6
_GIVING = frozenset({"give", "pay"})


def is_craftsman(clues: Clues, index: int, span: Span) -> bool:
    """Tell whether an unknown word is whom work was paid: "жестянщику за отлив 1 250"."""
    if span.kind is not SpanKind.WORD or len(span.folded) < _CRAFT_MIN:
        return False
    if not span.text[0].islower() and index > 0:
        return False
    before, after = clues.neighbour(index, -1), clues.neighbour(index, 1)
    is_given = before is None or before.value in _GIVING or before.kind is SpanKind.PUNCTUATION
    is_for = after is not None and (
        after.value == "for_price"
        or after.kind is SpanKind.AMOUNT
        or after.kind is SpanKind.NAME
        or after.folded.startswith("за ")
    )
    return is_given and is_for and span.folded.endswith(_CRAFTSMEN)
