"""What a word beside a sum makes of it: a place, a relative of the owner, goods that ran out."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Correction, Missing, NotAnEntry, Reading, Unclear
from tests.parsing.drafts import amounts_of, assert_moved, drafts_of, only

Read = Callable[[str], Reading]

IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    "text",
    [
        "дала брату шефа 3000",
        "віддала племіннику директора 3000",
        "дала сыну хозяина 3000",
        "зятю шефа дали 3000, шеф велів",
        "gave the boss's brother 3000",
    ],
)
def test_what_the_owners_kin_got_is_his(read: Read, text: str) -> None:
    assert_moved(read(text), [(3_000, OUT, CashCategory.OWNER_DRAW)])


@pytest.mark.parametrize(
    "text",
    [
        "котел бош 7000 закончился на складе",
        "закінчились котли Bosch 7000",
        "boiler Bosch 7000 ran out",
        "котел бош 7000 закінчився, клієнт пішов",
    ],
)
def test_goods_that_ran_out_moved_nothing(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("закінчився папір, купила за 130", 130),
        ("котел закінчився, продали останній за 42000", 42_000),
    ],
)
def test_what_was_done_after_they_ran_out_moved(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "завезли 30 бойлерів, треба розставити",
        "дівчата, привезли 30 радіаторів, треба розвантажити",
        "завезли 30 котлов, надо расставить",
    ],
)
def test_goods_to_be_put_away_are_counted(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("чек 540 продажа, чек 1 315 продажа, кур'єру 140", [540, 1_315, 140]),
        ("receipt 540 sale, receipt 1315 sale", [540, 1_315]),
    ],
)
def test_receipts_in_a_row_have_their_sums(read: Read, text: str, amounts: list[int]) -> None:
    assert amounts_of(read(text)) == amounts
    assert not all(draft.is_confident for draft in drafts_of(read(text)))


@pytest.mark.parametrize("text", ["чек 540 продажа насоса, 5200", "чек №540 продажа 5200"])
def test_a_receipt_beside_its_sum_is_numbered(read: Read, text: str) -> None:
    assert amounts_of(read(text)) == [5_200]


@pytest.mark.parametrize(
    "text",
    [
        "courier wants either 400 or 500, paid him",
        "монтажник хоче 1900 або 2200, заплатила йому",
        "supplier came, paid him",
        "постачальник приїхав, заплатила йому",
    ],
)
def test_who_was_paid_how_much_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    "text", ["монтажник хоче 1900 або 2200, не заплатила йому", "he wants 900, will pay him later"]
)
def test_who_was_not_paid_got_nothing(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "way", "category"),
    [
        ("Client from Irpin put down 700 for a boiler", IN, CashCategory.CUSTOMER_PREPAYMENT),
        ("put down 700 for fuel", OUT, CashCategory.FUEL_TRANSPORT),
        ("delivery to the left bank 700", OUT, CashCategory.DELIVERY),
        ("таксі з трубами на об'єкт 700", OUT, CashCategory.DELIVERY),
        ("Security guard's pay for May - 700", OUT, CashCategory.SALARY),
        ("купон на сайт оголошень 700", OUT, CashCategory.ADVERTISING),
        ("мило 700гнр", OUT, CashCategory.OFFICE_HOUSEHOLD),
    ],
)
def test_what_it_was_for(
    read: Read, text: str, way: CashDirection, category: CashCategory
) -> None:
    assert_moved(read(text), [(700, way, category)])


@pytest.mark.parametrize(
    ("text", "name"),
    [("вчора Лівий берег, виїзд Тараса, 700", "Тараса"), ("доставка Правий берег 700", None)],
)
def test_a_bank_of_the_river_is_nobody(read: Read, text: str, name: str | None) -> None:
    assert only(read(text)).counterparty == name


@pytest.mark.parametrize("text", ["ni, tam bulo 750", "net, ne tak, tam bylo 750"])
def test_what_was_there_puts_right_in_latin_letters_too(read: Read, text: str) -> None:
    assert isinstance(read(text), Correction)
