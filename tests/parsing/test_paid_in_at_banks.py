"""What a bank or a machine takes, and the notes that it does not take."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory
from parsing.reading import NotAnEntry, Reading
from tests.parsing.drafts import amounts_of, drafts_of, only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("сдавали в банк 20 000, рваные 500 не приняли, вернула их в кассу", 19_500),
        ("поклала 30к в термінал, 200 випльовує", 29_800),
        ("deposited 20 000 at the bank, they rejected a torn 500", 19_500),
        ("took 20 000 to the bank, 500 not accepted, put it back in the till", 19_500),
        ("поклала на рахунок 15 000, дві сотні не прийняли", 14_800),
        ("внесла в банкомат 10 000, 100 вернул", 9_900),
        ("інкасація 25 000, 500 повернули бо рвана", 24_500),
    ],
)
def test_notes_that_were_not_taken_stay(read: Read, text: str, amount: int) -> None:
    draft = only(read(text))
    assert draft.category is CashCategory.BANK_DEPOSIT
    assert amounts_of(read(text)) == [amount]
    assert not draft.is_confident


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("put 10 000 into the ATM", CashCategory.BANK_DEPOSIT),
        ("10 000 into the ATM", CashCategory.BANK_DEPOSIT),
        ("поклала 10 000 в банкомат", CashCategory.BANK_DEPOSIT),
        ("зняла в банкоматі 10 000", CashCategory.CASH_FROM_BANK),
        ("put 10 000 from the ATM into the till", CashCategory.CASH_FROM_BANK),
    ],
)
def test_a_machine_gives_cash_or_takes_it(read: Read, text: str, category: CashCategory) -> None:
    assert only(read(text)).category is category


def test_a_refund_beside_a_deposit_is_one_of_its_own(read: Read) -> None:
    assert amounts_of(read("здала в банк 20 000, клієнту повернула 500")) == [20_000, 500]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("поклала 14 200 на рахунок", [14_200]),
        ("внесла 9000 на рахунок через термінал, комісія 45", [9_000, 45]),
        ("положила 9000 на счет, комиссия 45", [9_000, 45]),
        ("put 9000 into our account via the terminal, commission 45", [9_000, 45]),
        ("deposited 9000 to the account", [9_000]),
        ("poklala 9000 na rakhunok", [9_000]),
        ("закинула 9000 на картку ФОП, комісія 45", [9_000, 45]),
        ("put 9000 on the card, fee 45", [9_000, 45]),
        ("поклала 9000 на рахунок і віддала кур'єру 120", [9_000, 120]),
    ],
)
def test_what_we_put_on_the_account_is_paid_in(read: Read, text: str, amounts: list[int]) -> None:
    reading = read(text)
    assert amounts_of(reading) == amounts
    assert drafts_of(reading)[0].category is CashCategory.BANK_DEPOSIT


@pytest.mark.parametrize(
    "text",
    [
        "клієнт поклав 9000 на рахунок",
        "Іваненко внесла 9000 на рахунок",
        "внесла 9000 на рахунок постачальника",
        "поклала 200 на рахунок телефону",
        "поклала 9000 на картку",
    ],
)
def test_what_others_pay_into_an_account_is_no_cash_of_ours(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)
