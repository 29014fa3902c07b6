"""Statements as `tilly import` shows them: as JSON for programs, in short for people."""

from collections.abc import Iterator, Sequence

from ledger.currencies import UNTOLD
from ledger.money import Money
from ledger.statements import SpoiledLine, StatementLine
from services.bank.bank_types import ReadStatement, StatementImported

_DECIMALS_SHOWN = 2
_SPOILED_SHOWN = 20


def statement_to_json(read: ReadStatement) -> dict[str, object]:
    """Write a statement as documented in docs/cli.md."""
    head, end = read.head, read.end
    return {
        "format": head.format,
        "account": head.account,
        "currency": _currency(read.currency),
        "opening": _amount(head.opening),
        "closing": _amount(end.closing),
        "opened_on": _text(head.opened_on),
        "closed_on": _text(end.closed_on),
        "number": head.number,
        "bank": head.bank,
        "owner": head.owner,
        "difference": _amount(read.difference),
        "lines": [_line(each) for each in read.lines],
        "spoiled": [{"position": each.position, "reason": each.reason} for each in read.spoiled],
    }


def _line(line: StatementLine) -> dict[str, object]:
    return {
        "booked_on": line.booked_on.isoformat(),
        "valued_on": _text(line.valued_on),
        "occurred_at": _text(line.occurred_at),
        "amount": _amount(line.amount),
        "currency": _currency(line.amount.currency),
        "counterparty": line.counterparty,
        "counterparty_account": line.counterparty_account,
        "counterparty_tax_id": line.counterparty_tax_id,
        "purpose": line.purpose or None,
        "reference": line.reference,
        "external_id": line.external_id,
        "code": line.code,
        "is_pending": line.is_pending,
        "balance": _amount(line.balance),
    }


def _text(value: object) -> str | None:
    isoformat = getattr(value, "isoformat", None)
    return None if isoformat is None else str(isoformat())


def _currency(code: str | None) -> str | None:
    return None if code == UNTOLD else code


def _amount(money: Money | None) -> str | None:
    """Write an amount with the decimals of its currency; with two or more where that is untold."""
    if money is None:
        return None
    text = f"{money.to_decimal():f}"
    if money.currency != UNTOLD:
        return text
    whole, _, fraction = text.partition(".")
    return f"{whole}.{fraction.rstrip('0').ljust(_DECIMALS_SHOWN, '0')}"


def statement_text(name: str, read: ReadStatement) -> str:
    """Tell of a statement in a line, and of each of its lines in another."""
    head = read.head
    told = [f"{name}: {head.format}, account {head.account or '?'}, {len(read.lines)} lines"]
    if read.spoiled:
        told[0] += f", {len(read.spoiled)} unreadable"
    told += [
        f"  {each.booked_on} {_amount(each.amount)} {each.amount.currency}"
        f"  {each.counterparty or ''}  {each.purpose}".rstrip()
        for each in read.lines
    ]
    told += _unreadable(read.spoiled)
    told.append(_balances(head.opening, read.end.closing))
    told.append(_apart(read.difference))
    return "\n".join(each for each in told if each)


def imported_to_json(done: StatementImported) -> dict[str, object]:
    """Write what became of a statement."""
    return {
        "account": done.account.number,
        "account_id": done.account.id,
        "is_new_account": done.is_new_account,
        "currency": done.account.currency,
        "new": done.counts.new,
        "known": done.counts.known,
        "changed": done.counts.changed,
        "pending": done.pending,
        "spoiled": [{"position": each.position, "reason": each.reason} for each in done.spoiled],
        "opening": _amount(done.statement.opening),
        "closing": _amount(done.statement.closing),
        "difference": _amount(done.difference),
        "books": _amount(done.books),
        "agrees": None if done.books is None else done.books == done.statement.closing,
    }


def imported_text(name: str, done: StatementImported) -> str:
    """Tell what became of a statement, for a person."""
    counts = done.counts
    account = f"account {done.account.id} ({done.account.number}, {done.account.currency})"
    said = [f"{name}: {account}: {counts.new} new, {counts.known} known"]
    said += [f"{count} {what}" for count, what in _others(done) if count]
    told = [", ".join(said), *_unreadable(done.spoiled)]
    told.append(_balances(done.statement.opening, done.statement.closing))
    told.append(_apart(done.difference))
    if done.books is not None:
        agrees = done.books == done.statement.closing
        told.append("  agrees with the books" if agrees else f"  the books say {done.books}")
    if done.gap is not None:
        told.append(
            f"  between {done.gap.after} and {done.gap.before} {done.gap.missing} is missing"
        )
    return "\n".join(each for each in told if each)


def _others(done: StatementImported) -> Sequence[tuple[int, str]]:
    return (
        (done.counts.changed, "changed"),
        (done.pending, "pending"),
        (len(done.spoiled), "unreadable"),
    )


def _unreadable(spoiled: Sequence[SpoiledLine]) -> Iterator[str]:
    """Say which lines were set aside, and why."""
    for each in spoiled[:_SPOILED_SHOWN]:
        yield f"  line {each.position} can't be read: {each.reason}"
    if len(spoiled) > _SPOILED_SHOWN:
        yield f"  and {len(spoiled) - _SPOILED_SHOWN} more"


def _apart(difference: Money | None) -> str:
    return f"  its own lines and balances are {difference} apart" if difference else ""


def _balances(opening: Money | None, closing: Money | None) -> str:
    if opening is None and closing is None:
        return ""
    first, last = ("not told" if each is None else str(each) for each in (opening, closing))
    return f"  {first} → {last}"
