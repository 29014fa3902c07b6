"""Made-up years of bank lines with what each of them was: shops of several trades, and cards.

A shop's year has what a Ukrainian shop's account has: suppliers, taxes, wages, rent, couriers,
gateways that pay out, customers, the till's cash; in three languages, with numbers and dates in
the purposes. A year of cards has a firm's units that buy from thousands of merchants and file by
unit and amount, not always alike. The same seed gives the same year.
"""

import datetime as dt
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from categorisation.line import LineFacts
from ledger.money import Money

FIRST_DAY = dt.date(2025, 1, 1)
DAYS = 365

Answered = tuple[LineFacts, str]

SURNAMES = (
    "Коваль Бойко Мельник Шевчук Кравець Ткаченко Гнатюк Лисенко Савчук Поліщук Марченко Руденко "
    "Левицький Мороз Гордієнко Олійник Петренко Клименко Павлюк Кузьменко Сидоренко Тарасенко "
    "Іваненко Захарченко Яковенко Власенко Домбровська Сосновська Грушевська Мартинюк Власюк "
    "Романюк Остапчук Дяченко Тимошенко Данилюк Панченко Юрченко Білецька Зінченко Харченко"
).split()
NAMES = (
    "Олена Іван Наталія Сергій Тетяна Андрій Ірина Василь Юлія Микола Ганна Петро Оксана Дмитро "
    "Людмила Олег Марія Тарас Світлана Роман Вікторія Богдан Катерина Юрій"
).split()
FATHERS = "Іванович Петрович Миколайович Андріївна Сергіївна Олегович Василівна Юріївна".split()
ROOTS = (
    "Альфа Буд Тепло Світ Еко Профі Граніт Дім Вектор Схід Нова Комфорт Мега Пром Сервіс Трейд "
    "Інвест Груп Логіс Техно Арт Ліга Оптима Стиль Дельта Зеніт Карпати Дніпро Поділля Форум"
).split()
MONTHS = (
    "січень лютий березень квітень травень червень "
    "липень серпень вересень жовтень листопад грудень"
).split()
VAT = ("", ", у т.ч. ПДВ 20%", ". Без ПДВ", " в т.ч. НДС 20%", ", без ПДВ", "")
GOODS = {
    "heating": "котел бойлер радіатор насос конвектор димохід колектор термостат".split(),
    "clothes": "сукня куртка светр джинси кросівки пальто футболка шкарпетки".split(),
    "coffee": "кава молоко сироп стакани випічка чай какао вершки".split(),
    "parts": "фільтр колодки амортизатор ремінь мастило акумулятор свічки підшипник".split(),
    "beauty": "крем шампунь сироватка помада маска парфум лосьйон щітка".split(),
}
TRADES = tuple(GOODS)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of payment: who, how often, how much and what is written."""

    category: str
    purposes: tuple[str, ...]
    per_month: float
    low: int
    high: int
    names: tuple[str, ...] = ()
    """Names to choose from; without them the parties are firms, or people with `is_people`."""
    parties: int = 1
    is_in: bool = False
    is_people: bool = False
    is_new_each_time: bool = False


def _kinds() -> tuple[Kind, ...]:
    supplier = (
        "Оплата за товар зг. рах. №{n} від {d}{vat}", "Оплата за {g} зг рах {n}{vat}",
        "За {g}, видаткова накладна {n}{vat}", "Оплата за товар по счету {n} от {d}{vat}",
        "Payment for goods, invoice {n}", "Сплата за обладнання зг. дог. {c}{vat}",
    )  # fmt: skip
    return (
        Kind("asset.inventory", supplier, 16, 2_000, 90_000, parties=9),
        Kind("asset.inventory", supplier, 3, 900, 20_000, parties=4, is_people=True),
        Kind(
            "expense.taxes",
            ("*;101;{c};ЄСВ за {m};;;", "Сплата ЄСВ за {m}", "ЄСВ із заробітної плати {m}"),
            1, 1_700, 9_000, ("ГУ ДПС У М.КИЄВІ", "ГУК у м.Києві"),
        ),
        Kind(
            "expense.taxes",
            ("*;101;{c};Єдиний податок за {m};;;", "Сплата єдиного податку {q} кв. 2025"),
            1, 3_000, 40_000, ("ГУ ДПС У М.КИЄВІ", "Казначейство України"),
        ),
        Kind(
            "liability.taxes",
            ("*;101;{c};ПДФО із заробітної плати за {m};;;", "Військовий збір за {m}"),
            2, 800, 14_000, ("ГУ ДПС У М.КИЄВІ", "ДКСУ"),
        ),
        Kind(
            "liability.vat",
            ("*;101;{c};ПДВ до сплати згідно декларації за {m};;;", "Сплата ПДВ за {m}"),
            1, 4_000, 120_000, ("ДКСУ", "Казначейство України (ел. адм. подат.)"),
        ),
        Kind(
            "expense.salaries",
            ("Заробітна плата за {m}", "Аванс за першу половину {m}", "Зарплата за {m}"),
            2, 9_000, 31_000, parties=5, is_people=True,
        ),
        Kind(
            "expense.rent",
            ("Орендна плата за {m} зг. дог. {c}{vat}", "Оренда приміщення {m}", "Аренда за {m}"),
            1, 18_000, 70_000,
        ),
        Kind(
            "expense.utilities",
            ("За електроенергію {m} дог {c}{vat}", "Електропостачання за {m}, о/р {c}"),
            1, 900, 12_000, ('ТОВ "КИЇВСЬКІ ЕНЕРГЕТИЧНІ ПОСЛУГИ"', "ТОВ YASNO"),
        ),
        Kind(
            "expense.utilities",
            ("Водопостачання за {m} о/р {c}", "Вивіз сміття {m}, дог. {c}"),
            1, 200, 3_000, ('ПрАТ "АК "КИЇВВОДОКАНАЛ"', "КП ЕКОПОСЛУГИ"), 2,
        ),
        Kind(
            "expense.phone_internet",
            ("Послуги інтернет за {m} о/р {c}", "За телекомунікаційні послуги, рах. {n}"),
            1, 300, 1_500, ('ПрАТ "КИЇВСТАР"', "ТОВ ЛАНЕТ", 'ПрАТ "ДАТАГРУП"'), 2,
        ),
        Kind(
            "expense.advertising",
            ("GOOGLE *ADS{n} Dublin", "FACEBK *{c} fb.me/ads", "Оплата за рекламні послуги"),
            11, 400, 9_000, ("Google Ireland", "META PLATFORMS", "FACEBK"), 2,
        ),
        Kind(
            "expense.delivery",
            ("Послуги з доставки, рах. {n} від {d}{vat}", "Експрес-доставка зг. акту {n}{vat}"),
            9, 150, 7_000, ('ТОВ "НОВА ПОШТА"', 'ТОВ "РОЗЕТКА ДЕЛІВЕРІ"', 'АТ "УКРПОШТА"'),
            2,
        ),
        Kind(
            "expense.packaging",
            ("За пакувальні матеріали рах {n}{vat}", "Коробки, скотч зг. накл. {n}"),
            1.5, 400, 6_000, parties=2,
        ),
        Kind(
            "expense.marketplace_fees",
            ("Комісія маркетплейсу за {m}, акт {n}", "Послуги розміщення товарів, дог. {c}"),
            2, 600, 15_000, ('ТОВ "РОЗЕТКА. УА"', 'ТОВ "УАПРОМ"', "ТОВ КАСТА ГРУП"), 2,
        ),
        Kind(
            "expense.bank_fees",
            ("Комісія за розрахункове обслуговування", "Комісія за переказ {d}", "РКО за {m}"),
            22, 5, 90, ('АТ КБ "ПРИВАТБАНК"', 'АТ "УНІВЕРСАЛ БАНК"', 'АТ "ПУМБ"'),
        ),
        Kind(
            "expense.office_household",
            ("За канцтовари рах. {n}{vat}", "Господарчі товари, чек {n}", "Вода питна, накл. {n}"),
            2, 150, 3_500, parties=3,
        ),
        Kind(
            "expense.repairs",
            ("Ремонт обладнання, акт {n}{vat}", "За ремонт вітрини зг рах {n}"),
            0.7, 700, 15_000, parties=2,
        ),
        Kind(
            "expense.software",
            ("Підписка {c}", "За програмне забезпечення, рах. {n}", "MSFT *{c}"),
            1, 250, 3_000, ("ТОВ ВЧАСНО СЕРВІС", "MICROSOFT IRELAND", "KeyCRM"), 2,
        ),
        Kind(
            "asset.gateway_clearing",
            ("Перерах. платежів інтернет-еквайринг {c} за {d} Без ПДВ",
             "Зарахування за платіжними операціями {d}, комісія {n}",
             "Payout {c} merchant {n}", "Відшкодування еквайринг за {d}"),
            26, 1_500, 60_000, ('ТОВ "ФК "ЕВО"', "WAYFORPAY", "LIQPAY", "ТРАНЗ. ЕКВАЙРИНГ"),
            2, is_in=True,
        ),
        Kind(
            "asset.gateway_clearing",
            ("Переказ післяплати зг. реєстру {n} від {d}", "Накладені платежі {c} без ПДВ"),
            9, 900, 30_000, ('ТОВ "НОВАПЕЙ"',), is_in=True,
        ),
        Kind(
            "asset.cash_in_transit",
            ("Внесення готівкової торгової виручки", "Торгова виручка через ПТКС {d}"),
            8, 4_000, 60_000, ("Самоінкасація ПТКС", "Каса відділення"), is_in=True,
        ),
        Kind(
            "asset.between_accounts",
            ("Переказ власних коштів на поточний рахунок. Без ПДВ",
             "Переказ між власними рахунками"),
            3, 5_000, 200_000, ('ТОВ "НАША КРАМНИЦЯ"',),
        ),
        Kind(
            "income.sales",
            ("Оплата за замовлення №{n}{vat}", "Оплата за {g} зг. рах. №{n} від {d}{vat}",
             "№{n} {g}", "зам.{n}", "Оплата заказа {n}", "Payment for order {n}", "опл за {g}",
             "Передоплата {n}", "За {g} по счету № {n} от {d}{vat}"),
            34, 300, 60_000, is_in=True, is_people=True, is_new_each_time=True,
        ),
        Kind(
            "income.sales",
            ("Оплата за товар зг. рах. №{n} від {d}{vat}", "Оплата за {g} рах {n}{vat}"),
            7, 3_000, 80_000, parties=4, is_in=True,
        ),
        Kind(
            "income.sales_returns",
            ("Повернення коштів за замовлення №{n}", "Повернення оплати за замовлення {n}"),
            1.5, 300, 9_000, is_people=True, is_new_each_time=True,
        ),
        Kind(
            "equity.owner_draws",
            ("Переказ на картку, власні потреби", "Дохід підприємця за {m}"),
            1.5, 5_000, 60_000, is_people=True,
        ),
        Kind(
            "income.other",
            ("Нараховані відсотки на залишок коштів {d}", "Ретро-бонус за {q} квартал"),
            0.8, 20, 4_000, parties=2, is_in=True,
        ),
    )  # fmt: skip


@dataclass(slots=True)
class Party:
    """Somebody the shop deals with, as the bank writes them."""

    name: str
    tax_id: str
    accounts: tuple[str, ...]
    purposes: tuple[str, ...]
    first: int
    last: int
    category: str
    usual_minor: int
    spread: float
    second: tuple[str, str] | None = None
    """Another category that it is paid for now and then, and the purpose of that."""
    second_share: float = 0.0
    changes: tuple[int, str] | None = None
    """From a day on, the accountant files it elsewhere."""


def shop_year(
    seed: int, trade: str = "heating", *, steady: bool = False, busy: float = 1
) -> list[Answered]:
    """Make a shop's year in order of time.

    Args:
        seed: the same gives the same year.
        trade: one of `TRADES`.
        steady: nobody changes habits, files in two ways or errs.
        busy: how many times as many payments as a small shop has, by the same parties.
    """
    draw = random.Random(f"{seed} {trade} {steady}")
    goods = GOODS[trade]
    own = [f"UA{draw.randrange(10**26, 10**27)}" for _ in range(1 + seed % 2)]
    lines: list[Answered] = []
    for kind in _kinds():
        parties = [_party(kind, draw, steady=steady) for _ in range(kind.parties)]
        often = busy * kind.per_month * (1 if steady else draw.uniform(0.5, 1.6))
        each_month = kind.parties if kind.category == "expense.salaries" else 1
        for day in _days(often * each_month, draw):
            party = draw.choice(parties)
            if kind.is_new_each_time and draw.random() < 0.9:
                party = _party(kind, draw, steady=True)
            if party.first <= day <= party.last:
                lines.append(_line(kind, party, day, draw, (goods, draw.choice(own))))
    lines.sort(key=lambda answered: answered[0].booked_on)
    return lines if steady else list(_with_errors(lines, draw))


def _days(per_month: float, draw: random.Random) -> Iterator[int]:
    if per_month == 1:
        due = draw.randrange(1, 26)
        yield from (month * 30 + due + draw.randrange(3) for month in range(12))
        return
    day = draw.expovariate(per_month / 30)
    while day < DAYS:
        yield int(day)
        day += draw.expovariate(per_month / 30)


def _party(kind: Kind, draw: random.Random, *, steady: bool) -> Party:
    name = draw.choice(kind.names) if kind.names else _name(kind, draw)
    iban = tuple(f"UA{draw.randrange(10**26, 10**27)}" for _ in range(draw.choice((1, 1, 1, 2))))
    is_told = draw.random() < 0.8
    texts = draw.sample(kind.purposes, min(len(kind.purposes), draw.choice((1, 1, 2))))
    first = draw.choice((0, 0, 0, 0, 0, draw.randrange(30, 250)))
    last = DAYS
    party = Party(
        name, str(draw.randrange(10**7, 10**10)) if draw.random() < 0.75 else "",
        iban if is_told else (), tuple(texts), first, last, kind.category,
        draw.randrange(kind.low, kind.high) * 100, draw.choice((0.0, 0.05, 0.3, 0.6)),
    )  # fmt: skip
    other = (
        ("expense.delivery", "За доставку, акт {n}"),
        ("expense.repairs", "Монтажні роботи, акт {n}"),
        ("expense.office_household", draw.choice(texts)),
        ("asset.inventory", "За товар, накл. {n}"),
    )
    if not kind.is_in and not kind.is_people and draw.random() < 0.15:
        party.second = draw.choice(other)
        party.second_share = draw.uniform(0.05, 0.4)
        if steady and party.second[1] in texts:
            party.second = None
    if not steady and draw.random() < 0.06:
        party.changes = (draw.randrange(100, 300), draw.choice(other)[0])
    if not steady and draw.random() < 0.1:
        party.last = draw.randrange(120, 330)
    return party


def _name(kind: Kind, draw: random.Random) -> str:
    if kind.is_people:
        person = f"{draw.choice(SURNAMES)} {draw.choice(NAMES)} {draw.choice(FATHERS)}"
        is_trader = kind.category == "asset.inventory"
        return f"ФОП {person}" if is_trader else person
    form = draw.choice(("ТОВ", "ПП", "ТОВ", "LLC", "ТзОВ"))
    return f'{form} "{draw.choice(ROOTS)}{draw.choice(ROOTS).lower()} {draw.choice(ROOTS)}"'


def _line(
    kind: Kind, party: Party, day: int, draw: random.Random, shop: tuple[list[str], str]
) -> Answered:
    goods, own = shop
    category, text = party.category, draw.choice(party.purposes)
    if party.changes and day >= party.changes[0]:
        category = party.changes[1]
    if party.second and draw.random() < party.second_share:
        category, text = party.second
    factor = 1 + party.spread * draw.uniform(-1, 1)
    if kind.is_new_each_time or not party.spread:
        factor = 1.0 if draw.random() < 0.7 else draw.uniform(0.5, 1.5)
    minor = max(100, int(party.usual_minor * factor))
    booked_on = FIRST_DAY + dt.timedelta(days=min(day, DAYS - 1))
    line = LineFacts(
        booked_on,
        Money(minor if kind.is_in else -minor, "UAH"),
        _filled(text, booked_on, goods, draw),
        _written(party.name, draw),
        draw.choice(party.accounts) if party.accounts else "",
        party.tax_id,
        own,
    )
    return line, category


def _filled(text: str, booked_on: dt.date, goods: list[str], draw: random.Random) -> str:
    return text.format(
        n=draw.randrange(10, 90_000),
        d=booked_on.strftime(draw.choice(("%d.%m.%Y", "%d.%m.%y"))),
        m=draw.choice((f"{MONTHS[booked_on.month - 1]} 2025", f"{booked_on:%m.%Y}")),
        q=(booked_on.month + 2) // 3,
        c=f"{draw.choice('ABEKMNR')}{draw.randrange(100, 9999)}",
        g=draw.choice(goods),
        vat=draw.choice(VAT),
    )


def _written(name: str, draw: random.Random) -> str:
    """Write a name as banks do: in capitals, without quotes, a person by initials."""
    way = draw.random()
    if way < 0.1:
        return name.upper()
    if way < 0.15:
        return name.replace('"', "")
    words = name.split()
    if way < 0.2 and words[-1].endswith(("ович", "івна", "ївна")):
        return f"{' '.join(words[:-2])} {words[-2][0]}.{words[-1][0]}."
    return name


def _with_errors(lines: list[Answered], draw: random.Random) -> Iterator[Answered]:
    categories = sorted({category for _, category in lines})
    for line, category in lines:
        yield line, draw.choice(categories) if draw.random() < 0.004 else category


THINGS = (
    "hotel rail taxi travel fuel garage tyres stationers print books school toys foods market "
    "bakery catering flowers tools hardware timber paint electric plumb tech mobile software post "
    "courier cleaning laundry uniform sports pharmacy dental medical garden pets furniture carpet"
).split()
SYLLABLES = (
    "bar cor den fal gor hol ken lan mer nor pel ros sel tam wil ash brad cal hart mil".split()
)
PLACES = "LEEDS YORK LONDON HALIFAX BRIGHOUSE ONLINE MANCHESTER HULL".split()


def card_year(seed: int, lines: int = 2_500, *, doubt: float = 0.5) -> list[Answered]:
    """Make a year of a firm's cards in order of time.

    Args:
        seed: the same gives the same year.
        lines: how many.
        doubt: the share of merchants that are filed in several ways.
    """
    draw = random.Random(f"cards {seed}")
    categories = [f"class {number}" for number in range(draw.choice((12, 25, 45)))]
    usual = {thing: draw.choice(categories) for thing in THINGS}
    units = [f"unit {number}" for number in range(draw.choice((1, 5, 12)))]
    by_unit = {unit: draw.sample(categories, 3) for unit in units}
    merchants = [_merchant(draw, usual, categories, doubt) for _ in range(lines // 2)]
    weights = [1 / (rank + 3) ** 0.9 for rank in range(len(merchants))]
    answered = []
    for number in range(lines):
        merchant = draw.choices(merchants, weights)[0]
        unit = draw.choice(units)
        minor = int(draw.choice(merchant.amounts) * draw.choice((1.0, 1.0, draw.uniform(0.4, 2))))
        chosen = merchant.chosen[(minor > merchant.border) % len(merchant.chosen)]
        if draw.random() < merchant.doubt:
            chosen = draw.choice(by_unit[unit] + list(merchant.chosen))
        line = LineFacts(
            FIRST_DAY + dt.timedelta(days=number * DAYS // lines),
            Money(-max(1, minor), "GBP"),
            f"{merchant.said} {draw.randrange(1000, 9999)}" if merchant.said else "",
            _card_name(merchant.name, draw),
            account=unit if len(units) > 1 else "",
        )
        answered.append((line, chosen))
    return answered


@dataclass(frozen=True, slots=True)
class Merchant:
    """Where cards are used: its amounts and what they are filed as below and above a border."""

    name: str
    said: str
    amounts: tuple[int, ...]
    chosen: tuple[str, ...]
    border: int
    doubt: float


def _merchant(
    draw: random.Random, usual: dict[str, str], categories: list[str], doubt: float
) -> Merchant:
    thing = draw.choice(THINGS)
    name = f"{draw.choice(SYLLABLES)}{draw.choice(SYLLABLES)} {thing}"
    if draw.random() < 0.3:
        name = f"{draw.choice(SYLLABLES)}{draw.choice(SYLLABLES)}{draw.choice(SYLLABLES)}"
    if draw.random() < 0.3:
        name += f" {draw.choice(PLACES)}"
    chosen = [usual[thing] if draw.random() < 0.8 else draw.choice(categories)]
    is_in_doubt = draw.random() < doubt
    if is_in_doubt and draw.random() < 0.5:
        chosen.append(draw.choice(categories))
    amounts = tuple(int(draw.lognormvariate(8.2, 1.3)) for _ in range(draw.choice((1, 3, 12))))
    return Merchant(
        name,
        draw.choice(("", "", "", f"{thing} order")),
        amounts,
        tuple(chosen),
        int(draw.lognormvariate(8.2, 0.8)),
        draw.uniform(0.1, 0.8) if is_in_doubt else draw.choice((0.0, 0.0, 0.02)),
    )


def _card_name(name: str, draw: random.Random) -> str:
    written = name.upper() if draw.random() < 0.6 else name.title()
    if draw.random() < 0.25:
        written = f"{written} {draw.randrange(1, 9999)}"
    return re.sub(" ", draw.choice((" ", " ", " ", "  ")), written)
