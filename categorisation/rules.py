"""Rules: what a line must have to be a category; the first one in order that fits decides.

Words are compared folded (alphabet, case, accents), whole, or from their beginning with a star:
`оренд*`. There are no other patterns, so that no rule can take long.
"""

import enum
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from categorisation.line import LineFacts
from categorisation.wording import plain, tokens_of

_HEAD = 3


class Direction(enum.StrEnum):
    """Which way a rule's lines go, seen from the account."""

    IN = "in"
    OUT = "out"
    BOTH = "both"


class Kind(enum.StrEnum):
    """Who deals with a line that a rule knows."""

    FILED = "filed"
    """It is filed as the rule's category."""
    OWN_TRANSFER = "own_transfer"
    """The shop's own money between its accounts: left to matching."""
    CASH_DEPOSIT = "cash_deposit"
    """Cash of a till that arrives: left to matching."""
    CASH_WITHDRAWAL = "cash_withdrawal"
    """Cash taken from the bank: left to matching."""
    PAYOUT = "payout"
    """A gateway, terminal or marketplace pays out: left to matching."""
    CUSTOMER = "customer"
    """A customer pays: left to matching."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions that all hold, each of them by any of its values; an empty one holds always.

    Amounts are in minor units, without sign, the bounds included.
    """

    name: str
    category: str
    direction: Direction = Direction.BOTH
    kind: Kind = Kind.FILED
    words: tuple[str, ...] = ()
    """In purpose or name."""
    party_words: tuple[str, ...] = ()
    """In the name."""
    but_not: tuple[str, ...] = ()
    """Neither in purpose nor in name."""
    accounts: tuple[str, ...] = ()
    """The counterparty's."""
    tax_ids: tuple[str, ...] = ()
    own_accounts: tuple[str, ...] = ()
    minor_min: int = 0
    minor_max: int | None = None
    currency: str = ""
    is_starter: bool = False
    """It came with the program: it yields to what people confirmed for a party."""
    is_sure: bool = True
    """It files alone; otherwise it only proposes."""

    def __post_init__(self) -> None:
        if not (self.words or self.party_words or self.accounts or self.tax_ids):
            message = f"rule {self.name!r} would hold for any line: give words, account or tax id"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fits and the word, account or number by which it does."""

    rule: Rule
    matched: str


class _Text:
    """The words of a line, by place, and under their first letters."""

    def __init__(self, text: str) -> None:
        self.words = tokens_of(plain(text))
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            self.places[word[:_HEAD]].append(place)

    def has(self, phrase: tuple[str, ...]) -> bool:
        return any(self._at(place, phrase) for place in self.places.get(phrase[0][:_HEAD], ()))

    def _at(self, place: int, phrase: tuple[str, ...]) -> bool:
        found = self.words[place : place + len(phrase)]
        return len(found) == len(phrase) and all(
            word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
            for word, wanted in zip(found, phrase, strict=True)
        )


Phrase = tuple[tuple[str, ...], str]


class RuleBook:
    """Rules in their order, ready to be asked."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._said = [_phrases(rule.words) for rule in rules]
        self._named = [_phrases(rule.party_words) for rule in rules]
        self._unsaid = [_phrases(rule.but_not) for rule in rules]
        self._by_head: dict[str, set[int]] = defaultdict(set)
        self._by_identifier: dict[str, set[int]] = defaultdict(set)
        for at, rule in enumerate(rules):
            for phrase, _ in self._said[at] or self._named[at]:
                self._by_head[phrase[0][:_HEAD]].add(at)
            for identifier in (*rule.accounts, *rule.tax_ids):
                self._by_identifier[identifier].add(at)

    def find(self, line: LineFacts) -> Hit | None:
        """Give the first rule that fits a line."""
        name = _Text(line.counterparty)
        said = _Text(f"{line.purpose} {line.counterparty}")
        possible: set[int] = set()
        for head in said.places:
            possible |= self._by_head.get(head, set())
        for identifier in (line.counterparty_account, line.tax_id):
            possible |= self._by_identifier.get(identifier, set())
        for at in sorted(possible):
            matched = self._fits(at, line, said, name)
            if matched:
                return Hit(self.rules[at], matched)
        return None

    def _fits(self, at: int, line: LineFacts, said: _Text, name: _Text) -> str:
        rule = self.rules[at]
        if not _fits_figures(rule, line) or _first(self._unsaid[at], said):
            return ""
        matched = ""
        for phrases, text in ((self._said[at], said), (self._named[at], name)):
            if phrases:
                found = _first(phrases, text)
                if not found:
                    return ""
                matched = matched or found
        return matched or line.counterparty_account or line.tax_id


def _fits_figures(rule: Rule, line: LineFacts) -> bool:
    minor = abs(line.amount.minor)
    way = Direction.OUT if line.is_out else Direction.IN
    return (
        rule.direction in {Direction.BOTH, way}
        and minor >= rule.minor_min
        and (rule.minor_max is None or minor <= rule.minor_max)
        and rule.currency in {"", line.amount.currency}
        and _is_one(line.counterparty_account, rule.accounts)
        and _is_one(line.tax_id, rule.tax_ids)
        and _is_one(line.account, rule.own_accounts)
    )


def _is_one(value: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or value in wanted


def _first(phrases: Iterable[Phrase], text: _Text) -> str:
    return next((written for phrase, written in phrases if text.has(phrase)), "")


def _phrases(written: Iterable[str]) -> list[Phrase]:
    phrases = []
    for each in written:
        words = []
        for word in each.split():
            folded = tokens_of(plain(word.rstrip("*")))
            words += folded
            if word.endswith("*") and folded and len(folded[-1]) >= _HEAD:
                words[-1] += "*"
        if words:
            phrases.append((tuple(words), each.rstrip("*")))
    return phrases


def rule_to_json(rule: Rule) -> dict[str, object]:
    """Write a rule as JSON would hold it; what is as usual is left out."""
    usual = Rule("", "", words=("",))
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(rule).items()
        if name in {"name", "category"} or value != getattr(usual, name) or name == "words"
    }


def rule_from_json(given: dict[str, object]) -> Rule:
    """Read a rule back.

    Raises:
        ValueError: it would hold for any line, or a direction or kind is unknown.
        TypeError: a field is unknown or missing.
    """
    fields: dict[str, object] = {
        name: tuple(str(each) for each in value) if isinstance(value, list) else value
        for name, value in given.items()
    }
    fields["direction"] = Direction(str(fields.get("direction", "both")))
    fields["kind"] = Kind(str(fields.get("kind", "filed")))
    return Rule(**fields)  # type: ignore[arg-type]  # dataclass fields of JSON's own types
