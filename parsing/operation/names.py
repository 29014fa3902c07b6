"""Tell a name from a word that nobody knows: by its capital, its ending, what is around it."""

from parsing.annotation.spans import Span, SpanKind
from parsing.operation.beside_names import (
    has_phone,
    is_beside_legal,
    is_headed_by_person,
    is_latin_dative,
    is_possessive,
    is_where_from,
)
from parsing.operation.clues import Clues
from parsing.operation.makes import names_a_thing
from parsing.operation.trades_and_genders import is_small_name

_SHORT_NAME = 2
_ABBREVIATION = 4
PLAIN = 6
"""A family name is known by its ending without a capital, too, if it is as long as this."""


def is_name(clues: Clues, index: int, span: Span) -> bool:
    """Tell whether an unknown word is written as a name: a capital not owed to the sentence."""
    if span.kind is not SpanKind.WORD or len(span.text) < _SHORT_NAME:
        return False
    before = clues.neighbour(index, -1)
    is_titled = before is not None and before.value == "title"
    if is_titled or is_beside_legal(clues, index):
        return True
    is_place = before is not None and before.folded in _AT_A_PLACE
    is_place = is_place and not (_is_bought_there(clues, span) or _is_of_somebody(clues, index))
    is_place = is_place or is_where_from(clues, index)
    is_place = is_place or (
        span.folded in clues.lexicon.ordinary
        and _begins_sentence(before, index)
        and not has_phone(clues, index)
    )
    if before is not None and names_a_thing(clues, index, before):
        return False
    if len(span.text) >= PLAIN and clues.lexicon.has_ending(span.folded, "plain_surname"):
        return True
    is_shouted = len(span.text) > _ABBREVIATION and span.text.isupper()
    is_initials = len(span.text) <= _SHORT_NAME and span.text.isupper() and span.text.isascii()
    is_initials = is_initials or _ROMAN.issuperset(span.text)
    is_shouted = is_shouted or is_initials
    if is_place or is_shouted or not span.text[0].isupper():
        return not is_place and is_small_name(clues, index)
    return not _begins_sentence(before, index) or _points_of_first(clues, index, span) >= _NAMED


_NAMED = 2
"""A word that begins a sentence is a name if so many points speak for it."""


def _points_of_first(clues: Clues, index: int, span: Span) -> int:
    """Weigh whether a word that begins a sentence is a name, which its capital does not tell."""
    after = clues.neighbour(index, 1)
    points = 0
    if _is_written_as_name(clues, span):
        points += 2
    if has_phone(clues, index):
        points += 3
    is_told = _is_told_who(clues, index) or _does_something(clues, index)
    if is_told or _tells_of_him(clues, index, span):
        points += 2
    elif _is_paid_for(clues, index) or _bills(clues, index):
        points += 2 - span.folded.endswith(_OF_WORDS)
    if is_headed_by_person(clues, index):
        points += 2
    if _says_of_what_kind(span, after) or span.text.endswith(_SHORTENED):
        points -= 3
    return points


_SHORTENED = ("'ve", "’ve", "'ll", "’ll", "'m", "’m", "'d", "’d", "'re", "’re")


def _is_written_as_name(clues: Clues, span: Span) -> bool:
    """Tell whether a word ends as a family's or a firm's name does, or has an English "'s"."""
    is_firm = clues.lexicon.has_ending(span.folded, "firm") and len(span.text) > PLAIN
    return is_firm or clues.lexicon.has_ending(span.folded, "surname") or is_possessive(span)


_ACTING = frozenset({SpanKind.VERB, SpanKind.LEFTOVER})
_BETWEEN = frozenset(
    {SpanKind.COMMON, SpanKind.DATE, SpanKind.NEGATION, SpanKind.PERSON, SpanKind.PLACE}
)
_REACH = 5
_ACTED = (
    "ив", "ав", "яв", "їв", "ув", "ил", "ал", "ял", "ел", "ул", "ыл", "ила", "ала", "яла",
    "ела", "ула", "ыла", "ився", "ався", "ался", "ился", "алась", "илась", "ed",
)  # fmt: skip
_ACTED_IN_ENGLISH = frozenset("took had came got gave put went left quit brought here".split())
_WHO = frozenset("що який яка що который которая что who".split())
_DOINGS = (
    *(
        "ли",
        "ла",
        "ло",
        "ть",
        "ти",
        "те",
        "уй",
        "ай",
        "но",
        "и",
        "ы",
        "і",
        "ї",
        "е",
        "у",
        "ю",
        "о",
    ),
    *("ing", "ed", "ly"),
)
"""How words end that are no name of who did something: of what was done, to what, and how."""


def _does_something(clues: Clues, index: int) -> bool:
    """Tell whether a clause goes on with what somebody did: "Мельник наконец закрыл долг"."""
    if clues.spans[index].folded.endswith(_DOINGS):
        return False
    is_from_somewhere = False
    for step in range(1, _REACH + 1):
        span = clues.neighbour(index, step)
        if span is None:
            return False
        if span.kind in _ACTING or _is_act(span) or (step == 1 and span.value == "debt"):
            return True
        is_from_somewhere = is_from_somewhere or span.value == "from"
        is_who = span.value == "relative" or span.folded in _WHO
        if is_who and clues.has(SpanKind.VERB):
            return True
        is_comma = step == 1 and span.text == ","
        is_at = span.value == "at_time"  # "at last"
        if not (span.kind in _BETWEEN or is_from_somewhere or is_comma or is_at):
            return False
    return False


def _is_act(span: Span) -> bool:
    """Tell whether a word is one that somebody did, be it of no money."""
    if span.folded in _ACTED_IN_ENGLISH:
        return True
    word = span.folded.partition(" ")[0]  # "закрив борг"
    is_word = span.kind in _SAID
    return is_word and len(word) >= _ABBREVIATION and word.endswith(_ACTED)


_SAID = frozenset({SpanKind.WORD, SpanKind.COMMON, SpanKind.PURPOSE, SpanKind.THING})
_THINGS = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.BRAND})
_SIGNS = frozenset({":", ",", "-", "–", "—"})
_OF_PEOPLE = frozenset(
    {"salary", "salary_advance", "customer_refund", "customer_prepayment", "sale_cash"}
)
"""What is told with whose it is."""


def _is_paid_for(clues: Clues, index: int) -> bool:
    """Tell whether it is said what somebody got it for: "X за роутер", "X: аванс 1000"."""
    after, beyond = clues.neighbour(index, 1), clues.neighbour(index, 2)
    if after is None or beyond is None:
        return False
    if after.value == "for_price":
        return beyond.kind in _THINGS
    if after.text not in _SIGNS:
        return False
    further = clues.neighbour(index, 3)
    is_priced = beyond.kind is SpanKind.AMOUNT and further is not None
    if is_priced and further is not None and further.value == "for_price":
        return True
    return beyond.kind is SpanKind.PURPOSE and beyond.value in _OF_PEOPLE


def _is_told_who(clues: Clues, index: int) -> bool:
    """Tell whether it is said who that is: "Галушка монтажник", "Moroz (owner)", "X і Петро"."""
    after, beyond = clues.neighbour(index, 1), clues.neighbour(index, 2)
    if after is None:
        return False
    is_apart = after.text == "(" or after.folded == "the"
    role = beyond if is_apart and beyond is not None else after
    if role.kind is SpanKind.ROLE:
        is_told = is_apart or not _may_agree(clues.spans[index].folded, role)
        return is_told and role.value in _TRADES and role.text.islower()
    return after.kind is SpanKind.JOINER and beyond is not None and beyond.kind is SpanKind.NAME


def _may_agree(word: str, role: Span) -> bool:
    """Tell whether a word may only say of what kind somebody is: "тимчасова прибиральниця"."""
    if word.isascii():
        return role.value not in _OF_FIRMS or word.endswith((*_OF_WORDS, *_OF_KINDS))
    is_her = word.endswith(("а", "я")) and role.folded.endswith(("а", "я"))
    return is_her or word.endswith(("ий", "ій", "ый", "ой", "і", "ые", "ие", "ли", "ло", "ть"))


_OF_FIRMS = frozenset({"supplier", "courier"})
"""Who comes from a firm that he is told of with: "Aquaterm rep"."""
_OF_KINDS = ("y", "ous", "ful", "ic", "ive")
_TRADES = frozenset(
    {"customer", "supplier", "staff", "courier", "cleaner", "installer", "loader", "owner"}
)


def _bills(clues: Clues, index: int) -> bool:
    """Tell whether goods with a bill follow a firm: "X, муфты, накладная 4471"."""
    after, beyond = clues.neighbour(index, 1), clues.neighbour(index, 2)
    if after is None:
        return False
    if after.kind is SpanKind.PURPOSE and after.folded.startswith(_BY_BILL):
        return True
    is_of_goods = beyond is not None and beyond.kind in _THINGS | {SpanKind.QUANTITY}
    is_apart = after.text in _SIGNS and is_of_goods
    return is_apart and clues.has(SpanKind.DOCUMENT_WORD)


_BY_BILL = ("по наклад", "за наклад", "по рах", "по счет")
_OF_WORDS = (
    *("ли", "ла", "ло", "ть", "ти", "те", "уй", "ай", "ка", "ки", "ок", "ння", "ние", "ття"),
    *("ция", "ція", "сть", "но", "ий", "ый", "і", "ї", "и", "ы", "е", "у", "ю", "о", "ing", "ed"),
    *("ly", "ion", "ment", "ity", "ness", "al", "er", "nd", "th", "st", "ance", "ence", "ure"),
    "age",
)  # fmt: skip
"""How words end that are hardly a name: of what is done, what it is done to, and how."""
_OF_WHAT_KIND = (
    (("ова", "ева", "єва", "ська", "ская", "на", "ная", "няя", "ня"), ("а", "я")),
    (("ову", "еву", "єву", "ську", "скую", "ну", "ную", "нюю", "ню"), ("у", "ю")),
    (("ове", "еве", "єве", "ське", "ское", "не", "ное", "нее", "нє"), ("о", "е", "я")),
    (("ові", "еві", "єві", "ські", "ские", "ні", "ные", "ние"), ("и", "і", "ы", "ї")),
)
"""How a word ends that says of what kind a thing is, and how the thing does then."""


def _says_of_what_kind(span: Span, after: Span | None) -> bool:
    """Tell whether a word only says of what kind the next one is: "листопадова оренда"."""
    if after is None or after.kind not in _THINGS or after.value in _OF_PEOPLE:
        return False
    return any(
        span.folded.endswith(kind) and after.folded.endswith(named)
        for kind, named in _OF_WHAT_KIND
    )


_ROMAN = frozenset("IVXІХ")
"""Figures of quarters and floors: "за III квартал" names nobody."""


def _is_bought_there(clues: Clues, span: Span) -> bool:
    """Tell whether a place is where goods were bought: "взяли в Сантехцентрі труби"."""
    if clues.has(SpanKind.VERB, "buy"):
        return True
    if not clues.has(SpanKind.GOODS):
        return False
    if clues.has(SpanKind.VERB, "take") and clues.has(SpanKind.VERB, "give", "pay"):
        return True  # "брали в Санпласта муфти, віддали 1 980"
    is_got = clues.has(SpanKind.VERB, "take", "pay", "receive")
    return is_got and span.folded.startswith(_SHOPS)


_WHOSE = (
    "енка", "юка", "ука", "ака", "яка", "щука", "ського", "цького", "ского", "цкого", "ика",
    "ця", "аря", "оза", "ича",
)  # fmt: skip
"""How a family name ends from whom something is taken; no town in which it is does."""


def is_whose(clues: Clues, index: int) -> bool:
    """Tell whether "взяла в Степанюка" was taken from him."""
    taken, at = clues.neighbour(index, -2), clues.neighbour(index, -1)
    is_taken = taken is not None and taken.value in {"take", "receive"}
    is_taken = is_taken and at is not None and at.folded in {"в", "у"}
    return is_taken and clues.spans[index].folded.endswith(_WHOSE)


def _is_of_somebody(clues: Clues, index: int) -> bool:
    """Tell whether "в" is "у" before whom something is from: a place ends otherwise behind it."""
    before = clues.neighbour(index, -1)
    is_at = before is not None and before.folded == "в"
    return is_whose(clues, index) or (is_at and clues.spans[index].folded.endswith(("а", "я")))


def _begins_sentence(before: Span | None, index: int) -> bool:
    if before is None:
        return True
    if before.text in _EMPHASIS:
        return index == 1
    is_dash_first = before.text in {"-", "–", "—"} and index == 1
    return is_dash_first or before.text in {".", "!", "?", ":"}


_EMPHASIS = frozenset({"*", "_"})


def _tells_of_him(clues: Clues, index: int, span: Span) -> bool:
    """Tell whether what follows the first word of a sentence is told of a person."""
    after = clues.neighbour(index, 1)
    is_to_him = clues.lexicon.has_ending(span.folded, "dative_name")
    is_to_him = is_to_him or is_latin_dative(clues, index)
    telling = _AFTER_A_DATIVE if is_to_him else _AFTER_A_NAME
    is_debtor = after is not None and after.value in {"sale_cash", "customer_prepayment"}
    beyond = clues.neighbour(index, 2)
    is_billed = after is not None and after.text == "," and beyond is not None
    if is_billed and beyond is not None and beyond.kind is SpanKind.DOCUMENT_WORD:
        return True  # "Akvaterm, invoice 5512"
    if after is not None and after.text == ":" and clues.has(SpanKind.PERSON, "him"):
        return span.folded.startswith(_SHOPS)  # "Терморынок: термоголовки 8 шт, отдали им …"
    if after is not None and after.value in _WAGES and not is_to_him:
        return not span.folded.endswith(_NO_NAMES)  # "Yasmin salary", "Мороз зарплата"
    is_of_mind = after is not None and after.folded.startswith(_CHANGED_HIS_MIND)
    return is_debtor or is_of_mind or (after is not None and after.kind in telling)


_WAGES = frozenset({"salary", "salary_advance"})
_NO_NAMES = (
    *("ly", "al", "ed", "st", "ing", "er", "nd", "th"),
    *("а", "я", "ий", "ій", "ый", "ой", "і", "ї", "и", "е", "у", "ю", "о"),
)  # fmt: skip
_CHANGED_HIS_MIND = ("передум", "відмов", "отказ", "changed", "cancel", "скасув", "отмен")
_AT_A_PLACE = frozenset({"в", "на", "до", "по", "at", "in", "on"})
_AFTER_A_NAME = frozenset({SpanKind.AMOUNT, SpanKind.VERB, SpanKind.PHONE, SpanKind.DOCUMENT_WORD})
_AFTER_A_DATIVE = _AFTER_A_NAME | {
    SpanKind.PREPOSITION,
    SpanKind.PURPOSE,
    SpanKind.THING,
    SpanKind.CASH,
}


_SHOPS = (
    "сант", "аква", "терм", "тепло", "гідро", "гидро", "епіцентр", "эпицентр", "буд", "строй",
    "опт", "маркет", "вода", "насос", "котел", "метиз", "інструмент", "инструмент", "електро",
    "электро", "мега", "leroy", "plumb", "therm", "aqua", "build", "tool", "screw", "home",
    "sant", "epi", "nova",
)  # fmt: skip
"""What shops where another shop buys begin with; other names after "in" are of places."""
