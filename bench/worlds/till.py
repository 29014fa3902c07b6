"""The till beside its orders: small sales, small costs, and cash carried to the bank."""

from bench.worlds.calendar import DAY, FRIDAY, banking_after, banking_on_or_after, weekday
from bench.worlds.dice import Dice
from bench.worlds.plans import HOUR
from bench.worlds.records import BankLine, CashEntry, Role, World
from bench.worlds.styles import Style

_SMALL = (
    "шланг",
    "лампочки",
    "мішки для пилососа",
    "фільтр",
    "подовжувач",
    "дрібниці",
    "кронштейн",
)
_COSTS = (
    ("installer_services", ("майстер Олег, підключення", "монтаж кондиціонера", "выезд мастера")),
    ("office_household", ("вода", "канцелярія", "мыло, салфетки", "папір")),
    ("fuel", ("бензин", "дизель", "заправка")),
)
_DEPOSITS = ("здача виручки", "інкасація", "в банк", "внесено на рахунок", "сдано в банк")
_BOOKED = (
    ("Самоінкасація", "Готівкова виручка магазину"),
    ("Каса банку", "Внесення готівки, торгова виручка"),
    ("ТОВ «ДОМАШНЯ ТЕХНІКА»", "Торгова виручка, термінал самообслуговування"),
    ("Інкасація", "Здана готівка зг. супровідної відомості"),
)


def keep_till(world: World, dice: Dice, style: Style) -> None:
    """Add the till's own entries, its deposits and their bank lines."""
    sales: dict[int, int] = {}
    for entry in world.cash:
        signed = entry.amount if entry.direction == "in" else -entry.amount
        sales[entry.at // DAY] = sales.get(entry.at // DAY, 0) + signed
    balance = dice.between(2, 8) * 100_000
    for day in range(world.first_day, world.as_of + 1):
        balance += sales.get(day, 0) + _small_change(world, dice, day)
        threshold = 1_500_000 if style.equal_deposits else dice.between(8, 30) * 100_000
        if style.weekly_deposits and weekday(day) != FRIDAY:
            continue
        if balance > threshold and dice.chance(0.75):
            left = dice.between(1, 5) * 50_000
            amount = (balance - left) // 10_000 * 10_000
            amount = 1_000_000 if style.equal_deposits and dice.chance(0.5) else amount
            balance -= amount
            _carry(world, dice, style, day, amount)


def _small_change(world: World, dice: Dice, day: int) -> int:
    moved = 0
    for _ in range(dice.weighted(((0, 25), (1, 40), (2, 25), (3, 10)))):
        at = day * DAY + dice.between(10 * HOUR, 18 * HOUR) // 60 * 60
        amount = dice.between(60, 1_900) * 100
        world.cash.append(CashEntry(at, "in", amount, "small_retail", "", dice.pick(_SMALL)))
        moved += amount
    if dice.chance(0.6):
        at = day * DAY + dice.between(10 * HOUR, 18 * HOUR) // 60 * 60
        category, notes = dice.pick(_COSTS)
        amount = dice.between(2, 26) * 5_000
        world.cash.append(CashEntry(at, "out", amount, category, "", dice.pick(notes)))
        moved -= amount
    return moved


def _carry(world: World, dice: Dice, style: Style, day: int, amount: int) -> None:
    at = day * DAY + dice.between(18 * HOUR + 1_800, 19 * HOUR + 3_000) // 60 * 60
    world.cash.append(CashEntry(at, "out", amount, "bank_deposit", "", dice.pick(_DEPOSITS)))
    entry = len(world.cash) - 1
    if dice.chance(style.faults.deposit_missing):
        return
    lag = dice.weighted(((0, 15), (1, 50), (2, 35)))
    booked_on = banking_after(day, lag) if lag else banking_on_or_after(day)
    booked = amount
    if dice.chance(style.faults.deposit_wrong) and amount > 200_000:
        booked += dice.pick((-10_000, -20_000, -50_000, 10_000, -5_000, -500, 20_000))
    if booked_on <= world.as_of:
        name, purpose = dice.pick(_BOOKED)
        line = BankLine(
            int(weekday(day) == 3), booked_on, booked, name, "UA" + dice.digits(27), "",
            purpose, Role.DEPOSIT, deposit=entry, rank=dice.random(),
        )  # fmt: skip
        world.bank.append(line)
