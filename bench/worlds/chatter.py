"""Bank lines that have nothing to do with orders: suppliers, wages, taxes, own transfers."""

from datetime import date

from bench.worlds import names
from bench.worlds.arrivals import SENDERS
from bench.worlds.calendar import dotted, dotted_short, is_banking
from bench.worlds.dice import Dice
from bench.worlds.records import BankLine, Role, World

OWN_NAME, OWN_TAX_ID = "ТОВ «ДОМАШНЯ ТЕХНІКА»", "40771835"
SUPPLIERS = (
    ("ТОВ «ЕЛЕКТРОІМПОРТ»", "31456098"), ("ТОВ «БІЛА ТЕХНІКА ДИСТРИБУЦІЯ»", "36190047"),
    ("ПП «КУХОННИЙ СВІТ»", "33890512"), ("ТОВ «САМСУНГ-ОПТ»", "40112698"),
    ("АТ «ДИСТРИБ'ЮТОР ПІВНІЧ»", "25408831"),
)  # fmt: skip
FEE_DAY = 3
BANK = ("АТ «ЦЕНТРАЛЬНИЙ БАНК»", "20053145")
FOUNDER = ("Гнатишин Роман Теодорович", "2987601543")
OFFICES = (
    ("ГУК у м.Києві/м.Київ/18010200", "37993783", "*;101;податок на прибуток;;;"),
    ("ГУ ДПС У КИЇВСЬКІЙ ОБЛ.", "44096797", "*;101;ЄСВ за працівників;;;"),
    ("Казначейство України", "37567646", "*;101;ПДВ за звітний період;;;"),
)
_COSTS = (
    ("Facebook Ireland Limited", "", "Реклама в соціальних мережах", (3_000, 45_000)),
    (
        "ТОВ «СКЛАД-СЕРВІС»",
        "39004417",
        "Оренда складу за договором 7/24 без ПДВ",
        (28_000, 61_000),
    ),
    ("АТ «ТЕЛЕКОМ-ЗВ'ЯЗОК»", "21560766", "Послуги зв'язку, рах. 50318", (900, 4_200)),
    (
        "ТОВ «НОВА КУР'ЄР»",
        "38214406",
        "Оплата доставки зг. акту {b} від {e}, ПДВ",
        (2_500, 38_000),
    ),
)
_INCOMES = (
    (("supplier", (3_000, 40_000), "Премія за обсяг закупівель зг. угоди {b}"), 3),
    (("supplier", (900, 60_000), "Повернення коштів за брак, накладна {b} від {e}"), 4),
    (("founder", (50_000, 400_000), "Безвідсоткова позика засновника, договір {b}"), 2),
    (("bank", (15, 600), "Проценти на залишок за {e}"), 2),
    (("office", (500, 30_000), "Повернення надміру сплачених платежів"), 1),
    (("staff", (200, 9_000), "Повернення підзвітних коштів, авансовий звіт {b} від {e}"), 2),
)


def add_chatter(world: World, dice: Dice, orders: int) -> None:
    """Write the unrelated lines: some each banking day, more in a larger shop."""
    per_day = 2 + orders // 110
    for day in range(world.first_day, world.as_of + 1):
        if not is_banking(day):
            continue
        _line(world, dice, day, -dice.between(500, 9_900), BANK, "Плата за послуги банку за {e}")
        if dice.chance(0.5):
            _own_transfer(world, dice, day)
        for _ in range(dice.between(per_day // 2, per_day)):
            _cost(world, dice, day)
        if dice.chance(0.12 + orders / 60_000):
            _income(world, dice, day)
        if dice.chance(0.06):
            _wages(world, dice, day, 4 + orders // 900)


def add_fees(world: World, dice: Dice) -> None:
    """Write what the providers take once a month for all that they settled."""
    for day in range(world.first_day, world.as_of + 1):
        if date.fromordinal(day).day == FEE_DAY:
            for sender in SENDERS.values():
                amount = -dice.between(900, 60_000) * 10 - dice.between(0, 99)
                _line(world, dice, day, amount, sender, "Комісія за місяць зг. акту {b} від {e}")


def _line(
    world: World, dice: Dice, day: int, amount: int, who: tuple[str, str], purpose: str
) -> None:
    earlier = day - dice.between(1, 30)
    text = purpose.format(
        b=dice.digits(dice.between(3, 5)),
        e=dotted(earlier) if dice.chance(0.5) else dotted_short(earlier),
    )
    world.bank.append(
        BankLine(
            int(dice.chance(0.45)), day, amount, who[0], "UA" + dice.digits(27), who[1], text,
            Role.OTHER, rank=dice.random(),
        )
    )  # fmt: skip


def _own_transfer(world: World, dice: Dice, day: int) -> None:
    amount = dice.between(200, 6_000) * 10_000
    way = dice.between(0, 1)
    text = "Переказ між власними рахунками, без ПДВ"
    for account, signed in ((way, -amount), (1 - way, amount)):
        world.bank.append(
            BankLine(
                account, day, signed, OWN_NAME, "UA" + dice.digits(27), OWN_TAX_ID, text,
                Role.OTHER, rank=dice.random(),
            )
        )  # fmt: skip


def _cost(world: World, dice: Dice, day: int) -> None:
    if dice.chance(0.7):
        words = (
            "За товар зг. рахунку {b} від {e}, ПДВ 20%",
            "Оплата постачальнику, накладна {b} від {e}",
        )
        _line(
            world,
            dice,
            day,
            -dice.between(4_000, 260_000) * 100,
            dice.pick(SUPPLIERS),
            dice.pick(words),
        )
        return
    name, tax_id, purpose, (low, high) = dice.pick(_COSTS)
    _line(world, dice, day, -dice.between(low, high) * 100, (name, tax_id), purpose)


def _income(world: World, dice: Dice, day: int) -> None:
    """Write money in that no customer sent."""
    sender, (low, high), purpose = dice.weighted(_INCOMES)
    employee = f"{dice.pick(names.SURNAMES)} {dice.pick(names.MEN)[0]}".upper()
    who = {
        "supplier": dice.pick(SUPPLIERS),
        "founder": FOUNDER,
        "bank": BANK,
        "office": OFFICES[0][:2],
        "staff": (employee, dice.digits(10)),
    }[sender]
    _line(world, dice, day, dice.between(low, high) * 100, who, purpose)


def _wages(world: World, dice: Dice, day: int, staff: int) -> None:
    for _ in range(staff):
        woman = dice.chance(0.5)
        surname = dice.pick(names.SURNAMES)
        surname = names.of_her(surname) if woman else surname
        given = dice.pick(names.WOMEN if woman else names.MEN)[0]
        who = (f"{surname} {given}".upper(), dice.digits(10))
        _line(
            world,
            dice,
            day,
            -dice.between(9_000, 34_000) * 100,
            who,
            "Зарплата, перерахування на картку {e}",
        )
    for name, tax_id, purpose in OFFICES:
        _line(world, dice, day, -dice.between(8_000, 290_000) * 100, (name, tax_id), purpose)
