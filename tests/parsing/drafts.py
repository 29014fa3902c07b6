"""What was understood of a message: its drafts, the only one, their amounts in whole units."""

from parsing.reading import CashDraft, Reading, Understood


def drafts_of(reading: Reading) -> tuple[CashDraft, ...]:
    assert isinstance(reading, Understood), reading
    return reading.drafts


def only(reading: Reading) -> CashDraft:
    (draft,) = drafts_of(reading)
    return draft


def amounts_of(reading: Reading) -> list[int]:
    return [each.amount.minor // 100 for each in drafts_of(reading) if each.amount is not None]
