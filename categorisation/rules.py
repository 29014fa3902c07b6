"""Rules: what a line must have to be a category; the first one in order that fits decides.

Words are compared folded (alphabet, case, accents), whole, or from their beginning with a star:
`оренд*`. There are no other patterns, so that no rule can take long.
"""

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import NamedTuple

from categorisation.line import LineFacts
from categorisation.wording import plain, tokens_of, words_of

_HEAD = 3
"""Letters by which phrases are looked up; what stands before a star has as many."""


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


class Hit(NamedTuple):
    """A rule that fits and the word, account or number by which it does."""

    rule: Rule
    matched: str


class _Part(enum.IntEnum):
    """Which of a rule's conditions a phrase is of."""

    SAID = 0
    """In purpose or name."""
    NAMED = 1
    """In the name."""
    UNSAID = 2
    """In neither, or the rule does not fit."""


_PARTS = len(_Part)
_NAMED, _UNSAID = int(_Part.NAMED), int(_Part.UNSAID)


class Phrase(NamedTuple):
    """Words in a row, folded, that a rule asks for."""

    spot: int
    """Of which rule and which of its conditions: `at * len(_Part) + part`."""
    words: tuple[str, ...]
    anchor: int
    """The place of its longest word, by which it is looked for."""
    is_name: bool
    written: str
    """As somebody wrote them."""


class RuleBook:
    """Rules in their order, ready to be asked."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._is_plain = [_is_plain(rule) for rule in rules]
        self._begun: dict[Direction, dict[str, list[Phrase]]] = {
            Direction.IN: defaultdict(list),
            Direction.OUT: defaultdict(list),
        }
        """The phrases of rules for a way, by how their longest word begins."""
        self._by_identifier: dict[str, set[int]] = defaultdict(set)
        for at, rule in enumerate(rules):
            for part, written in zip(
                _Part, (rule.words, rule.party_words, rule.but_not), strict=True
            ):
                for phrase in _phrases(written, at, part):
                    for way in self._begun:
                        if rule.direction in {Direction.BOTH, way}:
                            self._begun[way][phrase.words[phrase.anchor][:_HEAD]].append(phrase)
            for identifier in (*rule.accounts, *rule.tax_ids):
                self._by_identifier[identifier].add(at)

    def find(self, line: LineFacts) -> Hit | None:
        """Give the first rule that fits a line."""
        begun = self._begun[Direction.OUT if line.is_out else Direction.IN]
        found: dict[int, str] = {}
        _note_phrases(found, begun, words_of(line.purpose), is_name=False)
        _note_phrases(found, begun, words_of(line.counterparty), is_name=True)
        possible = {spot // _PARTS for spot in found}
        if self._by_identifier:
            for identifier in (line.counterparty_account, line.tax_id):
                possible.update(self._by_identifier.get(identifier, ()))
        for at in sorted(possible):
            rule, spot = self.rules[at], at * _PARTS
            if spot + _UNSAID in found:
                continue
            worded, named_as = found.get(spot), found.get(spot + _NAMED)
            if (rule.words and worded is None) or (rule.party_words and named_as is None):
                continue
            if self._is_plain[at] or _fits_figures(rule, line):
                return Hit(rule, worded or named_as or line.counterparty_account or line.tax_id)
        return None


@lru_cache(maxsize=8)
def book_of(rules: tuple[Rule, ...]) -> RuleBook:
    """Give the book of rules; those that came with the program are folded once a process."""
    return RuleBook(rules)


def _note_phrases(
    found: dict[int, str],
    begun: Mapping[str, list[Phrase]],
    words: tuple[str, ...],
    *,
    is_name: bool,
) -> None:
    """Note the first phrase that stands in words for each condition of each rule."""
    for place, word in enumerate(words):
        for spot, told, anchor, is_of_name, written in begun.get(word[:_HEAD], ()):
            if spot in found or (is_of_name and not is_name) or not _is_meant(word, told[anchor]):
                continue
            if len(told) == 1 or _stands(told, words, place - anchor):
                found[spot] = written


def _stands(told: tuple[str, ...], words: tuple[str, ...], first: int) -> bool:
    """Tell whether the words from a place on are those of a phrase."""
    row = words[first : first + len(told)] if first >= 0 else ()
    return len(row) == len(told) and all(map(_is_meant, row, told))


def _is_meant(word: str, told: str) -> bool:
    """Tell whether a word is the one that a rule tells, whole or from its beginning."""
    return word == told or (told[-1] == "*" and word.startswith(told[:-1]))


def _is_plain(rule: Rule) -> bool:
    """Tell whether words and direction are all that a rule asks for."""
    figures = (rule.minor_min, rule.minor_max is not None, rule.currency)
    return not any((*figures, rule.accounts, rule.tax_ids, rule.own_accounts))


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


def _phrases(written: Iterable[str], at: int, part: _Part) -> Iterator[Phrase]:
    """Fold what a rule asks for."""
    for each in written:
        words: list[str] = []
        for word in each.split():
            folded = tokens_of(plain(word.rstrip("*")))
            words += folded
            if word.endswith("*") and folded and len(folded[-1]) >= _HEAD:
                words[-1] += "*"
        if words:
            anchor = max(range(len(words)), key=lambda place: len(words[place]))
            is_name, spot = part is _Part.NAMED, at * _PARTS + part
            yield Phrase(spot, tuple(words), anchor, is_name, each.rstrip("*"))


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
