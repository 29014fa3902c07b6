"""An operation as the verbs see it: what was said, and who takes which part in it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsing.annotation.spans import Span, SpanKind
from parsing.operation.clues import Clues
from parsing.operation.parties import Part, Party

OURS = frozenset({"owner", "staff", "installer", "courier", "loader", "cleaner", "handyman"})
"""Who works for the shop: what they are said to have paid, they paid for it."""
_TRADE = (SpanKind.GOODS, SpanKind.ORDER, SpanKind.BRAND)
_WITH = frozenset({"with", "з", "із", "зі", "с", "со"})
_CARRIED = frozenset({"office_household", "other_expense"})
"""What things that are sent to customers may be called as well: cakes, lamps, flowers."""
_MONEY_PLACES = frozenset({"bank", "safe", "till"})
_OUTSIDERS = frozenset({"customer", "surname", "person"})


@dataclass(frozen=True, slots=True)
class Scene:
    """An operation as the verbs see it: the clues, and who takes part."""

    clues: Clues
    parties: list[Party]
    first: int = 0
    end: int = 1_000_000
    """The clause that is looked at: who takes part in it is asked there, all else anywhere."""

    def clause_of(self, index: int) -> "Scene":
        """Look at the clause of a verb only; a clause without a verb belongs to the next one."""
        first, end = 0, len(self.clues.spans)
        verbs = self.clues.by_kind.get(SpanKind.VERB, [])
        for border, span in enumerate(self.clues.spans):
            if span.text not in {",", ".", ";"} and span.kind is not SpanKind.JOINER:
                continue
            if border > index:
                end = border if verbs[-1] > border else end
                break
            if bisect_left(verbs, border) > bisect_left(verbs, first):
                first = border
        return Scene(self.clues, self._with_subject(first, end, index), first, end)

    def _with_subject(self, first: int, end: int, index: int) -> list[Party]:
        """Carry over who came and took, when the next clause says only that he gave: "…, paid"."""
        here = [party for party in self.parties if first <= party.index < end]
        is_giving = self.clues.spans[index].value in {"give", "pay"}
        change = self.clues.by_kind.get(SpanKind.CHANGE, ())
        if here or not is_giving or any(first <= at < end for at in change):
            return self.parties
        earlier = [
            party
            for party in self.parties
            if party.index < first and party.part is Part.SUBJECT and party.role in _OUTSIDERS
        ]
        moved = {
            self.clues.spans[at].value for at in self.clues.by_kind[SpanKind.VERB] if at < first
        }
        if not earlier or not moved or not moved <= {"take", "buy", "bring", "receive"}:
            return self.parties
        return [*self.parties, replace(earlier[-1], index=first)]

    @property
    def has_amount(self) -> bool:
        """Tell whether an amount stands in the clause."""
        found = self.clues.by_kind.get(SpanKind.AMOUNT, ())
        return any(self.first <= at < self.end for at in found)

    def roles(self, part: Part) -> list[str]:
        """Give the roles of those who take this part, places of money left out."""
        return [
            party.role
            for party in self.parties
            if party.part is part
            and party.role not in _MONEY_PLACES
            and self.first <= party.index < self.end
        ]

    def place(self, part: Part) -> str:
        """Give the place of money that takes this part: bank, safe, till."""
        for party in self.parties:
            if party.part is part and party.role in _MONEY_PLACES:
                return party.role
        return ""

    def named(self, *roles: str) -> bool:
        """Tell whether somebody in one of these roles is named at all."""
        return any(party.role in roles for party in self.parties)

    def verbs(self, *values: str) -> bool:
        """Tell whether one of these verbs is there."""
        return self.clues.has(SpanKind.VERB, *values)

    @property
    def givers(self) -> set[str]:
        """Who did it, as the subject of the verb."""
        return set(self.roles(Part.SUBJECT))

    @property
    def getters(self) -> set[str]:
        """Who got the money, "him" and "her" among them."""
        clues = self.clues
        is_pronoun = any(
            clues.spans[at].value == "him" and not _is_thing(clues.neighbour(at, 1))
            for at in clues.by_kind.get(SpanKind.PERSON, ())
        )
        return {*self.roles(Part.TARGET), *(["person"] if is_pronoun else [])}

    @property
    def sources(self) -> set[str]:
        """From whom the money came, "from them" among them."""
        is_pronoun = self.clues.has(SpanKind.PERSON, "from_him")
        return {*self.roles(Part.SOURCE), *(["person"] if is_pronoun else [])}

    @property
    def has_trade(self) -> bool:
        """Tell whether the shop's goods or an order are named."""
        return any(self.clues.has(kind) for kind in _TRADE)

    @property
    def is_exchange(self) -> bool:
        """Tell whether money was changed into other money."""
        return changes_money(self.clues.spans)

    @property
    def has_goods_along(self) -> bool:
        """Tell whether goods went along: "uber with two towel rails", "took the client a pump"."""
        is_to_client = self.verbs("carry", "bring") and "customer" in self.getters
        if is_to_client and self.clues.has(SpanKind.GOODS):
            return True
        return any(
            (before := self.clues.neighbour(at, -step)) is not None and before.folded in _WITH
            for kind in (SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE)
            for at in self.clues.by_kind.get(kind, ())
            for step in (1, 2)
            if kind is SpanKind.GOODS or self.clues.spans[at].value in _CARRIED
        )

    @property
    def has_expense(self) -> bool:
        """Tell whether something that the shop spends on is named."""
        return any(
            span.value not in _EARNED
            for span in self.clues.all(SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM)
        )

    @property
    def is_to_us(self) -> bool:
        """Tell whether "us" or "me" got it."""
        return self.clues.has(SpanKind.PERSON, "to_us")

    @property
    def has_buyer(self) -> bool:
        """Tell whether who gave the money is most likely a customer."""
        if "customer" in self.givers | self.sources:
            return True
        has_name = "surname" in self.givers | self.sources
        if not self.clues.has(SpanKind.VERB):
            has_name = has_name or (self.has_trade and "surname" in self.roles(Part.NAMED))
        return has_name and not self.named(*OURS)


_SUMS = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY})
"""A sum that was changed at a rate has become a count of what one cost."""


def changes_money(spans: Sequence[Span]) -> bool:
    """Tell whether money is changed into other money; "changed" may also be of a lock."""
    found = {
        span.value
        for at, span in enumerate(spans)
        if span.kind is SpanKind.EXCHANGE
        and not _is_of_a_thing(spans[at + 1 : at + 3])
        and not _is_of_what_was_named(spans[max(0, at - 4) : at])
    }
    has_currency = any(span.kind in _SUMS and span.value.isupper() for span in spans)
    return bool(found - {"maybe"}) or (bool(found) and has_currency)


def _is_of_a_thing(after: Sequence[Span]) -> bool:
    """Tell whether a thing is what was changed: "поміняли замок"."""
    told = [span for span in after if span.kind is not SpanKind.COMMON]
    if not told:
        return False
    is_unread = told[0].kind is SpanKind.WORD and told[0].text[0].islower()
    return told[0].kind in _CHANGED or is_unread


def _is_of_what_was_named(before: Sequence[Span]) -> bool:
    """Tell whether a thing named before is what was changed: "лампочки в залі поміняли"."""
    told = [span for span in before if span.kind is not SpanKind.COMMON]
    return any(span.kind in _CHANGED for span in told) and not any(
        span.kind in {SpanKind.AMOUNT, SpanKind.CASH} for span in told
    )


_CHANGED = frozenset({SpanKind.THING, SpanKind.GOODS, SpanKind.PURPOSE})


def _is_thing(span: Span | None) -> bool:
    """Tell whether a word is what "her" may stand before: "her water heater"."""
    return span is not None and span.kind in {
        SpanKind.GOODS,
        SpanKind.PURPOSE,
        SpanKind.THING,
        SpanKind.WORD,
    }


_EARNED = frozenset({"sale_cash", "customer_prepayment", "other_income", "cash_surplus"})
