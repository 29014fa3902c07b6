"""Bank lines that nothing knows: what a model is asked of them, and what it proposes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from categorisation.explain import Because
from ledger.accounts import AccountType
from parsing.advice.line_proposal import LINES_MAX, LineNote
from services.bank.bank_ports import BankLine
from services.filing.filing_ports import FilingState, Proposed
from services.ports import Books

MODEL = "model"
"""Why a proposal is made that only a model knows: it is never filed without a person."""
ASKED = "asked"
"""What stands in the reason of a line that a model was asked about in vain."""
_PERMILLE = 500
"""No more is claimed for what a model says."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Lines to ask about, and the accounts that they may belong to, by key and name."""

    lines: tuple[BankLine, ...]
    accounts: Mapping[str, str]

    @property
    def notes(self) -> tuple[LineNote, ...]:
        """Give what may be told of the lines."""
        told = [each.line for each in self.lines]
        return tuple(
            LineNote(each.purpose, each.counterparty or "", each.amount.minor < 0) for each in told
        )


def unknown_lines(books: Books) -> Unknown | None:
    """Give open lines that nothing is known of and that no model was asked about."""
    shop = books.shop.get()
    if shop is None:
        return None
    wanted = [
        each.line_id
        for each in books.filings.of_state(FilingState.OPEN)
        if each.reason.get("because") == Because.NOTHING.value and not each.reason.get(ASKED)
    ][:LINES_MAX]
    if not wanted:
        return None
    accounts = {
        each.key: each.name(shop.language)
        for each in books.accounts.chart()
        if each.is_open and not each.is_till and each.type is not AccountType.EQUITY
    }
    return Unknown(books.banks.find_lines(wanted), accounts)


def keep_advice(books: Books, lines: Sequence[BankLine], advice: Mapping[int, str]) -> None:
    """Keep what a model proposes, by the lines' places; lines that were settled meanwhile stay."""
    told = {line.id: advice.get(place) for place, line in enumerate(lines)}
    chart = books.accounts.chart()
    changed = []
    for filing in books.filings.of_lines(list(told)):
        account = told[filing.line_id]
        if filing.state is not FilingState.OPEN or filing.proposals:
            continue
        if account is None or account not in chart:
            changed.append(replace(filing, reason={**filing.reason, ASKED: True}))
        else:
            changed.append(
                replace(
                    filing,
                    proposals=(Proposed(account, _PERMILLE),),
                    reason={**filing.reason, "because": MODEL},
                )
            )
    books.filings.change(changed)
