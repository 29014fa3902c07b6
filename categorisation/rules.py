"""Rules: what a line must have to be a category; the first one in order that fits decides.

Words are compared folded (alphabet, case, accents), whole, or from their beginning with a star:
`оренд*`. There are no other patterns, so that no rule can take long.
"""

import enum
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache, partial

from categorisation.line import READ_CACHED, LineFacts
from categorisation.wording import plain, tokens_of, words_of

_HEAD = 3
_WORDS_CACHED = 4_096


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


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, folded, as somebody wrote them; `is_name` if only in the name."""

    words: tuple[str, ...]
    head: str
    written: str
    is_name: bool


class _Text:
    """The words of a line's purpose and name, in their order."""

    def __init__(self, line: LineFacts) -> None:
        said = words_of(line.purpose)
        self.words = said + words_of(line.counterparty)
        self.name_from = len(said)

    def has(self, phrase: Phrase) -> bool:
        """Tell whether words stand somewhere, in the name if they must be there."""
        first = phrase.words[0]
        return any(
            _is_meant(word, first) and self.goes_on(place, phrase)
            for place, word in enumerate(self.words)
        )

    def goes_on(self, place: int, phrase: Phrase) -> bool:
        """Tell whether words whose first one stands at a place stand there all."""
        if phrase.is_name and place < self.name_from:
            return False
        rest = phrase.words[1:]
        if not rest:
            return True
        told = self.words[place + 1 : place + 1 + len(rest)]
        return len(told) == len(rest) and all(map(_is_meant, told, rest))


class RuleBook:
    """Rules in their order, ready to be asked."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._unsaid = [_phrases(rule.but_not) for rule in rules]
        self._by_head: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
        self._by_identifier: dict[str, set[int]] = defaultdict(set)
        self._begun_by_out = lru_cache(maxsize=_WORDS_CACHED)(
            partial(self._phrases_from, Direction.OUT)
        )
        self._begun_by_in = lru_cache(maxsize=_WORDS_CACHED)(
            partial(self._phrases_from, Direction.IN)
        )
        self.find = lru_cache(maxsize=READ_CACHED)(self._first_fitting)
        """Gives the first rule that fits a line; asked again when the line is learned."""
        for at, rule in enumerate(rules):
            for phrase in (*_phrases(rule.words), *_phrases(rule.party_words, is_name=True)):
                self._by_head[phrase.head].append((at, phrase))
            for identifier in (*rule.accounts, *rule.tax_ids):
                self._by_identifier[identifier].add(at)

    def _first_fitting(self, line: LineFacts) -> Hit | None:
        text = _Text(line)
        said: dict[int, Phrase] = {}
        named: dict[int, Phrase] = {}
        begun_by = self._begun_by_out if line.is_out else self._begun_by_in
        for place, begun in enumerate(map(begun_by, text.words)):
            for at, phrase in begun:
                found = named if phrase.is_name else said
                if at not in found and text.goes_on(place, phrase):
                    found[at] = phrase
        possible = {*said, *named}
        if self._by_identifier:
            for identifier in (line.counterparty_account, line.tax_id):
                possible.update(self._by_identifier.get(identifier, ()))
        for at in sorted(possible):
            rule = self.rules[at]
            phrases = [found[at] for found in (said, named) if at in found]
            is_worded = len(phrases) == bool(rule.words) + bool(rule.party_words)
            if is_worded and _fits_figures(rule, line) and not self._is_excepted(at, text):
                told = [each.written for each in phrases]
                return Hit(rule, (*told, line.counterparty_account or line.tax_id)[0])
        return None

    def _phrases_from(self, way: Direction, word: str) -> tuple[tuple[int, Phrase], ...]:
        """Give the phrases that a word may begin, of rules for a way, with the rules' places."""
        of_head = self._by_head.get
        near = (*of_head(word, ()), *of_head(f"{word[:_HEAD]}*", ()))
        return tuple(
            each
            for each in near
            if _is_meant(word, each[1].words[0])
            and self.rules[each[0]].direction in {Direction.BOTH, way}
        )

    def _is_excepted(self, at: int, text: _Text) -> bool:
        return any(text.has(phrase) for phrase in self._unsaid[at])


def _is_meant(word: str, told: str) -> bool:
    """Tell whether a word is the one that a rule tells, whole or from its beginning."""
    return word == told or (told[-1] == "*" and word.startswith(told[:-1]))


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


def _phrases(written: Iterable[str], *, is_name: bool = False) -> list[Phrase]:
    phrases = []
    for each in written:
        words = []
        for word in each.split():
            folded = tokens_of(plain(word.rstrip("*")))
            words += folded
            if word.endswith("*") and folded and len(folded[-1]) >= _HEAD:
                words[-1] += "*"
        if words:
            head = f"{words[0][:_HEAD]}*" if words[0].endswith("*") else words[0]
            phrases.append(Phrase(tuple(words), head, each.rstrip("*"), is_name))
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
