"""What money went out for, in many frames: each frame is tried with every thing, and people."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory as Kind
from ledger.cash import CashDirection
from parsing.reading import Reading, Understood
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]
Named = tuple[str, str, frozenset[Kind]]
"""Its name, how it stands behind "for", and what it may be filed as."""


def _named(*rows: tuple[str, str, str]) -> list[Named]:
    return [(name, behind, frozenset(map(Kind, kinds.split()))) for name, behind, kinds in rows]


THINGS = {
    "en": _named(
        ("printer cartridge", "", "office_household"),
        ("bubble wrap", "", "packaging_supplies"),
        ("repair of the roller shutter", "", "repairs_maintenance"),
        ("replacing the broken window", "", "repairs_maintenance"),
        ("speeding fine", "", "taxes_fees"),
        ("taxi to the bank", "", "fuel_transport"),
        ("office internet", "", "phone_internet"),
        ("electricity", "", "utilities"),
        ("a ladder for the warehouse", "", "repairs_maintenance office_household"),
        ("security guard service", "", "other_expense"),
    ),
    "uk": _named(
        ("картридж до принтера", "", "office_household"),
        ("стретч-плівка", "стретч-плівку", "packaging_supplies"),
        ("виготовлення ключів", "", "repairs_maintenance office_household"),
        ("заміна скла на вітрині", "заміну скла на вітрині", "repairs_maintenance"),
        ("штраф за швидкість", "", "taxes_fees"),
        ("таксі до банку", "", "fuel_transport"),
        ("інтернет в офіс", "", "phone_internet"),
        ("вода за жовтень", "воду за жовтень", "utilities"),
        ("драбина на склад", "драбину на склад", "repairs_maintenance office_household"),
        ("цукерки для клієнтів", "", "other_expense office_household advertising"),
    ),
    "ru": _named(
        ("картридж для принтера", "", "office_household"),
        ("пузырчатая пленка", "пузырчатую пленку", "packaging_supplies"),
        ("изготовление ключей", "", "repairs_maintenance office_household"),
        ("замена розетки", "замену розетки", "repairs_maintenance"),
        ("штраф за скорость", "", "taxes_fees"),
        ("такси до банка", "", "fuel_transport"),
        ("интернет в офис", "", "phone_internet"),
        ("вода за октябрь", "воду за октябрь", "utilities"),
        ("лестница на склад", "лестницу на склад", "repairs_maintenance office_household"),
        ("конфеты для клиентов", "", "other_expense office_household advertising"),
    ),
}
FRAMES = {
    "en": (
        "{name} 640",
        "640 for {behind}",
        "paid for {behind}, 640",
        "640 went on {behind}",
        "had to pay 640 for {behind}",
        "late report, {name} 640, paid cash",
        "total for {behind} 640",
        "the boss asked me to pay for {behind}, 640",
        "out 640 {name}",
        "{name} came to 640",
    ),
    "uk": (
        "{name} 640",
        "заплатила за {behind} 640",
        "на {behind} пішло 640",
        "довелося заплатити 640 за {behind}",
        "пізно пишу, {name} 640, заплатила готівкою",
        "шеф сказав оплатити {behind}, 640 віддала",
        "оплатили {behind} 640",
        "{name} коштує 640, заплатила",
        "видала 640 за {behind}",
        "витратили 640 на {behind}",
    ),
    "ru": (
        "{name} 640",
        "заплатила за {behind} 640",
        "на {behind} ушло 640",
        "пришлось заплатить 640 за {behind}",
        "поздно пишу, {name} 640, заплатила наличкой",
        "шеф сказал оплатить {behind}, 640 отдала",
        "оплатили {behind} 640",
        "{name} стоит 640, заплатила",
        "выдала 640 за {behind}",
        "потратили 640 на {behind}",
    ),
}
CELLS = [(language, frame) for language, frames in FRAMES.items() for frame in frames]


@pytest.mark.parametrize(("language", "frame"), CELLS)
def test_whatever_is_paid_for_goes_out_as_what_it_is(
    read: Read, language: str, frame: str
) -> None:
    wrong = []
    for name, behind, kinds in THINGS[language]:
        text = frame.format(name=name, behind=behind or name)
        reading = read(text)
        is_right = (
            isinstance(reading, Understood)
            and amounts_of(reading) == [640]
            and only(reading).direction is CashDirection.OUT
            and only(reading).category in kinds
        )
        if not is_right:
            wrong.append((text, reading))
    assert not wrong


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("had to give Taras 300 for fixing the door", "repairs_maintenance"),
        ("довелося дати сантехніку 300 за кран, що тік", "repairs_maintenance"),
        ("пришлось дать Тарасу 300 за ремонт двери", "repairs_maintenance"),
        ("Савчук отримав відпускні, 300 грн", "salary"),
        ("Катерині доплата за суботу 300", "salary"),
        ("Елене доплата за субботу 300", "salary"),
        ("paid Yulia 300 for Saturday's shift", "salary"),
        ("бухгалтеру 300 за податковий звіт", "other_expense"),
        ("курьеру из кассы 300 за поездку в Ирпень", "delivery"),
        ("оплатила Гідролюкс за кульові крани 300", "supplier_goods"),
        ("Gidrolux delivered siphons, paid 300 cash", "supplier_goods"),
        ("Olena brought back the towel rail, paid back 300", "customer_refund"),
        ("пришлось вернуть 300 за кран", "customer_refund"),
        ("paid 300 into our account at the bank", "bank_deposit"),
        ("owner withdrew 300", "owner_draw"),
        ("till minus 300, tea bags", "office_household"),
        ("подарунок директору 300", "other_expense"),
        ("extension lead 300", "office_household"),
        ("пульт сигналізації 300", "other_expense"),
        ("Shop rent, paid 300 from the till", "rent"),
        ("закінчилось, тому докупили цукерки для клієнтів, 300", "other_expense"),
        ("gave 300 for lock for the back door", "repairs_maintenance"),
        ("got scotch tape at the market, 300", "office_household"),
        ("заплатила за аренду крана 300", "other_expense"),
        ("заміна акумулятора в касі 300", "repairs_maintenance"),
        ("взяли торт на ринку, 300", "other_expense"),
    ],
)
def test_who_got_it_and_how_it_is_said_change_nothing(read: Read, text: str, kind: str) -> None:
    draft = only(read(text))
    assert amounts_of(read(text)) == [300]
    assert (draft.direction, draft.category) == (CashDirection.OUT, Kind(kind))


def test_days_that_are_counted_are_no_part_of_the_sum(read: Read, now: dt.datetime) -> None:
    reading = read("дизель для буса 860 три дні тому")
    assert amounts_of(reading) == [860]
    assert only(reading).booked_on == now.date() - dt.timedelta(days=3)


def test_a_sum_that_may_begin_with_a_day_is_read_back(read: Read) -> None:
    assert not only(read("door lock Nov 17 180")).is_confident
