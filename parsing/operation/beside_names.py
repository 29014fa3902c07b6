"""See beside a word that it names somebody: a telephone, a firm's form, where he is from."""

from parsing.annotation.no_money import is_capital
from parsing.annotation.spans import Span, SpanKind
from parsing.operation.clues import Clues
from parsing.operation.makes import QUOTES

INSTRUMENTAL = ("ом", "ем", "єм", "ою", "ею", "ами")


def is_beside_legal(clues: Clues, index: int) -> bool:
    """Tell whether a firm's form stands beside its name: "ООО Инсталла", "Инсталла ООО"."""
    before, after = clues.neighbour(index, -1), clues.neighbour(index, 1)
    if before is not None and before.value == "legal":
        return True
    beyond = clues.neighbour(index, 2)
    is_of_next = beyond is not None and (beyond.text in QUOTES or is_capital(beyond))
    is_after = after is not None and after.value == "legal" and not is_of_next
    return is_after and clues.spans[index].text[0].isupper()


def is_paid_firm(clues: Clues, index: int, verb_at: int) -> bool:
    """Tell whether a firm heads what we paid it for: "ООО Инсталла, муфты, отдали 6 830"."""
    span, after = clues.spans[index], clues.neighbour(index, 1)
    if after is not None and after.value == "legal":
        after = clues.neighbour(index, 2)
    is_firm = span.kind is SpanKind.FIRM or is_beside_legal(clues, index)
    is_firm = is_firm or clues.lexicon.has_ending(span.folded, "firm")
    is_heading = is_firm and after is not None and after.text in _BEHIND_HEADING
    if not is_heading or verb_at <= index:
        return False
    verb, between = clues.spans[verb_at], clues.spans[index + 1 : verb_at]
    is_ours = verb.value in {"give", "pay"} and verb.folded.endswith(_WE_DID)
    return is_ours and any(each.kind is SpanKind.GOODS for each in between)


_BEHIND_HEADING = frozenset({",", ":", "-", "–", "—"})
_WE_DID = ("ли", "ла")


def has_phone(clues: Clues, index: int) -> bool:
    """Tell whether a telephone stands behind a word: "Bondar +380671119944", "Honta, 067 …"."""
    step = 1
    while (after := clues.neighbour(index, step)) is not None and after.text in _BEFORE_PHONE:
        step += 1
    return after is not None and after.kind is SpanKind.PHONE


_BEFORE_PHONE = frozenset({",", "+", "("})


def is_where_from(clues: Clues, index: int) -> bool:
    """Tell whether a word says where somebody is from: "мужик с Котовского", "bro from Bila"."""
    before, who = clues.neighbour(index, -1), clues.neighbour(index, -2)
    if before is None or who is None:
        return False
    is_customer = who.kind is SpanKind.ROLE and who.value == "customer"
    if before.folded == "from":
        return is_customer
    is_with = clues.spans[index].folded.endswith(INSTRUMENTAL)
    is_carried = who.value in _CARRIED and not clues.has(SpanKind.VERB, "take", "receive")
    is_family = clues.spans[index].folded.endswith(_FAMILIES)
    if before.folded in _OUT_OF and is_carried and not is_family:
        return True  # "доставка фури з Хмельницького"
    return before.folded in _OUT_OF and not is_with and (is_customer or is_capital(who))


_FAMILIES = ("енка", "енко", "чука", "щука", "юка", "ука", "ака", "яка")
"""Endings of a family name that no town has: who is charged for a delivery."""
_CARRIED = frozenset({"delivery", "fuel_transport"})
_OUT_OF = frozenset({"з", "із", "зі", "с", "со"})


def is_possessive(span: Span) -> bool:
    """Tell whether an English "'s" stood there, which reading has taken off: "Melnyk's pump"."""
    return span.text.isascii() and span.end - span.start > len(span.text)


def is_headed_by_person(clues: Clues, index: int) -> bool:
    """Tell whether a word stands alone behind what needs somebody: "Prepaid: Kravets, 1500"."""
    heading, colon, after = (clues.neighbour(index, step) for step in (-2, -1, 1))
    if heading is None or colon is None or after is None:
        return False
    return colon.text == ":" and after.text == "," and heading.value in _OF_SOMEBODY


_OF_SOMEBODY = frozenset({"customer_prepayment", "customer_refund", "salary", "salary_advance"})


def is_latin_dative(clues: Clues, index: int) -> bool:
    """Tell whether it is said to whom, and then for what, in Latin letters: "Olezhyku na benzyn".

    "Fatynu na 400" tells of cloth.
    """
    span, after, beyond = clues.spans[index], clues.neighbour(index, 1), clues.neighbour(index, 2)
    if after is None or beyond is None or after.text.casefold() not in _FOR_WHAT:
        return False
    is_for_thing = beyond.kind in {SpanKind.PURPOSE, SpanKind.THING}
    return is_for_thing and span.text.isascii() and span.text.endswith(_LATIN_DATIVES)


_FOR_WHAT = frozenset({"na", "za"})
_LATIN_DATIVES = ("ku", "ovi", "evi", "iu", "yu", "nu", "ru", "lu", "ci", "tsi", "ni", "li")
