"""A week of three people's cash, held against a ledger that knows nothing of the books."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from sandbox.driven import NothingHeardError, Seen
from sandbox.driver import ChatSide
from services.people import Newcomer, Role
from services.ports import Books
from services.verify_books import verify_books
from tests.conversations.floor import BOT, STAFF, Floor, shop_floor
from tests.independent_ledger import IndependentLedger

NATALKA = 601
MONDAY = dt.date(2026, 11, 16)
KYIV = ZoneInfo("Europe/Kyiv")
FRONT, WAREHOUSE = "front", "warehouse"
PLACES = {
    FRONT: "till.1",
    WAREHOUSE: "till.2",
    "owner's money": "equity.owner_contributions",
    "sales": "income.sales",
    "given back": "income.sales_returns",
    "goods": "asset.inventory",
    "installers": "expense.installers",
    "couriers": "expense.delivery",
    "petrol": "expense.fuel_transport",
    "rent": "expense.rent",
    "Petro's hands": "asset.advances_to_account",
    "between tills": "asset.cash_between_tills",
    "way to the bank": "asset.cash_in_transit",
    "lost": "expense.cash_shortage",
}
"""Which account is which place of the independent ledger."""


class MovingClock:
    """The machine's time, moved to a day of the week that is played."""

    def __init__(self) -> None:
        self._ahead = dt.timedelta(0)

    def now(self) -> dt.datetime:
        """Give the moment, in UTC."""
        return dt.datetime.now(dt.UTC) + self._ahead

    def begin(self, day: dt.date) -> None:
        """Make it ten in the morning of a day."""
        morning = dt.datetime.combine(day, dt.time(10), KYIV)
        self._ahead = morning - dt.datetime.now(dt.UTC)


def staff_of_the_week(books: Books) -> None:
    """Open the warehouse with Natalka, who speaks Russian; Olha at the front speaks Ukrainian."""
    model = books.accounts.chart()["till.1"]
    named = dict.fromkeys(("en", "uk", "ru"), "Склад")
    books.accounts.add(replace(model, key="till.2", code="3099", names=named))
    now = dt.datetime.now(dt.UTC)
    natalka = books.people.add(Newcomer(NATALKA, "Natalka", "ru"), Role.CASHIER, now)
    books.people.change(replace(natalka, till="till.2"))
    olha = books.people.by_telegram_id(STAFF["cashier"][0])
    assert olha is not None
    books.people.change(replace(olha, name="Olha", language="uk", till="till.1"))


async def heard(chat: ChatSide, *parts: str) -> Seen:
    """Give the next message that says all of this; others before it are passed over."""
    passed: list[str] = []
    while True:
        try:
            said = await chat.hears(4)
        except NothingHeardError:
            message = f"{parts} was not said, but {passed}"
            raise AssertionError(message) from None
        if all(part in plain(said) for part in parts):
            return said
        passed.append(said.text)


def plain(said: Seen) -> str:
    """Give what is said without the marks that part its thousands."""
    return re.sub(r"(?<=\d)[,\xa0\u202f](?=\d)", "", said.text)


async def told(chat: ChatSide, text: str, *parts: str) -> Seen:
    """Type something and give the answer that says all of this."""
    await chat.types(text)
    return await heard(chat, *parts)


@dataclass
class Week:
    """Who plays, on which day, and what the independent ledger has been told."""

    floor: Floor
    clock: MovingClock
    olha: ChatSide
    natalka: ChatSide
    director: ChatSide
    accountant: ChatSide
    ledger: IndependentLedger = field(default_factory=IndependentLedger)
    day: dt.date = MONDAY
    cards: dict[str, Seen] = field(default_factory=dict)

    def moved(self, amount: int, whence: str, to: str) -> None:
        """Tell the independent ledger what moved today."""
        self.ledger.moved(self.day.isoformat(), amount, whence=whence, to=to)

    def unmoved(self, amount: int, whence: str, to: str) -> None:
        """Tell the independent ledger what of today was taken back."""
        self.ledger.taken_back(self.day.isoformat(), amount, whence=whence, to=to)

    async def begins(self, day: dt.date) -> None:
        """Let a day begin."""
        self.day = day
        self.clock.begin(day)

    async def ends(self) -> None:
        """Hold every till of each day so far against the independent ledger."""
        days = [MONDAY + dt.timedelta(n) for n in range((self.day - MONDAY).days + 1)]

        def look(books: Books) -> dict[tuple[str, str], int]:
            tills = [PLACES[FRONT], PLACES[WAREHOUSE]]
            return {
                (day.isoformat(), row.account): row.balance.minor
                for day in days
                for row in books.balances.before(day + dt.timedelta(1), tills)
                if row.balance
            }

        expected = {
            (day.isoformat(), PLACES[till]): 100 * held
            for day in days
            for till in (FRONT, WAREHOUSE)
            if (held := self.ledger.holds(till, day.isoformat()))
        }
        assert await self.floor.database.read(look) == expected
        assert await self.balances() == self.expected(), self.day

    async def balances(self) -> dict[str, int]:
        """Give every account's balance that is not nought, in kopecks."""
        rows = await self.floor.database.read(lambda books: books.balances.trial_balance())
        assert {each.currency for each in rows} == {"UAH"}
        return {each.account: each.balance.minor for each in rows if each.balance}

    def expected(self) -> dict[str, int]:
        """Give what the independent ledger says every account should have, in kopecks."""
        return {PLACES[at]: 100 * held for at, held in self.ledger.balances().items()}


async def monday(week: Week) -> None:
    """Sales at both tills; goods are bought."""
    await told(week.olha, "власник вніс 20000", "20000")
    week.moved(20_000, "owner's money", FRONT)
    await told(week.olha, "продаж 4500", "4500")
    week.moved(4_500, "sales", FRONT)
    week.cards["Ivanenko"] = await told(week.olha, "Іваненко заплатив 5000 за котел", "5000")
    week.moved(5_000, "sales", FRONT)
    await told(week.natalka, "продажа 9000", "9000")
    week.moved(9_000, "sales", WAREHOUSE)
    week.cards["pipes"] = await told(week.natalka, "поставщику 1200 за трубы", "1200")
    week.moved(1_200, WAREHOUSE, "goods")


async def tuesday(week: Week) -> None:
    """A message is edited, a sale refunded, money given to account for, an entry undone."""
    message = await week.olha.types("кур'єру 250")
    await heard(week.olha, "250")
    await week.olha.edits(message, "кур'єру 350")
    await heard(week.olha, "350")
    week.moved(350, FRONT, "couriers")
    await told(week.olha, "повернули Іваненку 500", "за продаж №\xa03")
    week.moved(500, FRONT, "given back")
    await told(week.olha, "дав Петру 2000 під звіт на матеріали", "2000")
    week.moved(2_000, FRONT, "Petro's hands")
    week.cards["Ihor"] = await told(week.natalka, "установщику Игорю 800 за монтаж", "800")
    week.moved(800, WAREHOUSE, "installers")
    petrol = await told(week.natalka, "бензин 300", "300")
    week.moved(300, WAREHOUSE, "petrol")
    await week.natalka.presses(petrol, "Отменить")
    await week.natalka.sees_edit(petrol)
    week.unmoved(300, WAREHOUSE, "petrol")


async def wednesday(week: Week) -> None:
    """Cash goes from till to till; a figure is put right in words; Petro accounts."""
    await told(week.olha, "передала 5000 на склад", "5000")
    week.moved(5_000, FRONT, "between tills")
    asked = await heard(week.natalka, "5000", "Front till")
    await week.natalka.presses(asked, "Получено")
    await week.natalka.sees_edit(asked)
    week.moved(5_000, "between tills", WAREHOUSE)
    await a_part_is_lost(week)
    await told(week.natalka, "курьеру 220", "220")
    await told(week.natalka, "нет, не 220, а 230", "230")
    week.moved(230, WAREHOUSE, "couriers")
    listed = await told(week.olha, "/advances", "2000")
    await week.olha.presses(listed, "П")
    card = await heard(week.olha, "2000")
    await week.olha.presses(card, "Чеки")
    await week.olha.hears()
    await told(week.olha, "1500 матеріали, 150 бензин", "1500")
    week.moved(1_500, "Petro's hands", "goods")
    week.moved(150, "Petro's hands", "petrol")
    await told(week.olha, "Петро повернув 200 здачі", "200")
    week.moved(200, "Petro's hands", FRONT)


async def a_part_is_lost(week: Week) -> None:
    """Of 700 that go to the warehouse 650 come; the director books the rest as a shortage."""
    await told(week.olha, "передала 700 на склад", "700")
    week.moved(700, FRONT, "between tills")
    await heard(week.natalka, "700", "Front till")
    await told(week.natalka, "пришло 650 из 700", "650")
    week.moved(650, "between tills", WAREHOUSE)
    missing = await heard(week.director, "650", "hasn't come")
    await week.director.presses(missing, "Book it as a shortage")
    await heard(week.olha, "50", "нестачу")
    week.moved(50, "between tills", "lost")


async def thursday(week: Week) -> None:
    """Payouts above a limit: one is approved, one refused; cash goes to the bank."""
    await told(week.director, "/limits cashier 5000", "5000")
    await week.olha.types("кур'єру 9000")
    await heard(week.olha, "9000")
    card = await heard(week.director, "9000")
    await week.floor.restart()
    await week.director.presses(card, "Approve")
    await heard(week.olha, "Дозвіл: Director")
    week.moved(9_000, FRONT, "couriers")
    await week.natalka.types("курьеру 6000")
    await heard(week.natalka, "6000")
    card = await heard(week.director, "6000")
    await week.director.presses(card, "Refuse")
    await week.director.sees_edit(card)
    await week.director.types("ask me in the morning")
    await heard(week.natalka, "Отказ: Director")
    await told(week.olha, "/deposit 3000", "3000")
    week.moved(3_000, FRONT, "way to the bank")


async def friday(week: Week) -> None:
    """The front till is counted and fifty short; the warehouse changes hands."""
    await told(week.olha, "продаж 1000", "1000")
    week.moved(1_000, "sales", FRONT)
    await told(week.olha, "/count")
    short = await told(week.olha, str(week.ledger.holds(FRONT) - 50), "менше, ніж за записами")
    await week.olha.presses(short, "Записати нестачу")
    why = await week.olha.sees_edit(short)
    await week.olha.presses(why, "помилилися з рештою")
    await week.olha.sees_edit(short)
    week.moved(50, FRONT, "lost")
    whom = await told(week.natalka, "/handover", "Склад")
    await week.natalka.presses(whom, "Director")
    offer = await heard(week.director, "Склад", str(week.ledger.holds(WAREHOUSE)))
    await week.director.presses(offer, "Yes, I take it")
    await week.director.sees_edit(offer)
    await heard(week.natalka, "теперь отвечает")
    await told(week.director, "sale 700", "700")
    week.moved(700, "sales", WAREHOUSE)


async def saturday(week: Week) -> None:
    """The till goes back; the accountant splits and comments; cash is said not to have come."""
    whom = await told(week.director, "/handover", "Склад")
    await week.director.presses(whom, "Natalka")
    offer = await heard(week.natalka, "Склад", str(week.ledger.holds(WAREHOUSE)))
    await week.natalka.presses(offer, "Да, принимаю")
    await week.natalka.sees_edit(offer)
    await heard(week.director, "has taken")
    await accountant_splits(week)
    await told(week.natalka, "передала 1000 в другую кассу", "1000")
    week.moved(1_000, WAREHOUSE, "between tills")
    asked = await heard(week.olha, "1000", "Склад")
    await week.olha.presses(asked, "Не надійшло")
    week.cards["missing cash"] = await week.olha.sees_edit(asked)
    await heard(week.director, "1000")


async def accountant_splits(week: Week) -> None:
    """Part the approved courier of Thursday, and say something of it."""
    page = await told(week.accountant, "/cash 19.11", "9000")
    number = next(line for line in page.text.splitlines() if "9,000" in line)
    number = number.split("No.\xa0")[1].split()[0].strip("·")
    await week.accountant.presses(page, f"No. {number}")
    card = await heard(week.accountant, "9000")
    await week.accountant.presses(card, "Split")
    await week.accountant.hears()
    parts = await told(week.accountant, "2000 fuel, 1500 rent", "5500", "2000", "1500")
    thursday = (MONDAY + dt.timedelta(3)).isoformat()
    week.ledger.taken_back(thursday, 9_000, whence=FRONT, to="couriers")
    for amount, to in ((5_500, "couriers"), (2_000, "petrol"), (1_500, "rent")):
        week.ledger.moved(thursday, amount, whence=FRONT, to=to)
    await heard(week.olha, "Accountant", "5500")
    await week.accountant.presses(parts, parts.labels[-1])
    card = await heard(week.accountant, "1500")
    await week.accountant.presses(card, "Comment")
    await week.accountant.hears()
    await week.accountant.types("the lease is in the folder")
    await heard(week.olha, "the lease is in the folder")


async def sunday(week: Week) -> None:
    """The books are closed through Saturday; late corrections are booked today, or left."""
    card = await told(week.accountant, "/close 21.11", "21\xa0Nov")
    for open_item in [each for each in card.labels if each.startswith("Explain")]:
        await week.accountant.presses(card, open_item)
        await heard(week.accountant, "Whoever signs will read it")
        card = await told(week.accountant, "seen by the owner, all right", "seen by the owner")
    await week.accountant.presses(card, "Sign as accountant")
    await week.accountant.sees_edit(card)
    wanted = await heard(week.director, "Accountant has signed")
    await week.director.presses(wanted, "Open the checklist")
    card = await week.director.sees_edit(wanted)
    await week.director.presses(card, "Sign as director")
    assert "is closed" in (await week.director.sees_edit(card)).text
    await week.natalka.replies(week.cards["pipes"], "нет, 1300")
    await heard(week.natalka, "бухгалтера")
    proposal = await heard(week.accountant, "1300")
    await week.accountant.presses(proposal, "Book it today")
    await heard(week.natalka, "Accountant")
    week.moved(1_200, "goods", WAREHOUSE)
    week.moved(1_300, WAREHOUSE, "goods")
    await week.natalka.presses(week.cards["Ihor"], "Отменить")
    proposal = await heard(week.accountant, "800")
    await week.accountant.presses(proposal, "Leave it as it is")
    await heard(week.natalka, "Accountant")
    await week.olha.presses(week.cards["missing cash"], "Усе ж надійшло")
    await heard(week.natalka, "1000")
    week.moved(1_000, "between tills", FRONT)
    await told(week.olha, "/count")
    await told(week.olha, str(week.ledger.holds(FRONT)), "сходиться")
    await told(week.natalka, "/count")
    await told(week.natalka, str(week.ledger.holds(WAREHOUSE)), "сходится")


async def test_a_week_of_cash_agrees_with_an_independent_ledger(database_url: str) -> None:
    clock = MovingClock()
    clock.begin(MONDAY)
    async with shop_floor(database_url, clock=clock) as floor:
        await floor.database.write(staff_of_the_week)
        actor = await floor.driver.person("Natalka", language_code="ru", user_id=NATALKA)
        natalka = await actor.opens(BOT)
        await natalka.hears()
        olha = await floor.side("cashier", "uk")
        director, accountant = await floor.side("director"), await floor.side("accountant")
        week = Week(floor, clock, olha, natalka, director, accountant)
        days = (monday, tuesday, wednesday, thursday, friday, saturday, sunday)
        for number, play in enumerate(days):
            await week.begins(MONDAY + dt.timedelta(number))
            await play(week)
            await week.ends()
            assert await floor.database.read(verify_books) == ()
