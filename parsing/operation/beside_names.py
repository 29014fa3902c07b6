"""See beside a word that it names somebody: a telephone, a firm's form, where he is from."""

from parsing.annotation.no_money import is_capital
from parsing.annotation.spans import Span, SpanKind
from parsing.operation.clues import Clues
from parsing.operation.makes import QUOTES
from parsing.operation.trades_and_genders import is_done_by_a_man

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
    """Tell whether who sells heads what we paid for: "ООО Инсталла, муфты, отдали 6 830".

    "Оптовик выбрал муфты, расплатился": what a man did, the supplier himself may have done.
    """
    span, before, after = (clues.neighbour(index, step) for step in (0, -1, 1))
    if span is None or verb_at <= index or clues.spans[verb_at].value not in _GIVEN:
        return False
    verb, between = clues.spans[verb_at], clues.spans[index + 1 : verb_at]
    if "supplier" in {span.value, before.value if before else ""}:
        is_apart = any(each.text in _BEHIND_HEADING for each in between)
        return is_apart and not is_done_by_a_man(verb)
    is_legal = is_beside_legal(clues, index)
    if after is not None and after.value == "legal":
        after = clues.neighbour(index, 2)
    is_firm = is_legal or span.kind is SpanKind.FIRM
    is_firm = is_firm or clues.lexicon.has_ending(span.folded, "firm")
    is_heading = is_firm and after is not None and after.text in _BEHIND_HEADING
    is_ours = verb.folded.endswith(_WE_DID)
    return is_heading and is_ours and any(each.kind is SpanKind.GOODS for each in between)


_GIVEN = frozenset({"give", "pay"})
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
    """Tell whether a word says where it is from: "мужик с Котовского", "фура з Хмельницького".

    A family may be called as a town is, but brings nothing that is told as a delivery.
    """
    before, who = clues.neighbour(index, -1), clues.neighbour(index, -2)
    if before is None or who is None:
        return False
    is_customer = who.kind is SpanKind.ROLE and who.value == "customer"
    if before.folded == "from":
        return is_customer
    word = clues.spans[index].folded
    if before.folded not in _OUT_OF:
        return False
    is_right_behind = who.value in _CARRIED and not clues.has(SpanKind.VERB, "take", "receive")
    if is_right_behind and not word.endswith(_FAMILIES):
        return True  # "доставка фури з Хмельницького"
    is_town = word.endswith(_AS_TOWNS) and _is_carried(clues)
    return not word.endswith(INSTRUMENTAL) and (is_customer or is_capital(who) or is_town)


def _is_carried(clues: Clues) -> bool:
    carried = clues.all(SpanKind.PURPOSE, SpanKind.THING)
    return any(span.value in _CARRIED for span in carried)


_FAMILIES = ("енка", "енко", "чука", "щука", "юка", "ука", "ака", "яка")
"""Endings of a family name that no town has: who is charged for a delivery."""
_CARRIED = frozenset({"delivery", "fuel_transport"})
_OUT_OF = frozenset({"з", "із", "зі", "с", "со"})
_AS_TOWNS = ("ського", "цького", "ского", "цкого")


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
