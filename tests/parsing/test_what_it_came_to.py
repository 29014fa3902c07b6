"""What a message comes to at its end, what stayed in the till, and a day told behind all."""

import datetime as dt

import pytest

from parsing.annotation.lexicon import Lexicon
from parsing.read_message import read_message
from parsing.reading import CashDraft, Missing, Understood

NOW = dt.datetime(2026, 11, 30, 14, 10, tzinfo=dt.UTC)


def drafts_of(text: str, lexicon: Lexicon) -> tuple[CashDraft, ...]:
    reading = read_message(text, now=NOW, currency="UAH", lexicon=lexicon)
    assert isinstance(reading, Understood), reading
    return reading.drafts


def told_of(draft: CashDraft) -> str:
    amount = 0 if draft.amount is None else int(draft.amount.to_decimal())
    return f"{draft.direction} {amount} {draft.category}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "the till was 60 short, I found 45 under the tray, so short 15 in the end",
            "out 15 cash_shortage",
        ),
        ("недостача 70, 50 нашла под кассой, осталась недостача 20", "out 20 cash_shortage"),
        ("не вистачає 120, з них 100 знайшла під стільцем, отже 20", "out 20 cash_shortage"),
        ("три рекламні щити по 700, один не повісили, тож 1 400", "out 1400 advertising"),
        (
            "he counted out 5,500, a 500 was torn and I gave it back, so 5,000 for the heater",
            "in 5000 sale_cash",
        ),
    ],
)
def test_what_was_reckoned_is_told_once(text: str, told: str, lexicon: Lexicon) -> None:
    (draft,) = drafts_of(text, lexicon)
    assert told_of(draft) == told
    assert Missing.AMOUNT in draft.doubts


@pytest.mark.parametrize(
    "text",
    [
        "sold: elbow 85, tee 110, hose 240, that's 435",
        "продала: коліно 85, трійник 110, шланг 240, це 435",
        "продала: колено 85, тройник 110, шланг 240, это 435",
        "продала: колено 85, тройник 110, шланг 240, то есть 435",
    ],
)
def test_a_total_needs_no_word_of_its_own(text: str, lexicon: Lexicon) -> None:
    (draft,) = drafts_of(text, lexicon)
    assert told_of(draft) == "in 435 sale_cash"


@pytest.mark.parametrize(
    "text",
    [
        "перекинула на головну касу 9 тис, собі лишила 500",
        "moved 9k to the main till, kept 500 here",
        "в главную кассу перенесла 9 тыс, у себя тут оставила 500",
    ],
)
def test_what_stayed_here_did_not_move(text: str, lexicon: Lexicon) -> None:
    (draft,) = drafts_of(text, lexicon)
    assert told_of(draft) == "out 9000 desk_transfer"


@pytest.mark.parametrize(
    "text",
    [
        "каталоги 1 050 и визитки 480, 29-го",
        "вода 300, бензин 900 - вчера",
        "taxi 200 and water 300, yesterday",
        "вода 300, пальне 900, обидві вчора",
    ],
)
def test_a_day_behind_all_is_of_all(text: str, lexicon: Lexicon) -> None:
    drafts = drafts_of(text, lexicon)
    assert [draft.booked_on for draft in drafts] == [dt.date(2026, 11, 29)] * 2


@pytest.mark.parametrize(
    "text", ["вода 300, бензин вчера 900", "water 300, fuel 900, the second one was on Sunday"]
)
def test_a_day_of_the_last_is_its_own(text: str, lexicon: Lexicon) -> None:
    drafts = drafts_of(text, lexicon)
    assert [draft.booked_on for draft in drafts] == [NOW.date(), dt.date(2026, 11, 29)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("diesel 1180, van plate 4471, odometer 128900", "out 1180 fuel_transport"),
        ("солярка восемьсот сорок, пробег 66 120", "out 840 fuel_transport"),
        ("бензин 840, машина 4471", "out 840 fuel_transport"),
        ("diesel 4 van 1850 sasha", "out 1850 fuel_transport"),
        ("2 050 по зам 2604, у тому числі доставка 250", "in 2050 sale_cash"),
        ("2 050 по заказу 2604, включая доставку 250", "in 2050 sale_cash"),
        ("got 1,850 for order 2977, of that 350 is the delivery", "in 1850 sale_cash"),
        ("for order 2864 the man was due 7,420, paid all but 420", "in 7000 sale_cash"),
        ("за котел мав 7420, віддав усе крім 420", "in 7000 sale_cash"),
        (
            "Гаврилюк взял насос за 5 200, дал 3 700, полторы до пятницы за ним",
            "in 3700 sale_cash",
        ),
        ("Havryliuk took a pump for 5,200, gave 3,700, owes 1,500", "in 3700 sale_cash"),
        ("rent 12,000, landlord wanted 12,500 but backed down", "out 12000 rent"),
        ("аренда 12 000, арендодатель хотел 12 500, но уступил", "out 12000 rent"),
        (
            "предоплату 3 000 за 2634 брали 28.08, остаток 8 400 принял сегодня",
            "in 8400 sale_cash",
        ),
    ],
)
def test_what_is_told_beside_the_money_is_no_money(text: str, told: str, lexicon: Lexicon) -> None:
    (draft,) = drafts_of(text, lexicon)
    assert told_of(draft) == told


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("зняли в банку 18 тис, тут же Лесі 7 зарплати", [18000, 7000]),
        ("котёл 26 тыс, принёс 20, остальное потом", [20000]),
        ("boiler 26k, he brought 20, the rest on Wednesday", [20000]),
        ("внесли за 3019 и за 3020, по 1 600 за каждый", [1600, 1600]),
        ("paid for 3019 and 3020, 1,600 each", [1600, 1600]),
        ("прийняла 5 400 по замовленню 2418, не 2481", [5400]),
    ],
)
def test_what_is_said_once_holds_for_all(text: str, amounts: list[int], lexicon: Lexicon) -> None:
    drafts = drafts_of(text, lexicon)
    told = [0 if it.amount is None else int(it.amount.to_decimal()) for it in drafts]
    assert told == amounts


@pytest.mark.parametrize(
    ("text", "told", "day"),
    [
        ("в середу, тобто у вівторок, заплатила за воду 412", "out 412 utilities", 24),
        ("позавчера, вру, вчера, сдали 17 000 в банк", "out 17000 bank_deposit", 29),
        ("today, sorry, yesterday, paid 412 for water", "out 412 office_household", 29),
        ("сто двадцать, не сто двенадцать, за изоленту", "out 120 repairs_maintenance", 30),
        ("120, not 112, for tape", "out 120 packaging_supplies", 30),
        (
            "customer overpaid by 200 yesterday, came in today, I handed him the 200",
            "out 200 customer_refund",
            30,
        ),
        (
            "клієнт учора переплатив 200, сьогодні віддала йому ті 200",
            "out 200 customer_refund",
            30,
        ),
    ],
)
def test_what_is_told_again_is_told_once(text: str, told: str, day: int, lexicon: Lexicon) -> None:
    (draft,) = drafts_of(text, lexicon)
    assert (told_of(draft), draft.booked_on) == (told, dt.date(2026, 11, day))


@pytest.mark.parametrize(
    "text",
    [
        "клієнтка тицяла 50 євро, я не взяла, вернулась із 2 150 грн за лійку",
        "клиентка совала 50 евро, я не взяла, вернулась с 2 150 грн за лейку",
        "the customer offered 50 euros, I didn't take it, she came back with 2,150 for the shower",
    ],
)
def test_what_was_offered_and_not_taken_is_left_out(text: str, lexicon: Lexicon) -> None:
    (draft,) = drafts_of(text, lexicon)
    assert told_of(draft) == "in 2150 sale_cash"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "500 in, 300 out: the first from a man for a valve, the second to the street sweeper",
            ["in 500 sale_cash", "out 300 other_expense"],
        ),
        ("плюс 700, мінус 250: кран, таксі", ["in 700 sale_cash", "out 250 fuel_transport"]),
        ("+700, -250: кран, такси", ["in 700 sale_cash", "out 250 fuel_transport"]),
    ],
)
def test_sums_told_ahead_are_of_what_follows_in_turn(
    text: str, told: list[str], lexicon: Lexicon
) -> None:
    drafts = drafts_of(text, lexicon)
    assert [told_of(draft) for draft in drafts] == told
    assert all(Missing.AMOUNT in draft.doubts for draft in drafts)
