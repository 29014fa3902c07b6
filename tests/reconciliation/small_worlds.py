"""Small worlds in which much is alike, so that all paths of matching are walked."""

import datetime as dt
import random

from reconciliation.records import BankLine, CashEntry, Order, Payment, Payout, Record

NAMES = ("Волощук Людмила", "Волощук Петро", "ФОП Коваль А.І.", 'ТОВ "Котлосервіс"', "Олена", "")
TOTALS = (46_300_00, 46_300_00, 8_900_00, 3_580_50, 12_400_00, 7_115_32)
PURPOSES = (
    "Оплата за замовлення №{}", "{}", "рах. {} і {}", "за товар", "Передоплата {}",
    "Повернення коштів за рах. {}", "Ретро-бонус", "тел 0971234567", "№{}-26 від 01.10.2026",
    "Переказ власних коштів", "Торгова виручка", "Перерах. платежів {}", "EC-4471", "заказ A{}",
)  # fmt: skip
FIRST = dt.datetime(2026, 10, 1, 9, 0)  # noqa: DTZ001 - the shop's own clock


class _World:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.numbers = [str(27_518 + step) for step in range(8)]

    def moment(self) -> dt.datetime:
        return FIRST + dt.timedelta(minutes=self.chance.randint(0, 60 * 24 * 25))

    def order(self, index: int) -> Order:
        chance = self.chance
        created = self.moment()
        total = chance.choice(TOTALS)
        return Order(
            key=f"order:{index}",
            number=chance.choice(("A", *[""] * 9)) + chance.choice(self.numbers) + self.part(),
            created_at=created,
            closed_at=created + dt.timedelta(days=chance.randint(0, 6)),
            status=chance.choice(("closed", "closed", "open", "cancelled")),
            currency="UAH",
            total=total,
            refunded=chance.choice((0, 0, 0, total)),
            customer=chance.choice(NAMES),
            phone=chance.choice(("+380971234567", "")),
            tax_id=chance.choice(("", "", "1234567890")),
            method=chance.choice(("bank_transfer", "card_online", "cash", "mixed")),
        )

    def part(self) -> str:
        """Return what a number has after it where an order was parted."""
        return self.chance.choice(("-1", "-2", *[""] * 8))

    def amount(self) -> int:
        whole = self.chance.choice(TOTALS)
        return self.chance.choice((whole, whole, whole // 2, whole + 100, 2 * whole))

    def line(self, index: int) -> BankLine:
        chance = self.chance
        purpose = chance.choice(PURPOSES)
        numbers = [self.reference() for _ in range(purpose.count("{}"))]
        return BankLine(
            key=f"bank:{index}",
            account=chance.choice(("UA1", "UA2")),
            booked_on=self.moment().date(),
            currency="UAH",
            amount=self.amount() * chance.choice((1, 1, 1, -1)),
            counterparty=chance.choice((*NAMES, 'ТОВ "ФК ІЗІКАРД"', 'АТ "БАНК"')),
            counterparty_account=chance.choice(("UA1", "UA7", "UA8", "UA9", "")),
            tax_id=chance.choice(("", "1234567890", "40112233")),
            purpose=purpose.format(*numbers),
        )

    def reference(self) -> str:
        number = self.chance.choice(self.numbers)
        if self.chance.random() < 0.2:
            number = number[:3] + self.chance.choice("0123456789") + number[4:]
        in_groups = self.chance.choice((f"{number}-2", f"{number}/1", f"27520-{number}"))
        return self.chance.choice((number, number, number, in_groups, "EC20261003-4471"))

    def payment(self, index: int) -> Payment:
        gross = self.amount() * self.chance.choice((1, 1, 1, -1))
        fee = max(gross, 0) // 100
        created = self.moment()
        return Payment(
            key=f"payment:{index}",
            provider="easycard",
            merchant="EC-4471",
            order_ref=self.chance.choice((*self.numbers, "")),
            created_at=created,
            kind="charge" if gross > 0 else self.chance.choice(("refund", "chargeback")),
            currency="UAH",
            gross=gross,
            fee=fee,
            net=gross - fee,
            payout=self.chance.choice(("", "", f"EC{created:%Y%m%d}-4471")),
            payer=self.chance.choice(NAMES),
        )

    def payout(self, payment: Payment, more: int) -> Payout:
        day = payment.created_at.date()
        return Payout(
            key=f"payout:EC{day:%Y%m%d}-4471",
            provider="easycard",
            merchant="EC-4471",
            paid_on=day + dt.timedelta(days=1 + more),
            currency="UAH",
            gross=payment.gross,
            fee=payment.fee,
            net=payment.net - 100_00 * (more == 2),
        )

    def cash(self, index: int) -> CashEntry:
        chance = self.chance
        direction = chance.choice(("in", "in", "out"))
        return CashEntry(
            key=f"cash:{index}",
            happened_at=self.moment(),
            direction=direction,
            currency="UAH",
            amount=self.amount(),
            category="sale_cash" if direction == "in" else "bank_deposit",
            order_ref=chance.choice((*self.numbers, "", "")) if direction == "in" else "",
            note=chance.choice(("", "оплата Волощук")),
        )


def small_world(seed: int) -> list[Record]:
    world = _World(seed)
    orders = [world.order(index) for index in range(10)]
    payments = [world.payment(index) for index in range(8)]
    payouts = {
        payout.key: payout
        for payment in payments
        if payment.gross > 0
        for payout in [world.payout(payment, world.chance.randint(0, 2))]
    }
    lines = [world.line(index) for index in range(14)]
    lines += [
        BankLine(
            key=f"bank:p{index}",
            account="UA1",
            booked_on=payout.paid_on + dt.timedelta(days=world.chance.randint(0, 9)),
            currency="UAH",
            amount=payout.net + world.chance.choice((0, 0, -150_00)),
            counterparty='ТОВ "ФК ІЗІКАРД"',
            counterparty_account="UA9",
            purpose=world.chance.choice(("Перерах. платежів", payout.key.removeprefix("payout:"))),
        )
        for index, payout in enumerate(payouts.values())
        if payout.net > 200_00
    ]
    cash = [world.cash(index) for index in range(8)]
    return [*orders, *payments, *payouts.values(), *lines, *cash]


def crowd(seed: int) -> list[Record]:
    """Make claims that may all be for the same orders: one name, few sums, hardly a number."""
    chance = random.Random(seed)
    world = _World(seed)
    totals = [chance.randint(10, 40) * 100_00 for _ in range(12)]
    records: list[Record] = []
    for index in range(24):
        created = world.moment()
        records.append(
            Order(
                key=f"order:{index}",
                number=str(40_000 + index * 137),
                created_at=created,
                closed_at=created + dt.timedelta(days=2),
                status="closed",
                currency="UAH",
                total=chance.choice(totals),
                customer=chance.choice(("Волощук Людмила", "Волощук Петро")),
                phone=chance.choice(("+380971234567", "")),
                method="bank_transfer",
            )
        )
    for index in range(30):
        whole = chance.choice(totals)
        records.append(
            BankLine(
                key=f"bank:{index}",
                account="UA1",
                booked_on=world.moment().date(),
                currency="UAH",
                amount=chance.choice((whole, whole, whole // 2, whole * 3 // 10, 2 * whole)),
                counterparty=chance.choice(("Волощук Людмила", "ВОЛОЩУК П.", "Волощук Петро")),
                purpose=chance.choice(("за товар", "передоплата", "решта", "рах. 40137")),
            )
        )
    return records


def till_days(seed: int) -> list[Record]:
    """Make equal sums for orders that they fit alike: as many, one more or less; some go back."""
    chance = random.Random(seed)
    orders, money = list[Record](), list[Record]()
    for group in range(chance.randint(2, 5)):
        minutes = chance.choice((0, 0, 1, 3)) * 24 * 60 + chance.randint(0, 9)
        closed = FIRST + dt.timedelta(minutes=minutes)
        total = chance.choice((4_499_00, 4_499_00, 1_250_00))
        goes_back = chance.random() < 0.3
        count = chance.randint(1, 3)
        for each in range(count):
            orders.append(
                Order(
                    key=f"order:{group}{each}",
                    number=str(27_500 + 7 * group + each),
                    created_at=closed - dt.timedelta(hours=1),
                    closed_at=closed,
                    status="closed",
                    currency="UAH",
                    total=total,
                    refunded=total if goes_back else 0,
                    customer=chance.choice(("Гук Ніна", "Сава Лев", "Гук Н.")),
                    method="cash",
                )
            )
        for way in ("in", "out") if goes_back else ("in",):
            money += [
                CashEntry(
                    key=f"cash:{group}{way}{each}",
                    happened_at=closed + dt.timedelta(minutes=chance.randint(-40, 40)),
                    direction=way,
                    currency="UAH",
                    amount=total,
                    category="sale_cash" if way == "in" else "refund_cash",
                    order_ref="",
                    note=chance.choice(("", "", "Гук Ніна")),
                )
                for each in range(count + chance.choice((-1, 0, 0, 0, 1)))
            ]
    return [*orders, *money]
