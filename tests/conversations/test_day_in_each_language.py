"""A day of cash in one language from morning till night, held against an independent ledger."""

from dataclasses import dataclass

import pytest

from sandbox.driver import ChatSide
from services.verify_books import verify_books
from tests.conversations.floor import Floor
from tests.conversations.test_tills import natalka_of, warehouse
from tests.conversations.test_week import PLACES, heard, told
from tests.independent_ledger import IndependentLedger

DAY = "2026-11-20"


@dataclass(frozen=True)
class Said:
    """What people type and tap in one language."""

    sale: str
    courier: str
    courier_edited: str
    correction: str
    several: str
    undo: str
    moved: str
    part: str
    back: str
    advance: str
    short: str
    book_short: str
    why: str


SAID = {
    "en": Said(
        "sold a boiler 12400", "courier 250", "courier 350", "no, 300", "petrol 600, rent 900",
        "Undo", "moved 5000 to the warehouse till", "came 4800 of 5000", "It's back in the till",
        "/advance Petro 2000 materials", "less than the books say",
        "Book it as short", "wrong change",
    ),
    "uk": Said(
        "продала бойлер 12400", "кур'єру 250", "кур'єру 350", "ні, 300", "бензин 600, оренда 900",
        "Скасувати", "передала 5000 на склад", "прийшло 4800 з 5000", "Знову в касі",
        "/advance Петро 2000 матеріали", "менше, ніж за записами",
        "Записати нестачу", "помилилися з рештою",
    ),
    "ru": Said(
        "продала бойлер 12400", "курьеру 250", "курьеру 350", "нет, 300", "бензин 600, аренда 900",
        "Отменить", "передала 5000 на склад", "пришло 4800 из 5000", "Снова в кассе",
        "/advance Пётр 2000 материалы", "меньше, чем по записям",
        "Записать недостачу", "ошиблись со сдачей",
    ),
}  # fmt: skip


def books_of(ledger: IndependentLedger) -> dict[str, int]:
    """Give what every account should have, in kopecks."""
    return {PLACES[place]: 100 * held for place, held in ledger.balances().items()}


async def morning(olha: ChatSide, said: Said, ledger: IndependentLedger) -> None:
    """A sale, a courier that is edited and put right, two payouts at once, one undone."""
    await told(olha, said.sale, "12400")
    ledger.moved(DAY, 12_400, whence="sales", to="front")
    message = await olha.types(said.courier)
    await heard(olha, "250")
    await olha.edits(message, said.courier_edited)
    await heard(olha, "350")
    await told(olha, said.correction, "300")
    ledger.moved(DAY, 300, whence="front", to="couriers")
    both = await told(olha, said.several, "600", "900")
    ledger.moved(DAY, 600, whence="front", to="petrol")
    await olha.presses(both, next(each for each in both.labels[2:] if said.undo in each))
    await heard(olha, "900")


async def evening(olha: ChatSide, said: Said, ledger: IndependentLedger) -> None:
    """Money is given to account for, cash goes to the bank, the till is counted and short."""
    await told(olha, said.advance, "2000")
    ledger.moved(DAY, 2_000, whence="front", to="Petro's hands")
    await told(olha, "/deposit 3000", "3000")
    ledger.moved(DAY, 3_000, whence="front", to="way to the bank")
    await told(olha, "/count")
    short = await told(olha, str(ledger.holds("front") - 40), said.short)
    await olha.presses(short, said.book_short)
    why = await olha.sees_edit(short)
    await olha.presses(why, said.why)
    await olha.sees_edit(short)
    ledger.moved(DAY, 40, whence="front", to="lost")


async def between(
    olha: ChatSide, natalka: ChatSide, said: Said, ledger: IndependentLedger
) -> None:
    """Of cash for the warehouse a part comes; the rest is found where it was."""
    await told(olha, said.moved, "5000")
    ledger.moved(DAY, 5_000, whence="front", to="between tills")
    await heard(natalka, "5000")
    await told(natalka, said.part, "4800")
    ledger.moved(DAY, 4_800, whence="between tills", to="warehouse")
    missing = await heard(olha, "4800", "200")
    await olha.presses(missing, said.back)
    await olha.sees_edit(missing)
    ledger.moved(DAY, 200, whence="between tills", to="front")


@pytest.mark.parametrize("language", SAID)
async def test_a_day_agrees_with_an_independent_ledger(database_url: str, language: str) -> None:
    said, ledger = SAID[language], IndependentLedger()
    async with warehouse(database_url, language) as floor:
        olha, natalka = await floor.side("cashier", language), await natalka_of(floor, language)
        await morning(olha, said, ledger)
        await agrees(floor, ledger)
        await between(olha, natalka, said, ledger)
        await agrees(floor, ledger)
        await evening(olha, said, ledger)
        await agrees(floor, ledger)


async def agrees(floor: Floor, ledger: IndependentLedger) -> None:
    rows = await floor.database.read(lambda books: books.balances.trial_balance())
    assert {each.account: each.balance.minor for each in rows if each.balance} == books_of(ledger)
    assert await floor.database.read(verify_books) == ()
