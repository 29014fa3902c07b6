"""PrivatBank's records of "Autoclient": movements, balances.

Source: the keys that public clients of the interface (version 3) read, and payloads of theirs.
Amounts are text or numbers in hryvnias, always above zero, beside a letter for the direction;
times are those of Kyiv.
"""

import datetime as dt

from ledger.money import Money
from ledger.statements import StatementLine
from services.bank.bank_feed_types import RemoteAccount
from sources.fields import KYIV, OddRecordError, Record, major, must, text
from sources.json_text import write_json

BANK = "privatbank"
_SIGNS = {"C": 1, "D": -1}
_IN_PROGRESS = "p"
_UNDONE = frozenset("tn")
"""Reversed and rejected: the document moved nothing in the end."""
_FOR_INFORMATION = "i"


def line_of(record: Record) -> StatementLine:
    """Turn a movement into a line; one that was undone is a line of nothing.

    Raises:
        OddRecordError: it can't be one.
    """
    currency = must(text(record, "CCY"), "CCY")
    sign = _SIGNS.get(must(text(record, "TRANTYPE"), "TRANTYPE"))
    if sign is None:
        raise OddRecordError("TRANTYPE is neither C nor D")
    told = major(record, "SUM", currency)
    state = text(record, "PR_PR")
    is_nothing = state in _UNDONE or text(record, "FL_REAL") == _FOR_INFORMATION
    reference, part = must(text(record, "REF"), "REF"), text(record, "REFN") or ""
    document = text(record, "NUM_DOC")
    return StatementLine(
        booked_on=day_of(text(record, "DAT_OD"), "DAT_OD"),
        amount=Money.zero(currency) if is_nothing else Money(sign * told.minor, currency),
        occurred_at=_moment(text(record, "DATE_TIME_DAT_OD_TIM_P")),
        counterparty=text(record, "AUT_CNTR_NAM"),
        counterparty_account=text(record, "AUT_CNTR_ACC"),
        counterparty_tax_id=text(record, "AUT_CNTR_CRF"),
        purpose=text(record, "OSND") or "",
        reference=document,
        external_id=f"{reference}/{part}",
        code=text(record, "DOC_TYP"),
        is_pending=state == _IN_PROGRESS,
        raw=write_json(record),
    )


def balances_of(
    records: list[Record], account: RemoteAccount
) -> tuple[Money | None, Money | None]:
    """Give what an account held before the first and after the last of some days.

    Raises:
        OddRecordError: a record is none of a balance.
    """
    mine = [each for each in records if text(each, "acc") == account.number]
    days = sorted(mine, key=lambda each: day_of(text(each, "dpd"), "dpd"))
    if not days:
        return None, None
    return (
        major(days[0], "balanceIn", account.currency),
        major(days[-1], "balanceOut", account.currency),
    )


def day_of(said: str | None, name: str) -> dt.date:
    """Read a day as the bank writes it: 30.03.2020, whatever follows.

    Raises:
        OddRecordError: it is none.
    """
    try:
        day, month, year = (int(each) for each in must(said, name)[:10].split("."))
        return dt.date(year, month, day)
    except ValueError as error:
        raise OddRecordError(f"{name}: {error}") from error


def _moment(said: str | None) -> dt.datetime | None:
    """Read "30.03.2020 12:03:00" of Kyiv; None where it isn't told."""
    if said is None:
        return None
    try:
        local = dt.datetime.strptime(said, "%d.%m.%Y %H:%M:%S").replace(tzinfo=KYIV)
        return local.astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise OddRecordError(f"DATE_TIME_DAT_OD_TIM_P: {error}") from error
