"""What texts say of money to account for, in three languages and in Latin letters."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.advances import ADVANCES
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.advances import (
    is_advance,
    read_to_account,
    says_change_back,
    says_spent,
    says_to_account,
)
from parsing.answers.receipts import Receipt, read_advance, read_brought, read_receipts
from parsing.memory.same_name import is_one_name, is_same_name
from parsing.read_message import read_message
from parsing.reading import CashDraft, Missing, Question, Reading, Unclear, Understood
from tests.shop import lexicon

NOW = dt.datetime(2026, 11, 20, 12, 30)  # noqa: DTZ001 - the shop's clock


def read(text: str) -> Reading:
    return read_message(text, now=NOW, currency="UAH", lexicon=lexicon())


def heard(text: str) -> Reading:
    return read_to_account(text, read)


def only(reading: Reading) -> CashDraft:
    assert isinstance(reading, Understood | Unclear)
    (draft,) = reading.drafts
    return draft


@pytest.mark.parametrize(
    "text",
    [
        "дав Петру 2000 під звіт",
        "Петру 2000 підзвіт",
        "дал Петру 2000 под отчёт",
        "дал Петру 2000 под отчет",
        "дал Петру 2000 подотчет",
        "dav Petru 2000 pid zvit",
        "dal Petru 2000 pod-otchet",
        "gave Petro 2000 to account for",
        "gave Petro 2000 on account of expenses",
        "gave Petro 2000 as an advance for expenses",
        "під звіт Петру 2000",
    ],
)
def test_money_to_account_for_is_somebodys_debt(text: str) -> None:
    draft = only(heard(text))
    assert (draft.amount, draft.direction) == (Money(200_000, "UAH"), CashDirection.OUT)
    assert draft.against == ADVANCES
    assert draft.counterparty is not None
    assert is_same_name(draft.counterparty, "Петро")


@pytest.mark.parametrize(
    "text",
    [
        "gave the installer 250 for a callout",
        "кур'єру 220",
        "аванс Петру 2000",
        "зарплата Петру 9000",
        "отчет за день",
        "put 500 on account",
    ],
)
def test_other_money_is_not(text: str) -> None:
    assert not says_to_account(text)
    assert heard(text) == read(text)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("gave Petro 3000 to spend on pipes", CashCategory.SUPPLIER_GOODS),
        ("handed Petro 3000 to buy pipes", CashCategory.SUPPLIER_GOODS),
        ("Petro took 3000 to buy diesel", CashCategory.FUEL_TRANSPORT),
        ("gave petro 3000 for paint, he will bring the receipt", CashCategory.REPAIRS_MAINTENANCE),
        ("дав Петру 3000 купити труби", CashCategory.SUPPLIER_GOODS),
        ("дав Петру 3000 на закупівлю", CashCategory.SUPPLIER_GOODS),
        ("дав Петру 3000 на труби, чек принесе", CashCategory.SUPPLIER_GOODS),
        ("Петру 3000 щоб купив бензину", CashCategory.FUEL_TRANSPORT),
        ("дал Петру 3000 на покупку труб", CashCategory.SUPPLIER_GOODS),
        ("выдала Петру 3000 купить бензин", CashCategory.FUEL_TRANSPORT),
        ("dav Petru 3000 kupyty truby", CashCategory.SUPPLIER_GOODS),
    ],
)
def test_money_given_to_buy_with_is_somebodys_debt(text: str, category: CashCategory) -> None:
    draft = only(heard(text))
    assert (draft.amount, draft.direction) == (Money(300_000, "UAH"), CashDirection.OUT)
    assert (draft.against, draft.category) == (ADVANCES, category)
    assert Missing.DIRECTION not in draft.doubts
    assert draft.counterparty is not None
    assert is_same_name(draft.counterparty, "Петро")


@pytest.mark.parametrize(
    "text",
    [
        "going to spend 2000 on pipes",
        "need to buy pipes, Petro says 2000",
        "планую дати Петру 2000 на закупівлю",
        "треба купить труб на 2000",
        "paid Petro 500 to buy his old drill",
        "заплатив Петру 500, щоб купив труби",
        "gave the driver 2000 to buy diesel",
        "зарплата Петру 9000, пішов купити квіти",
    ],
)
def test_a_plan_a_payment_or_nobody_is_no_debt(text: str) -> None:
    assert not is_advance(heard(text))
    assert heard(text) == read(text)


def test_what_for_is_kept_and_may_be_missing() -> None:
    assert only(heard("дав Петру 2000 під звіт на бензин")).category is CashCategory.FUEL_TRANSPORT
    reading = heard("дав Петру 2000 під звіт")
    assert isinstance(reading, Unclear)
    assert reading.missing == (Missing.CATEGORY,)


def test_whose_debt_it_is_must_be_known() -> None:
    reading = heard("gave 2000 to account for materials")
    assert isinstance(reading, Unclear)
    assert Missing.COUNTERPARTY in reading.missing


def test_of_several_operations_only_the_one_is_meant() -> None:
    for text in (
        "courier 220, Petro 2000 to account for materials, fuel 300",
        "courier 220, gave Petro 2000 to buy paint, fuel 300",
        "кур'єру 220\nПетру 2000 під звіт на матеріали\nбензин 300",
    ):
        reading = heard(text)
        assert isinstance(reading, Understood | Unclear)
        assert [each.against for each in reading.drafts] == [None, ADVANCES, None], text


def test_a_question_or_money_that_came_back_is_no_advance() -> None:
    assert isinstance(heard("скільки під звіт?"), Question)
    assert only(heard("Петро повернув підзвітні 200")).against is None


def test_change_and_spending_are_heard_in_every_language() -> None:
    change = ("brought back 200 change", "повернув 200 здачі", "вернул сдачу", "povernuv zdachu")
    spent = ("spent 1800", "витратив 1800", "потратила 1800", "купив фарбу", "vytratyv 300")
    assert all(map(says_change_back, change))
    assert all(map(says_spent, spent))
    assert not any(map(says_change_back, ("exchange rate", "кур'єру 220")))
    assert not any(map(says_spent, ("gave Petro 200", "дав Петру 200")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1800", [(180_000, None)]),
        ("1800,50", [(180_050, None)]),
        ("1800 грн", [(180_000, None)]),
        (
            "1 800 материалы и 150 бензин",
            [(180_000, CashCategory.SUPPLIER_GOODS), (15_000, CashCategory.FUEL_TRANSPORT)],
        ),
        (
            "1800 materials, 150 fuel",
            [(180_000, CashCategory.SUPPLIER_GOODS), (15_000, CashCategory.FUEL_TRANSPORT)],
        ),
        ("витратив 90 на скотч", [(9_000, CashCategory.PACKAGING_SUPPLIES)]),
        ("hello", []),
        ("1800 materials, hello", []),
    ],
)
def test_receipts_are_read(text: str, expected: list[tuple[int, CashCategory | None]]) -> None:
    receipts = tuple(Receipt(Money(minor, "UAH"), category) for minor, category in expected)
    assert read_receipts(text, read) == receipts


@pytest.mark.parametrize(
    ("text", "who", "minor", "category"),
    [
        ("Petro 2000 materials", "Petro", 200_000, CashCategory.SUPPLIER_GOODS),
        ("petro 2000", "Petro", 200_000, None),
        ("Петру 2 000,50 на матеріали", "Петру", 200_050, CashCategory.SUPPLIER_GOODS),
        ("2000 to Petro for fuel", "Petro", 200_000, CashCategory.FUEL_TRANSPORT),
        ("Petro", "Petro", None, None),
    ],
)
def test_an_advance_is_read(
    text: str, who: str, minor: int | None, category: CashCategory | None
) -> None:
    draft = only(read_advance(text, read))
    amount = None if minor is None else Money(minor, "UAH")
    assert (draft.counterparty, draft.amount, draft.category) == (who, amount, category)
    assert draft.against == ADVANCES


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Петро", "Петру", True),
        ("Petro", "Петром", True),
        ("Ольга", "Ользі", True),
        ("Адам", "Адаму", True),
        ("Павел", "Павла", True),
        ("Андрей", "Андрея", True),
        ("Ihor", "Ігорю", True),
        ("Наталка", "Наталці", True),
        ("Петро", "Павло", False),
        ("Марія", "Марк", False),
        ("", "Петро", False),
    ],
)
@pytest.mark.parametrize("match", [is_same_name, is_one_name])
def test_names_are_one_in_whatever_ending(
    one: str,
    other: str,
    *,
    is_same: bool,
    match: Callable[[str, str], bool],
) -> None:
    assert match(one, other) is is_same
    assert match(other, one) is is_same


def test_a_part_of_a_name_may_mean_it_but_is_not_it() -> None:
    assert is_same_name("Петру", "Петро Коваль")
    assert not is_one_name("Петру", "Петро Коваль")
    assert not is_same_name("Петро Бондар", "Петро Коваль")


@pytest.mark.parametrize(
    ("text", "spent", "back"),
    [
        ("Петро приніс чек на 2700", (2_700,), None),
        ("Петро приніс чеки на 2700 і 300 решти", (2_700,), 300),
        ("приніс Петро чек 2700", (2_700,), None),
        ("чек від Петра 2700", (2_700,), None),
        ("Петро відзвітував за 2700", (2_700,), None),
        ("Петро приніс 2 чеки на 1500 труби і 1200 бензин", (1_500, 1_200), None),
        ("Пётр отчитался за 2700", (2_700,), None),
        ("Пётр сдал чек на 2700 и сдачу 300", (2_700,), 300),
        ("от Петра чеки на 2700", (2_700,), None),
        ("Petro brought receipts for 2700 and 300 change", (2_700,), 300),
        ("Petro handed in receipts for 2700, 300 back", (2_700,), 300),
    ],
)
def test_receipts_that_somebody_brings_are_what_he_spent(
    text: str, spent: tuple[int, ...], back: int | None
) -> None:
    told = read_brought(text, read)
    assert told is not None
    assert [each.amount for each in told.spent] == [Money(each * 100, "UAH") for each in spent]
    assert told.back == (None if back is None else Money(back * 100, "UAH"))
    assert told.name is not None
    assert is_one_name(told.name, "Петро")


@pytest.mark.parametrize(
    "text",
    [
        "Петро приніс 3000",
        "заплатила Петру 500, приніс чек",
        "дала Петру 3000, чек принесе",
        "повернула Петру 2700 по чеку",
        "продала котёл, чек 2700",
    ],
)
def test_what_is_paid_or_brought_in_cash_is_no_receipt(text: str) -> None:
    assert read_brought(text, read) is None


def test_a_receipt_in_reply_to_an_advance_needs_no_verb() -> None:
    assert read_brought("чек на 2700", read) is None
    told = read_brought("чек на 2700", read, is_of_advance=True)
    assert told is not None
    assert told.name is None
