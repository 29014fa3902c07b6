"""Who took part in an operation, and how: the one who gave, the one who got, or just named."""

import enum
from dataclasses import dataclass
from itertools import pairwise

from parsing.annotation.spans import Span, SpanKind
from parsing.operation.beside_names import (
    INSTRUMENTAL,
    has_phone,
    is_beside_legal,
    is_paid_firm,
)
from parsing.operation.clues import Clues
from parsing.operation.names import PLAIN, is_name, is_whose
from parsing.operation.trades_and_genders import (
    has_worked,
    is_craftsman,
    is_of_another_who_did,
    with_trade_apart,
)

_ARTICLE_REACH = 3


class Part(enum.StrEnum):
    """How a party stands to what was done."""

    SUBJECT = "subject"
    """It did it itself: "the courier brought"."""
    SOURCE = "source"
    """The money came from it: "від клієнта"."""
    TARGET = "target"
    """The money went to it: "to Ihor", "монтажнику", "gave Ihor"."""
    NAMED = "named"
    """It is only mentioned."""


@dataclass(frozen=True, slots=True)
class Party:
    """A person, firm or place of money in an operation."""

    index: int
    role: str
    """A role word's value; "person" for a name, "firm" for a firm."""
    part: Part
    span: Span


def find_parties(clues: Clues) -> list[Party]:
    """Give everyone who is named in an operation, left to right."""
    parties: list[Party] = []
    verb_at = clues.by_kind.get(SpanKind.VERB, [-1])[0]
    for index, span in enumerate(clues.spans):
        role = _role_of(clues, index, span)
        if not role:
            continue
        before = parties[-1] if parties and parties[-1].index == index - 1 else None
        part = _part_of(clues, index, span, verb_at)
        if before is not None and _is_one_with(clues, before, role, span):
            part = before.part
        elif before is not None and part is Part.SUBJECT and before.part is Part.NAMED:
            is_fellow = is_of_another_who_did(clues, before.index, verb_at)
            part = Part.NAMED if is_fellow else part  # "дід Панько лагодив, дала"
        if role in _PAID_FOR_WORK and has_worked(clues, index):
            role, part = _PAID_FOR_WORK[role], Part.TARGET
        named, trade = with_trade_apart(clues, span)
        if trade:
            parties.append(Party(index, trade, part, span))
        parties.append(Party(index, role, part, named))
    return parties


_PAID_FOR_WORK = {"surname": "person", "customer": "installer", "person": "person"}
"""What whoever did a job is to us, who pays him: no buyer."""


def _is_one_with(clues: Clues, before: Party, role: str, span: Span) -> bool:
    """Tell whether two words side by side are of one person: "кур'єр Іван", "Яні Дмитрук"."""
    is_family = role == before.role and clues.lexicon.has_ending(span.folded, "surname")
    return before.part is not Part.NAMED and (before.role != role or is_family)


def _role_of(clues: Clues, index: int, span: Span) -> str:
    if span.kind is SpanKind.ROLE:
        return span.value
    if span.kind is SpanKind.FIRM:
        return "firm"
    if span.kind is SpanKind.NAME:
        is_formal = (before := clues.neighbour(index, -1)) is not None and before.value == "title"
        is_long = len(span.text) >= PLAIN  # "Генка" ends as families do
        is_family = is_long and clues.lexicon.has_ending(span.folded, "family_name")
        return "surname" if is_formal or is_family else "person"
    if not is_name(clues, index, span):
        return "craftsman" if is_craftsman(clues, index, span) else ""
    is_firm = clues.lexicon.has_ending(span.folded, "firm") and span.text[0].isupper()
    before = clues.neighbour(index, -1)
    is_supplier = before is not None and before.value == "supplier"  # "постачальник Ткаченко"
    if is_firm or is_supplier or is_beside_legal(clues, index):
        return "firm"
    return "surname" if _is_surname(clues, index, span) else "person"


def _is_surname(clues: Clues, index: int, span: Span) -> bool:
    """Tell a customer's family name from the first name that people of the shop go by."""
    before = clues.neighbour(index, -1)
    has_title = before is not None and before.value == "title"
    is_written = clues.lexicon.has_ending(span.folded, "surname") or has_phone(clues, index)
    return has_title or is_written or is_whose(clues, index)


_PREPOSITION_PARTS = {
    "from": Part.SOURCE,
    "subject": Part.SUBJECT,
    "to": Part.TARGET,
    "into": Part.TARGET,
}


def _part_of(clues: Clues, index: int, span: Span, verb_at: int) -> Part:
    # "За кран, що Пашка взяв": who only took it before is named aside.
    preposition = "aside" if span.value == "aside" else _preposition_before(clues, index)
    is_paid_there = span.value == "bank" and clues.has(SpanKind.PURPOSE, *_PAID_AT_BANKS)
    if is_paid_there and (verb_at < 0 or clues.spans[verb_at].value in _PAID_THERE):
        return Part.NAMED
    if preposition == "in":
        return _part_in(clues, span)
    if preposition == "from" and span.folded.endswith(INSTRUMENTAL):
        return Part.TARGET  # "розрахувався з Гідросервісом": settled up with
    if preposition:
        return _PREPOSITION_PARTS.get(preposition, Part.NAMED)
    return _part_by_order(clues, index, span, verb_at)


def _part_by_order(clues: Clues, index: int, span: Span, verb_at: int) -> Part:
    """Tell a party's part without a preposition: by its case, and where the verb stands."""
    verb = clues.spans[verb_at] if verb_at >= 0 else span
    before = clues.neighbour(index, -1)
    if before is not None and before.text.casefold() in _SETTLED_WITH:
        # "Рассчитала Шевчука" paid him off; with goods in it, he may have been served: ask.
        return Part.NAMED if clues.has(SpanKind.GOODS) else Part.TARGET
    if verb_at == index - 1 and _is_of_many(verb, span):
        return Part.TARGET  # "вернули Мельник": the one is no subject of the many
    return _part_by_case(clues, index, span, verb_at)


def _part_by_case(clues: Clues, index: int, span: Span, verb_at: int) -> Part:
    """Tell the part of a party from its case; a nominative before a verb did it."""
    if is_of_another_who_did(clues, index, verb_at) or is_paid_firm(clues, index, verb_at):
        return Part.NAMED  # "доїхав Руслан, віддала": she who writes gave
    verb = clues.spans[verb_at] if verb_at >= 0 else span
    before = clues.neighbour(index, -1)
    # A name in Latin letters beside an English verb is one as English puts it.
    is_latin = span.folded.isascii() or (span.text.isascii() and verb.folded.isascii())
    if not is_latin and (_is_dative(clues, span) or is_craftsman(clues, index, span)):
        return Part.TARGET
    if is_latin and span.value == "customer" and before is not None and before.text == ",":
        return Part.SUBJECT  # "pd 450 for tap, customer"
    is_after = index > verb_at
    if verb_at < 0 or (span.kind is SpanKind.FIRM and not is_latin and is_after):
        return Part.NAMED
    return Part.TARGET if is_latin and index > verb_at else Part.SUBJECT


_SETTLED_WITH = frozenset(
    "рассчитал рассчитала рассчитали расчитал расчитала расчитали розрахував розрахувала"
    " розрахували розщитала розщитав розщитали обрахувала".split()
)
"""What takes whoever got the money as its object; "рассчиталась" is another word."""
_PAID_THERE = frozenset({"give", "pay", "put_in"})
_PAID_AT_BANKS = ("taxes_fees", "utilities", "rent", "phone_internet")
"""What is paid over a bank's counter."""


def _part_in(clues: Clues, span: Span) -> Part:
    """Read "в" and "у": into a bank or safe, but from a person.

    "В банке" is where it was taken from; "у банку" may be both.
    """
    if span.kind is not SpanKind.ROLE or span.value not in {"bank", "safe", "till"}:
        return Part.SOURCE
    if clues.lexicon.has_ending(span.folded, "unsure_place"):
        return Part.NAMED
    return Part.SOURCE if clues.lexicon.has_ending(span.folded, "locative") else Part.TARGET


def _preposition_before(clues: Clues, index: int) -> str:
    """Give the preposition before a party, over an article or "our"."""
    is_english_role = (
        clues.spans[index].kind is SpanKind.ROLE and clues.spans[index].text.isascii()
    )
    for step in range(1, _ARTICLE_REACH + is_english_role):
        before = clues.neighbour(index, -step)
        if before is None:
            return ""
        if is_english_role and step == 1 and _is_of_what_kind(before):
            continue  # "off the market guy"
        if before.kind is SpanKind.PREPOSITION:
            return before.value
        if before.kind is SpanKind.VERB and before.folded.endswith(_WITH_PREPOSITION):
            return before.folded.rpartition(" ")[2]
        if before.kind is not SpanKind.COMMON:
            return ""
    return ""


def _is_of_what_kind(span: Span) -> bool:
    """Tell whether an unknown English word may say what kind of guy is meant."""
    return span.kind is SpanKind.WORD and span.text.isascii() and span.text.islower()


_GIVEN = frozenset({"give", "give_back"})


def _is_of_many(verb: Span, span: Span) -> bool:
    """Tell whether a verb in the plural stands before one person's name."""
    is_many = (
        verb.value in _GIVEN and verb.folded.endswith("ли") and span.kind is not SpanKind.ROLE
    )
    return is_many and span.kind is not SpanKind.FIRM and not span.folded.endswith(("и", "ы"))


_WITH_PREPOSITION = (" from", " to")
"""What English verbs end in that were read with their preposition: "received from"."""


def _is_dative(clues: Clues, span: Span) -> bool:
    kind = "dative_name" if span.kind is not SpanKind.ROLE else "dative"
    return clues.lexicon.has_ending(span.folded, kind)


def counterparty_of(parties: list[Party]) -> str | None:
    """Give the name as it was typed: one who gave or got before one who is only named."""
    named = [party for party in parties if party.role in {"person", "surname", "firm"}]
    for part in (Part.TARGET, Part.SOURCE, Part.SUBJECT, Part.NAMED):
        found = [party for party in named if party.part is part]
        if found:
            return _full_name(found)
    return None


def _full_name(found: list[Party]) -> str:
    """Join the words of a name that stand directly after one another."""
    words = [found[0].span.text]
    for before, party in pairwise(found):
        if party.index != before.index + 1:
            break
        words.append(party.span.text)
    return " ".join(words)
