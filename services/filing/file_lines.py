"""File bank lines out of suspense: alone where that was earned, else a person is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from categorisation.explain import Because, Reason
from categorisation.rules import Kind, Rule
from categorisation.wording import party_key, skeleton
from ledger.accounts import Chart
from ledger.journal import POSTINGS_MIN, JournalEntry, Origin, PostedEntry, Posting
from services.bank.bank_ports import BankLine
from services.bank.import_statement import SUSPENSE
from services.filing.clerk import Clerk
from services.filing.filing_ports import Filing, FilingState, LineShare, Proposed, ReasonValue
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of, take_back

if TYPE_CHECKING:
    from categorisation.categorise import Proposal

FILING = "filing"
"""The source of entries that take a line out of suspense; the external id is the line's."""
PROPOSALS_MAX = 3
SURE = 1000
"""The chance of what a rule says, in thousandths."""


@dataclass(frozen=True, slots=True)
class LinesSorted:
    """What became of new lines."""

    filed: int
    """Filed alone."""
    left: int
    """Customers' payments, payouts, own transfers: matching deals with them."""
    open: int
    """For the accountant."""


def sort_lines(books: Books, clerk: Clerk, lines: Sequence[BankLine], cause: Cause) -> LinesSorted:
    """File what may be filed alone; keep a proposal for the rest.

    Args:
        books: the open books.
        clerk: who knows the shop's lines.
        lines: new lines; those that are not booked yet wait until they are.
        cause: who brought them, because of what, when.
    """
    booked = [each for each in lines if not each.line.is_pending and each.line.amount]
    if not booked:
        return LinesSorted(0, 0, 0)
    chart = books.accounts.chart()
    proposals = clerk.propose(books, booked)
    filings = [
        _sorted(each, proposal, chart) for each, proposal in zip(booked, proposals, strict=True)
    ]
    alone = Cause("system:clerk", cause.raw_record_id, cause.at)
    posted = post_filings(
        books,
        [
            (line, filing.category)
            for line, filing in zip(booked, filings, strict=True)
            if filing.state is FilingState.FILED and filing.category is not None
        ],
        alone,
    )
    books.filings.add(
        [
            replace(each, decided_by=alone.actor, decided_at=alone.at)
            if each.state is not FilingState.OPEN
            else each
            for each in (replace(each, entry_number=posted.get(each.line_id)) for each in filings)
        ]
    )
    count = {state: sum(each.state is state for each in filings) for state in FilingState}
    return LinesSorted(count[FilingState.FILED], count[FilingState.LEFT], count[FilingState.OPEN])


def follow_changes(books: Books, changed: Sequence[BankLine], cause: Cause) -> None:
    """File anew what a bank has changed, as what it was before; what was split is open again."""
    known = {each.line_id: each for each in books.filings.of_lines([one.id for one in changed])}
    for line in changed:
        filing = known.get(line.id)
        if filing is None or filing.entry_number is None or filing.category is None:
            continue
        standing = books.journal.find(filing.entry_number)
        if standing is None or _amount_in(standing) == line.line.amount.minor:
            continue
        take_back_filing(books, standing, cause)
        if len(standing.entry.postings) > POSTINGS_MIN:
            books.filings.change([opened(filing)])
            continue
        posted = post_filings(books, [(line, filing.category)], cause)
        books.filings.change([replace(filing, entry_number=posted[line.id])])


def opened(filing: Filing) -> Filing:
    """Give a line's place as one that nobody has decided on."""
    return replace(
        filing,
        state=FilingState.OPEN,
        category=None,
        is_auto=False,
        entry_number=None,
        decided_by=None,
        decided_at=None,
    )


def file_by_rule(books: Books, line_ids: Sequence[int], rule: Rule, cause: Cause) -> int:
    """File open lines as a new rule says; give how many there were."""
    opened = [each for each in books.filings.of_lines(line_ids) if each.state is FilingState.OPEN]
    lines = {each.id: each for each in books.banks.find_lines([one.line_id for one in opened])}
    alone = Cause("system:clerk", cause.raw_record_id, cause.at)
    numbers = post_filings(books, [(lines[each.line_id], rule.category) for each in opened], alone)
    reason = reason_values(Reason(Because.RULE, rule=rule.name))
    books.filings.change(
        [
            replace(
                each,
                state=FilingState.FILED,
                category=rule.category,
                rule=rule.name,
                proposals=(Proposed(rule.category, SURE),),
                reason=reason | {"matched": _first_words(rule)},
                is_auto=True,
                entry_number=numbers[each.line_id],
                decided_by=alone.actor,
                decided_at=alone.at,
            )
            for each in opened
        ]
    )
    return len(opened)


def _first_words(rule: Rule) -> str:
    return next(iter((*rule.tax_ids, *rule.accounts, *rule.party_words, *rule.words)), "")


def post_filings(
    books: Books, filed: Sequence[tuple[BankLine, str]], cause: Cause
) -> Mapping[int, int]:
    """Post lines out of suspense into accounts; give the entries' numbers by line."""
    entries = [
        _entry_of(books, line, (LineShare(account, abs(line.line.amount)),), cause)
        for line, account in filed
    ]
    posted = books.journal.add(entries, cause)
    return {line.id: each.number for (line, _), each in zip(filed, posted, strict=True)}


def post_shares(books: Books, line: BankLine, shares: Sequence[LineShare], cause: Cause) -> int:
    """Post a line out of suspense into several accounts; give the entry's number.

    The shares add up to the line, whichever way it goes.
    """
    (posted,) = books.journal.add([_entry_of(books, line, shares, cause)], cause)
    return posted.number


def take_back_filing(books: Books, standing: PostedEntry, cause: Cause) -> None:
    """Put a line back into suspense, on its day or, where that is closed, today."""
    today = shop_of(books).day_of(cause.at)
    day = books.periods.open_books().booking_day(standing.entry.booked_on, today)
    take_back(books, standing, cause, booked_on=day.booked_on)


def _sorted(line: BankLine, proposal: "Proposal", chart: Chart) -> Filing:
    """Say where a new line stands by its proposal."""
    is_known = proposal.category in chart and chart[proposal.category].is_open
    if proposal.auto and proposal.kind is not Kind.FILED:
        state, category = FilingState.LEFT, proposal.kind.value
    elif proposal.auto and is_known:
        state, category = FilingState.FILED, proposal.category
    else:
        state, category = FilingState.OPEN, None
    return Filing(
        line_id=line.id,
        state=state,
        party=party_of(line),
        proposals=proposals_of(proposal, chart),
        reason=reason_values(proposal.reason),
        rule=proposal.reason.rule or None,
        category=category,
        is_auto=state is not FilingState.OPEN,
    )


def proposals_of(proposal: "Proposal", chart: Chart) -> tuple[Proposed, ...]:
    """Give what a line may be filed as, the likeliest first."""
    ranked = ((proposal.category, proposal.confidence), *proposal.alternatives)
    return tuple(
        Proposed(each, int(1000 * chance))
        for each, chance in ranked
        if each in chart and chart[each].is_open
    )[:PROPOSALS_MAX]


def party_of(line: BankLine) -> str:
    """Name whose line it is, so that lines of one party stand together."""
    told = line.line
    return (
        party_key(told.counterparty or "")
        or told.counterparty_tax_id
        or told.counterparty_account
        or skeleton(told.purpose)
    )


def reason_values(reason: Reason) -> dict[str, ReasonValue]:
    """Give a reason as plain values, to be kept and worded later."""
    return {
        "because": reason.because.value,
        "count": reason.count,
        "others": reason.others,
        "rule": reason.rule,
        "matched": reason.matched,
        "is_out": reason.is_out,
    }


def _entry_of(
    books: Books, kept: BankLine, shares: Sequence[LineShare], cause: Cause
) -> JournalEntry:
    line = kept.line
    day = books.periods.open_books().booking_day(line.booked_on, shop_of(books).day_of(cause.at))
    told = books.journal.of_origin(FILING, str(kept.id))
    is_out = line.amount.minor < 0
    legs = tuple(
        Posting(each.category, each.amount if is_out else -each.amount) for each in shares
    )
    other = Posting(SUSPENSE, line.amount)
    return JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=line.occurred_at or cause.at,
        narration=line.purpose or line.counterparty or line.code or "",
        postings=(*legs, other) if is_out else (other, *legs),
        origin=Origin(FILING, str(kept.id), len(told) + 1),
        counterparty=line.counterparty,
        replaces=told[-1].number if told else None,
    )


def _amount_in(posted: PostedEntry) -> int:
    return sum(leg.amount.minor for leg in posted.entry.postings if leg.account == SUSPENSE)
