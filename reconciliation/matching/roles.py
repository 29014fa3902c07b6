"""Tells what a bank line is about before anything is matched: who sent it, and as what."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import lru_cache

from reconciliation.evidence.names import read_name
from reconciliation.evidence.parties import is_bank
from reconciliation.evidence.references import Told, references
from reconciliation.evidence.spelling import letters_of
from reconciliation.records import BankLine, Payment, Payout, id_of
from reconciliation.store import Index, Store
from reconciliation.terms import Terms
from reconciliation.words import DEPOSIT, OTHER_INCOME, REFUND, says, words_of

_CODE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_JOINED = re.compile(r"[^\W_]+(?:[-/_.][^\W_]+)+")
_DIGIT = re.compile(r"\d")
_MIXED = re.compile(r"\d[-/_.]?[^\W\d_]|[^\W\d_][-/_.]?\d")
"""Letters and digits side by side: without that a text has no code, as most have none."""
_NO_SIGNS = re.compile(r"[\W_]+")
_SHORTEST_CODE = 4
_SHORTEST_NUMBER = 9
"""A day has no more digits."""


class Role(StrEnum):
    """What a bank line is about."""

    CLAIM = "claim"  # it may belong to an order
    SETTLEMENT = "settlement"
    DEPOSIT = "deposit"
    OWN = "own"
    OTHER = "other"


@lru_cache(maxsize=100_000)
def code_of(text: str) -> str:
    """Give a batch's or a merchant's code as it is compared: large letters and digits."""
    return _NO_SIGNS.sub("", text).upper()


@lru_cache(maxsize=8_000)
def codes_in(text: str) -> tuple[str, ...]:
    """Give what in a text may be a batch's or a merchant's code: letters with digits.

    Where strokes or points join it with others, the whole may be one code too.
    """
    if _MIXED.search(text) is None:
        return ()
    found = dict.fromkeys((*_CODE.findall(text), *_JOINED.findall(text)))
    codes = (code_of(each) for each in found if len(each) >= _SHORTEST_CODE)
    return tuple(
        dict.fromkeys(code for code in codes if _DIGIT.search(code) and not code.isdecimal())
    )


def numbers_joined(text: str) -> Iterator[str]:
    """Give the numbers in groups, 20260708/4710, that may be the code of a batch."""
    for found in _JOINED.findall(text):
        code = code_of(found)
        if code.isdecimal() and len(code) >= _SHORTEST_NUMBER:
            yield code


class Roles:
    """Knows the providers by their codes, their names, and the accounts that they used."""

    def __init__(self, store: Store, terms: Terms) -> None:
        self._store = store
        self._own: Counter[str] = Counter()
        self._own_tax: Counter[str] = Counter()
        self._providers: dict[str, Counter[str]] = {}
        self._lines_with = Index()
        self._lines_of = Index()
        self._coded: set[str] = set()
        self._told: dict[str, str] = {}
        self._votes: dict[str, Counter[str]] = {}
        self._below: dict[str, str] = {}
        self._names = [
            (provider.name, _spelled(name))
            for provider in terms.providers.values()
            for name in provider.names
        ]

    def learn_codes(self, record: Payment | Payout, times: int) -> set[str]:
        """Learn, or forget with -1, a provider's codes; give the lines that have them."""
        codes = {code_of(record.merchant)}
        if isinstance(record, Payout):
            code = code_of(id_of(record.key))
            codes.add(code)
            if record.net < 0 and times > 0:
                self._below[code] = record.provider
            elif record.net < 0:
                self._below.pop(code, None)
        concerned: set[str] = set()
        for code in codes:
            if len(code) < _SHORTEST_CODE or code.isdecimal():
                continue
            known = self._providers.setdefault(code, Counter())
            before = known[record.provider] > 0
            known[record.provider] += times
            if before != (known[record.provider] > 0):
                concerned.update(self._lines_with.get(code))
        return concerned

    def add(self, line: BankLine) -> set[str]:
        """Take a line; give the lines whose role it may change."""
        codes = codes_in(line.purpose)
        if codes:
            self._coded.add(line.key)
        for code in codes:
            self._lines_with.add(code, line.key)
        if line.counterparty_account:
            self._lines_of.add(line.counterparty_account, line.key)
        if line.tax_id:
            self._lines_of.add(("tax", line.tax_id), line.key)
        return {line.key} | self._own_up(line, 1)

    def remove(self, line: BankLine) -> set[str]:
        """Forget a line; give the lines whose role that may change."""
        for code in self._codes_of(line):
            self._lines_with.discard(code, line.key)
        self._coded.discard(line.key)
        self._lines_of.discard(line.counterparty_account, line.key)
        self._lines_of.discard(("tax", line.tax_id), line.key)
        concerned = {line.key} | self._vote(line, "") | self._own_up(line, -1)
        self._told.pop(line.key, None)
        return concerned

    def _own_up(self, line: BankLine, times: int) -> set[str]:
        """Count what tells the shop's accounts and tax number; give the lines if it is news."""
        concerned: set[str] = set()
        before = self._own[line.account] > 0
        self._own[line.account] += times
        now = self._own[line.account] > 0
        if before != now:
            for key in self._lines_of.get(line.account):
                concerned.add(key)
                if key != line.key:
                    concerned |= self._own_tax_up(self._store.lines[key], 1 if now else -1)
        if self._own[line.counterparty_account] > 0 and line.counterparty_account != line.account:
            concerned |= self._own_tax_up(line, times)
        return concerned

    def _own_tax_up(self, line: BankLine, times: int) -> set[str]:
        if not line.tax_id:
            return set()
        before = self._own_tax[line.tax_id] > 0
        self._own_tax[line.tax_id] += times
        if before == (self._own_tax[line.tax_id] > 0):
            return set()
        return set(self._lines_of.get(("tax", line.tax_id)))

    def lines_of(self, mark: str | tuple[str, str]) -> Collection[str]:
        """Give the lines of a counterparty, by its account or its tax number."""
        return self._lines_of.get(mark)

    def listen(self, line: BankLine) -> set[str]:
        """Hear what a line says of its sender; give the lines of the account if that is news."""
        return self._vote(line, self._told_provider(line))

    def role_of(self, line: BankLine) -> tuple[Role, str]:
        """Tell what a line is about, and the provider of a settlement."""
        is_own = self._own[line.counterparty_account] > 0 or self._own_tax[line.tax_id] > 0
        told = self._told.get(line.key, "")
        if line.amount <= 0:
            if told and not is_own:
                return Role.SETTLEMENT, told
            return (Role.OWN if is_own else _outgoing(line)), ""
        if told and not is_own:
            return Role.SETTLEMENT, told
        words = says(line.purpose) | says(line.counterparty)
        if words & DEPOSIT and not _names_order(line):
            return Role.DEPOSIT, ""
        if is_own:
            return Role.OWN, ""
        provider = self._provider_of(line.counterparty_account)
        return (Role.SETTLEMENT, provider) if provider else (Role.CLAIM, "")

    def _told_provider(self, line: BankLine) -> str:
        if line.amount <= 0:
            return self._took_back(line)
        for code in self._codes_of(line):
            known = self._providers.get(code)
            if known:
                likely = [name for name, count in sorted(known.items()) if count > 0]
                if len(likely) == 1:
                    return likely[0]
        text = line.counterparty
        if is_bank(text):  # it settles its own terminals, and says so
            text = f"{text} {line.purpose}"
        words = _spelled(text)
        for provider, name in self._names:
            if _has(words, name):
                return provider
        return ""

    def _codes_of(self, line: BankLine) -> tuple[str, ...]:
        """Give the codes in a line that was taken; few have any."""
        return codes_in(line.purpose) if line.key in self._coded else ()

    def _took_back(self, line: BankLine) -> str:
        """Give the provider who took money back by a line that names a batch below zero."""
        for code in self._codes_of(line):
            if (below := self._below.get(code)) is not None:
                return below
        return ""

    def _vote(self, line: BankLine, told: str) -> set[str]:
        before = self._told.get(line.key, "")
        account = line.counterparty_account
        was = self._provider_of(account)
        if before != told:
            votes = self._votes.setdefault(account, Counter())
            if before:
                votes[before] -= 1
            if told:
                votes[told] += 1
        if told:
            self._told[line.key] = told
        else:
            self._told.pop(line.key, None)
        concerned = {line.key} if before != told else set()
        if was != self._provider_of(account):
            concerned.update(self._lines_of.get(account))
        return concerned

    def _provider_of(self, account: str) -> str:
        votes = self._votes.get(account) if account else None
        if not votes:
            return ""
        ranked = sorted(
            ((count, name) for name, count in votes.items() if count > 0), reverse=True
        )
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return ""
        return ranked[0][1]


def _outgoing(line: BankLine) -> Role:
    if says(line.purpose) & REFUND:
        return Role.CLAIM
    is_wage = says(line.purpose) & OTHER_INCOME
    return Role.CLAIM if _is_person(line) and not is_wage else Role.OTHER


def _names_order(line: BankLine) -> bool:
    return any(each.told is Told.LABELLED for each in references(line.purpose))


def _is_person(line: BankLine) -> bool:
    name = read_name(line.counterparty)
    return bool(name.stems) and not name.is_company and bool(name.given or name.initials)


@lru_cache(maxsize=8_000)
def _spelled(text: str) -> tuple[str, ...]:
    """Give the words of a text as all alphabets spell them."""
    return tuple(map(letters_of, words_of(text)))


def _has(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether the words have a name's words one after another."""
    if name[0] not in words:
        return False
    count = len(name)
    return any(words[start : start + count] == name for start in range(len(words) - count + 1))
