"""Made-up months of any size, or years, of known truth: most plain, and some of each trouble."""

import datetime as dt
import random
from dataclasses import dataclass, field

from reconciliation.records import BankLine, Order, Payment, Payout, Record

SURNAMES = (
    "Коваль Бондар Ткач Мельник Шевчук Кравець Олійник Поліщук Савчук Марчук Руденко "
    "Мороз Левченко Гончар Козак Юрченко Павлюк Гриценко Романюк Дяченко Мартинюк Ковтун "
    "Головко Сорока Гнатюк"
).split()
GIVEN = "Андрій Іван Олег Петро Тарас Юрій Ганна Інна Марія Надія Оксана Олена Ольга Юлія".split()
LATIN = {
    "Коваль": "KOVAL",
    "Бондар": "BONDAR",
    "Ткач": "TKACH",
    "Андрій": "ANDRII",
    "Інна": "INNA",
}
START = dt.datetime(2026, 9, 1, 9, 0)  # noqa: DTZ001 - the shop's own clock
DAYS = 45
AS_OF = (START + dt.timedelta(DAYS + 5)).date()


@dataclass
class Month:
    """Records, and which orders each bank line or payment is truly for."""

    records: list[Record] = field(default_factory=list)
    truth: set[tuple[str, str]] = field(default_factory=set)
    as_of: dt.date = AS_OF


class _Maker:
    def __init__(self, orders: int, seed: int, days: int) -> None:
        self.chance = random.Random(seed)
        self.month = Month(as_of=(START + dt.timedelta(days + 5)).date())
        self.count = orders
        self.days = days
        self.lines = 0
        self.batches: dict[str, list[Payment]] = {}

    def make(self) -> Month:
        waiting: Order | None = None
        for index in range(self.count):
            order = self.order(index)
            self.month.records.append(order)
            roll = self.chance.random()
            if waiting is not None:
                both = waiting.total + order.total
                self.pay([waiting, order], both, f"за {waiting.number}, {order.number}", waiting)
                waiting = None
            elif roll < 0.03 and index + 1 < self.count:
                waiting = order
            else:
                self.plainly(order, roll)
        for code, payments in self.batches.items():
            self.settle(code, payments)
        return self.month

    def order(self, index: int) -> Order:
        chance = self.chance
        created = START + dt.timedelta(seconds=index * self.days * 86_400 // self.count)
        return Order(
            key=f"order:{index}",
            number=str(100_000 + index),
            created_at=created,
            closed_at=created + dt.timedelta(days=2),
            status="closed",
            currency="UAH",
            total=chance.randint(500, 90_000) * 100
            + chance.choice((0, 0, 0, chance.randint(1, 99))),
            customer=f"{chance.choice(SURNAMES)} {chance.choice(GIVEN)}",
            phone=f"+38067{index % 10_000_000:07d}",
            method="bank_transfer",
        )

    def plainly(self, order: Order, roll: float) -> None:
        number = order.number
        if roll < 0.35:
            self.card(order)
        elif roll < 0.41:
            first = order.total * 3 // 10
            self.pay([order], first, f"Передоплата 30% рах. {number}", order)
            self.pay([order], order.total - first, f"Остаточний розрахунок №{number}", order)
        elif roll < 0.47:
            pass  # not paid
        elif roll < 0.51:
            self.pay([order], order.total, f"Оплата №{number}", order)
            self.pay([order], order.total, f"Оплата №{number}", order)
        elif roll < 0.56:
            self.pay([], self.chance.randint(500, 9_000) * 100, "Оплата рах. 77", order)
        else:
            self.pay([order], order.total, self.purpose(number), order)

    def purpose(self, number: str) -> str:
        roll = self.chance.random()
        if roll < 0.75:
            return f"Сплата за товар зг. рах. №{number} у т.ч. ПДВ 20%"
        if roll < 0.85:
            return f"замовл. {number[:3]} {number[3:]}"
        return "Оплата за товар"

    def pay(self, orders: list[Order], amount: int, purpose: str, customer: Order) -> None:
        chance = self.chance
        self.lines += 1
        name = customer.customer
        if chance.random() < 0.3:
            name = " ".join(LATIN.get(word, word.upper()) for word in name.split())
        line = BankLine(
            key=f"bank:{self.lines}",
            account="UA1",
            booked_on=(customer.created_at + dt.timedelta(days=chance.randint(0, 4))).date(),
            currency="UAH",
            amount=amount,
            counterparty=name,
            counterparty_account=f"UA{chance.randint(10**9, 10**10)}",
            purpose=purpose,
        )
        self.month.records.append(line)
        self.month.truth.update((order.key, line.key) for order in orders)

    def card(self, order: Order) -> None:
        fee = order.total * 15 // 1000
        created = order.created_at + dt.timedelta(minutes=self.chance.randint(1, 50))
        code = f"EC{created:%Y%m%d}-4471"
        payment = Payment(
            key=f"payment:EA{order.number}",
            provider="easycard",
            merchant="EC-4471",
            order_ref=order.number if self.chance.random() < 0.97 else "",
            created_at=created,
            kind="charge",
            currency="UAH",
            gross=order.total,
            fee=fee,
            net=order.total - fee,
            payout=code if self.chance.random() < 0.8 else "",
        )
        self.batches.setdefault(code, []).append(payment)
        self.month.records.append(payment)
        self.month.truth.add((order.key, payment.key))

    def settle(self, code: str, payments: list[Payment]) -> None:
        gross, fee = sum(each.gross for each in payments), sum(each.fee for each in payments)
        day = payments[0].created_at.date() + dt.timedelta(days=1)
        while day.isoweekday() > 5 or (day.month, day.day) == (10, 1):
            day += dt.timedelta(days=1)
        self.month.records.append(
            Payout(f"payout:{code}", "easycard", "EC-4471", day, "UAH", gross, fee, gross - fee)
        )
        self.lines += 1
        self.month.records.append(
            BankLine(
                key=f"bank:{self.lines}",
                account="UA1",
                booked_on=day,
                currency="UAH",
                amount=gross - fee,
                counterparty='ТОВ "ФК ІЗІКАРД"',
                counterparty_account="UA9",
                purpose=f"Перерах. платежів {code}",
            )
        )


def shop_month(orders: int, seed: int, days: int = DAYS) -> Month:
    """Make as many orders, spread evenly over some days."""
    return _Maker(orders, seed, days).make()
