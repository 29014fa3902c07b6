"""The demo's month of money in the books: what gateways report, what two banks' statements say."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledger.cash import CASH_RULES, CashCategory
from ledger.document_rules import INVENTORY
from ledger.documents import Document, DocumentKind, Reference, ReferenceKind
from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from ledger.statements import StatementEnd, StatementHead, StatementLine
from services.bank.bank_types import FileImported, ReadStatement
from services.bank.import_statement import import_statements
from services.demo import demo_month
from services.demo.demo_cash import CURRENCY, cash_sale, deposits_in, usual_cash
from services.demo.demo_month import CARDS, COURIER, MONTH, DemoPayment, DemoPayout
from services.documents.document_ports import Telling
from services.filing.clerk import Clerk
from services.filing.filing_ports import FilingState
from services.intake.bring_documents import bring_documents
from services.intake.take_bank_file import take_lines
from services.messages import Cause
from services.people import Role
from services.ports import Books
from services.posting import shop_of
from services.review.answer_lines import answer_lines

SYSTEM = "system:demo"
_MAIN, _SECOND = "UA323990010000026001234500101", "UA303990020000026007654300202"
_BANKS = {_MAIN: "Міський банк", _SECOND: "Річковий банк"}
_OPENING = {_MAIN: 64_000_000, _SECOND: 9_500_000}
_MERCHANTS = {CARDS: "EC-4471", COURIER: "NK-0902"}
_SENDERS = {CARDS: "ТОВ ІзіКард", COURIER: "ТОВ Нова-Кур'єр"}
_LANDS_IN = {CARDS: _MAIN, COURIER: _SECOND}
_STOCK = 90_000_000
_STRANGE = (6, 1_870_000)
"""A customer's money for which there is no order: the day, the amount."""
_FILES = Role.ACCOUNTANT
_SUPPLIERS = frozenset({"ТОВ Термо-Імпорт", "ТОВ Радіатор-Плюс"})
_GOODS = CASH_RULES[CashCategory.SUPPLIER_GOODS].account
_SAID_BEFORE = 14
"""Lines that are older than so many days the accountant has spoken of."""
_SOON = 8
"""A deposit that the bank doesn't have is asked about when it is older than so many days."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A movement of an account so many days before today."""

    account: str
    day: int
    minor: int
    party: str | None
    purpose: str
    party_account: str | None = None


_USUAL = (
    _Line(_MAIN, 29, -2_800_000, "ФОП Гнатюк Сергій Іванович", "Оренда магазину за місяць"),
    _Line(_MAIN, 27, -21_600_000, "ТОВ Термо-Імпорт", "Оплата за котли зг. рах. СФ-771"),
    _Line(_MAIN, 25, -115_000, "ТОВ Швидкий Дріт", "Доступ до інтернету за договором 5512"),
    _Line(_MAIN, 23, -980_000, "Google Ads", "Реклама в інтернеті"),
    _Line(_MAIN, 20, -4_600_000, None, "Заробітна плата за першу половину місяця"),
    _Line(_MAIN, 20, -828_000, "ГУ ДПС у м. Києві", "ПДФО із заробітної плати"),
    _Line(_MAIN, 20, -1_012_000, "ГУ ДПС у м. Києві", "ЄСВ за працівників"),
    _Line(_MAIN, 18, -8_450_000, "ТОВ Радіатор-Плюс", "За радіатори зг. рах. 2214"),
    _Line(_MAIN, 17, -1_240_000, "ФОП Лисенко Петро", "За послуги згідно договору 14/2"),
    _Line(_MAIN, 15, -18_500, None, "Комісія банку за обслуговування рахунку"),
    _Line(_MAIN, 13, -642_000, "ТОВ Склад-Логіка", "Оплата зг. рах. СФ-118"),
    _Line(_MAIN, 12, -734_000, "ТОВ Світло Столиці", "За електроенергію"),
    _Line(_MAIN, 9, -12_900_000, "ТОВ Термо-Імпорт", "Оплата за котли зг. рах. СФ-802"),
    _Line(_SECOND, 8, -6_000_000, None, "Переказ власних коштів", _MAIN),
    _Line(_MAIN, 8, 6_000_000, None, "Переказ власних коштів", _SECOND),
    _Line(_MAIN, 5, -5_200_000, None, "Заробітна плата за другу половину місяця"),
    _Line(_MAIN, 4, -1_240_000, "ФОП Лисенко Петро", "За послуги згідно договору 14/2"),
    _Line(_MAIN, 3, -560_000, "ФОП Даниленко Олег", "Згідно домовленості"),
    _Line(_SECOND, 2, -9_000, None, "Комісія банку за переказ"),
    _Line(_SECOND, 2, -217_500, "ТОВ Пакувальник", "За гофротару та стрейч-плівку"),
)  # fmt: skip


def seed_month(books: Books, clerk: Clerk, now: dt.datetime) -> None:
    """Put the month's money into the seeded books, once; its orders come from the CRM.

    Args:
        books: the open books, the shop seeded.
        clerk: who sorts bank lines.
        now: the moment.
    """
    if books.banks.accounts():
        return
    cause = Cause(SYSTEM, None, now)
    play = _Month(books, now)
    books.journal.add([play.stock(), *play.till()], cause)
    bring_documents(books, play.reports(), cause)
    done = import_statements(books, play.statements(), cause)
    if isinstance(done, FileImported):
        take_lines(books, clerk, done.statements, cause)
        play.said_before()


class _Month:
    """The month as it ends today."""

    def __init__(self, books: Books, now: dt.datetime) -> None:
        self._books = books
        self._shop = shop_of(books)
        self._now = now
        self._today = self._shop.day_of(now)

    def stock(self) -> JournalEntry:
        """Tell what the goods were worth that the shop had to begin with."""
        worth = Money(_STOCK, CURRENCY)
        return JournalEntry(
            booked_on=self._day(MONTH),
            occurred_at=self._now,
            narration="Opening balance",
            postings=(Posting(INVENTORY, worth), Posting("equity.opening_balances", -worth)),
            origin=Origin("set-up", f"opening:{INVENTORY}"),
        )

    def till(self) -> list[JournalEntry]:
        """Tell which orders were paid for at the till."""
        return [
            cash_sale(
                each.goods[0][0].title,
                each.total,
                self._at(each.ended or 1, 12),
                order=each.number,
                customer=each.customer.name,
            )
            for each in demo_month.paid_in_cash()
        ]

    def reports(self) -> list[Telling]:
        """Tell what providers took, gave back and sent."""
        documents = [self._payment(each) for each in demo_month.payments()]
        documents += [self._payout(each) for each in demo_month.payouts()]
        return [Telling(each, _raw_of(each)) for each in documents]

    def statements(self) -> list[ReadStatement]:
        """Tell the month of both accounts."""
        lines = [*_USUAL, *_from_customers(), *_from_providers(), *self._deposits()]
        return [self._statement(number, lines) for number in (_MAIN, _SECOND)]

    def said_before(self) -> None:
        """File what the accountant has said of suppliers in the weeks before."""
        (accountant, *_) = (each for each in self._books.people.all() if each.role is _FILES)
        for each in self._books.filings.of_state(FilingState.OPEN):
            (line,) = self._books.banks.find_lines([each.line_id])
            told = line.line
            if told.counterparty in _SUPPLIERS and told.booked_on < self._day(_SAID_BEFORE):
                at = self._now - dt.timedelta(days=_SAID_BEFORE)
                cause = Cause(accountant.actor, None, at)
                answer_lines(self._books, [line.id], _GOODS, accountant, cause)

    def _statement(self, number: str, lines: Sequence[_Line]) -> ReadStatement:
        mine = sorted((each for each in lines if each.account == number), key=lambda e: -e.day)
        opening = _OPENING[number]
        closing = opening + sum(each.minor for each in mine)
        head = StatementHead(
            "camt.053",
            number,
            CURRENCY,
            Money(opening, CURRENCY),
            opened_on=self._day(MONTH),
            bank=_BANKS[number],
        )
        end = StatementEnd(Money(closing, CURRENCY), self._day(1))
        told = tuple(
            StatementLine(
                self._day(each.day),
                Money(each.minor, CURRENCY),
                counterparty=each.party,
                counterparty_account=each.party_account,
                purpose=each.purpose,
                external_id=f"{number[-4:]}-{place:03}",
                raw=f"{each.party or ''} | {each.purpose}".encode(),
            )
            for place, each in enumerate(mine, start=1)
        )
        return ReadStatement(head, told, (), end)

    def _deposits(self) -> Iterator[_Line]:
        """Tell what came to the bank from the till; one deposit never did."""
        carried = deposits_in(usual_cash(self._today, MONTH, self._now))
        ages = [(self._today - each.booked_on).days for each in carried]
        lost = min((age for age in ages if age > _SOON), default=None)
        for each, age in zip(carried, ages, strict=True):
            amount = abs(each.postings[0].amount.minor)
            if age > 1 and age != lost:
                purpose = "Внесення готівкової виручки через касу"
                yield _Line(_MAIN, age - 1, amount, None, purpose)

    def _payment(self, payment: DemoPayment) -> Document:
        is_refund = payment.amount < 0
        kind = DocumentKind.REFUND if is_refund else DocumentKind.PAYMENT
        references = [
            Reference(ReferenceKind.ORDER, payment.order.number),
            Reference(ReferenceKind.MERCHANT, _MERCHANTS[payment.provider]),
        ]
        if payment.payout is not None:
            references.append(Reference(ReferenceKind.PAYOUT, payment.payout))
        return Document(
            kind=kind,
            source=f"file.{payment.provider}",
            external_id=payment.id,
            money=Money(payment.amount, CURRENCY),
            happened_at=self._at(payment.day, 16 if is_refund else 14),
            fee=Money(payment.fee, CURRENCY),
            provider=payment.provider,
            references=tuple(references),
        )

    def _payout(self, payout: DemoPayout) -> Document:
        return Document(
            kind=DocumentKind.PAYOUT,
            source=f"file.{payout.provider}",
            external_id=payout.id,
            money=Money(payout.net, CURRENCY),
            happened_at=self._at(payout.day, 9),
            provider=payout.provider,
            references=(Reference(ReferenceKind.MERCHANT, _MERCHANTS[payout.provider]),),
        )

    def _day(self, back: int) -> dt.date:
        return self._today - dt.timedelta(days=back)

    def _at(self, back: int, hour: int) -> dt.datetime:
        return dt.datetime.combine(self._day(back), dt.time(hour), dt.UTC)


def _from_customers() -> Iterator[_Line]:
    for day, orders, amount in demo_month.transfers():
        numbers = ", ".join(f"№ {each.number}" for each in orders)
        word = "замовлень" if len(orders) > 1 else "замовлення"
        purpose = f"Оплата {word} {numbers}"
        yield _Line(_MAIN, day, amount, orders[0].customer.name, purpose)
    day, amount = _STRANGE
    yield _Line(_MAIN, day, amount, "Нестеренко Валентин", "Оплата за товар")


def _from_providers() -> Iterator[_Line]:
    for each in demo_month.payouts():
        is_card = each.provider == CARDS
        if each.day <= 1 or (is_card and each.day == demo_month.LOST_PAYOUT):
            continue
        short = demo_month.SHORT_BY if is_card and each.day == demo_month.SHORT_PAYOUT else 0
        purpose = f"Переказ коштів {each.id} {_MERCHANTS[each.provider]}"
        account, sender = _LANDS_IN[each.provider], _SENDERS[each.provider]
        yield _Line(account, each.day - 1, each.net - short, sender, purpose)


def _raw_of(document: Document) -> bytes:
    """Write the row of a report that tells of a document."""
    named = {each.kind.value: each.value for each in document.references}
    told = {
        "type": document.kind.value,
        "id": document.external_id,
        "amount": str(document.money.to_decimal()),
        "fee": None if document.fee is None else str(document.fee.to_decimal()),
        "time": document.happened_at.isoformat(),
    }
    return json.dumps(told | named, ensure_ascii=False).encode()
