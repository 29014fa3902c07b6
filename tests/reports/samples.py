"""Days, words and entries that the tests of reports share."""

import datetime as dt

from ledger.cash import CashCategory
from ledger.money import Money
from reports.day import CashMovement, DayReport, TillOpening, summarise_day
from reports.labels import DayLabels

DAY = dt.date(2026, 9, 3)
NOON = dt.datetime(2026, 9, 3, 12, tzinfo=dt.UTC)

_WORDS = {
    "en": "Cash for the day|Result|In|Out|In tills|By category|Tills|Till|Category|Opening"
    "|Closing|Moved|Total|Other|Others|No category|No cash moved on this day.|Other currencies",
    "uk": "Каса за день|Результат|Надійшло|Витрачено|У касах|За категоріями|Каси|Каса|Категорія"
    "|На початок|На кінець|Переміщено|Разом|Інше|Інші|Без категорії"
    "|Цього дня готівка не рухалася.|Інші валюти",
    "ru": "Касса за день|Результат|Поступило|Потрачено|В кассах|По категориям|Кассы|Касса"
    "|Категория|На начало|На конец|Перемещено|Итого|Другое|Остальные|Без категории"
    "|В этот день наличные не двигались.|Другие валюты",
}
_CATEGORIES = {
    "en": "Sales|Prepayments|Refunds to customers|Goods from suppliers|Installers|Delivery"
    "|Fuel and transport|Wages|Taken to the bank|Between tills",
    "uk": "Продаж|Передоплати|Повернення покупцям|Товар від постачальників|Монтажники|Доставка"
    "|Пальне й транспорт|Зарплата|Здано в банк|Між касами",
    "ru": "Продажа|Предоплаты|Возвраты покупателям|Товар от поставщиков|Монтажники|Доставка"
    "|Топливо и транспорт|Зарплата|Сдано в банк|Между кассами",
}
_CATEGORY_CODES = (
    "sale_cash customer_prepayment customer_refund supplier_goods installer_services delivery "
    "fuel_transport salary bank_deposit desk_transfer"
).split()
_TILLS = {
    "en": "Shop on Sichovykh Street|Warehouse",
    "uk": "Магазин на Січових Стрільців|Склад",
    "ru": "Магазин на Сечевых Стрельцов|Склад",
}
_OPERATIONS = {"en": "{} operations", "uk": "{} операцій", "ru": "{} операций"}


def day_labels(language: str, operation_count: int = 12) -> DayLabels:
    """Give example words in a language."""
    words = iter(_WORDS[language].split("|"))
    return DayLabels(
        title=next(words),
        operations=_OPERATIONS[language].format(operation_count),
        net=next(words),
        cash_in=next(words),
        cash_out=next(words),
        in_tills=next(words),
        by_category=next(words),
        tills=next(words),
        till=next(words),
        category=next(words),
        opening=next(words),
        closing=next(words),
        moved=next(words),
        total=next(words),
        other=next(words),
        others=next(words),
        no_category=next(words),
        nothing_happened=next(words),
        other_currencies=next(words),
        category_names=dict(zip(_CATEGORY_CODES, _CATEGORIES[language].split("|"), strict=True)),
        till_names=dict(zip(("till.1", "till.2"), _TILLS[language].split("|"), strict=True)),
    )


def movement(
    number: int,
    minor: int,
    category: str | None = "sale_cash",
    *,
    till: str = "till.1",
    currency: str = "UAH",
    reverses: int | None = None,
) -> CashMovement:
    """Build a movement of a till."""
    return CashMovement(
        entry_number=number,
        occurred_at=NOON,
        till=till,
        amount=Money(minor, currency),
        category=category,
        narration="",
        reverses=reverses,
    )


def usual_day() -> DayReport:
    """Build a day as a shop has it."""
    return summarise_day(
        DAY,
        openings=[
            TillOpening("till.1", Money(1_250_000, "UAH")),
            TillOpening("till.2", Money(300_000, "UAH")),
            TillOpening("till.1", Money(12_000, "USD")),
        ],
        movements=[
            movement(1, 1_845_000),
            movement(2, 620_050, "customer_prepayment"),
            movement(3, -98_000, "customer_refund"),
            movement(4, -740_000, "supplier_goods"),
            movement(5, -250_000, "installer_services", till="till.2"),
            movement(6, -31_025, "delivery"),
            movement(7, -64_000, "fuel_transport", till="till.2"),
            movement(8, -1_500_000, "bank_deposit"),
            movement(9, -200_000, "desk_transfer"),
            movement(9, 200_000, "desk_transfer", till="till.2"),
            movement(10, 5_000, currency="USD"),
        ],
    )


def empty_day() -> DayReport:
    """Build a day on which nothing happened."""
    return summarise_day(
        DAY, openings=[TillOpening("till.1", Money(1_250_000, "UAH"))], movements=[]
    )


def extreme_day(currency: str = "UAH") -> DayReport:
    """Build a day of every category, seven tills and huge amounts."""
    movements = [
        movement(number, sign * 10 ** (15 - number % 9) + number, code, currency=currency)
        for number, code in enumerate(CashCategory, start=1)
        for sign in (1, -1)
    ]
    openings = [
        TillOpening(f"till.{number}", Money(-(10**14) * number - 1, currency))
        for number in range(1, 8)
    ]
    others = [
        TillOpening("till.1", Money(10**14 + 1, code))
        for code in sorted({"JPY", "KWD", "EUR"} - {currency})
    ]
    return summarise_day(DAY, openings=openings + others, movements=movements)
