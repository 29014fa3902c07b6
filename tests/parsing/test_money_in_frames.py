"""Sentences of money in, with what fills them: the same must be read whatever the filling."""

import datetime as dt
from collections.abc import Iterator
from itertools import cycle, product

import pytest

from parsing.annotation.lexicon import Lexicon
from parsing.read_message import read_message
from parsing.reading import Correction, NotAnEntry, Reading, Unclear, Understood

NOW = dt.datetime.fromisoformat("2026-11-20T14:30:00+02:00")
AMOUNTS = {"350": 350, "2 300": 2300, "15000": 15000, "1900": 1900, "7 850": 7850}


def _read(text: str, lexicon: Lexicon) -> Reading:
    return read_message(text, now=NOW, currency="UAH", lexicon=lexicon)


def _filled(
    frames: dict[str, tuple[str, ...]], fillers: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, int]]:
    """Give each frame with each filler of its kind, and an amount by turns."""
    amounts = cycle(AMOUNTS.items())
    for category, texts in frames.items():
        for text, (who, what) in product(texts, product(fillers["who"], fillers["what"])):
            written, number = next(amounts)
            yield text.format(who=who, what=what, a=written), category, number


_IN: dict[str, tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]] = {
    "en": (
        {
            "sale_cash": (
                "sold {what} to {who}, {a}",
                "{who} took {what} and paid {a}",
                "{who} took the last one, {what}, {a}",
                "got {a} from {who} for {what}",
                "+{a} {what}",
            ),
            "customer_prepayment": (
                "{who} paid {a} in advance for {what}",
                "{who} ordered {what} and left {a}",
                "{who} prepaid {a} for {what}",
            ),
        },
        {"who": ("Rostyslav", "Sydorenko", "Oksana"), "what": ("two radiators", "a boiler")},
    ),
    "uk": (
        {
            "sale_cash": (
                "{who} забрав {what}, віддав {a}",
                "{who} заплатив {a} за {what}",
                "+{a} {what}",
            ),
            "customer_prepayment": (
                "{who} заплатив наперед {a} за {what}",
                "{who} замовив {what} і залишив {a}",
                "{who} залишив завдаток {a} за {what}",
            ),
        },
        {"who": ("Тарас", "Сидоренко", "Білик"), "what": ("два радіатори", "бойлер")},
    ),
    "ru": (
        {
            "sale_cash": (
                "{who} забрал {what}, отдал {a}",
                "{who} заплатил {a} за {what}",
                "+{a} {what}",
            ),
            "customer_prepayment": (
                "{who} заплатил вперед {a} за {what}",
                "{who} заказал {what} и оставил {a}",
                "{who} оставил задаток {a} за {what}",
            ),
        },
        {"who": ("Тарас", "Сидоренко", "Ершов"), "what": ("два радиатора", "бойлер")},
    ),
}


@pytest.mark.parametrize(
    ("text", "category", "amount"), [case for it in _IN.values() for case in _filled(*it)]
)
def test_goods_paid_by_somebody_named(
    text: str, category: str, amount: int, lexicon: Lexicon
) -> None:
    """Who pays, for what, and how the sum is written make no difference."""
    reading = _read(text, lexicon)
    assert isinstance(reading, Understood), text
    (draft,) = reading.drafts
    assert draft.amount is not None
    assert draft.direction is not None
    assert draft.category is not None
    assert (draft.amount.minor, draft.direction.value) == (amount * 100, "in")
    assert draft.category.value == category


@pytest.mark.parametrize(
    "text",
    [
        "from Rostyslav 1,900 for dismantling the old boiler, our guys did it",
        "900 for fitting radiators, Taras paid our fitters",
        "від Катерини 900 за демонтаж старого котла, робили наші хлопці",
        "900 за монтаж радіаторів, Тарас розрахувався з нашими монтажниками",
        "от Ларисы 900 за монтаж радиаторов, делали наши ребята",
        "900 за подключение бойлера, Николай рассчитался с нашими монтажниками",
        "Нова Пошта, накладений платіж 900, замовлення 2377",
        "Курьер сдал 900 за заказ 3105",
        "TOV Budmaster paid 900 for the manifold",
        "debt from Ihor 900",
        "борг від Савчука 900",
        "долг от Игоря 900",
        "замовлення 1840 фільтр видали, 900",
        "получила 900 за демонтаж старого котла от госпожи Коваль",
    ],
)
def test_work_and_orders_of_ours_are_sold(text: str, lexicon: Lexicon) -> None:
    """What our own people did, or sent, is paid to us."""
    reading = _read(text, lexicon)
    assert isinstance(reading, Understood), text
    assert [draft.direction.value for draft in reading.drafts if draft.direction] == ["in"]
    assert [draft.category.value for draft in reading.drafts if draft.category] == ["sale_cash"]


@pytest.mark.parametrize(
    "text",
    [
        "paid our fitters 900 for fitting radiators",
        "нашим монтажникам 900 за монтаж радіаторів",
        "заплатила наперед 900 за оренду",
    ],
)
def test_what_we_pay_our_own_goes_out(text: str, lexicon: Lexicon) -> None:
    """Our people who are paid, and rent that is paid ahead, are no sale."""
    reading = _read(text, lexicon)
    assert isinstance(reading, Understood), text
    assert [draft.direction.value for draft in reading.drafts if draft.direction] == ["out"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29-10 courier 300", dt.date(2026, 10, 29)),
        ("бензин 800, 29-10", dt.date(2026, 10, 29)),
        ("backdate to Oct 30: courier 350", dt.date(2026, 10, 30)),
        ("запиши заднім числом на 30 жовтня: бензин 1900", dt.date(2026, 10, 30)),
        ("запиши задним числом на 30 октября: бензин 1900", dt.date(2026, 10, 30)),
        ("owner took 4 500, should be dated 18.11.2026", dt.date(2026, 11, 18)),
        ("уборщице 800 пять дней назад", dt.date(2026, 11, 15)),
    ],
)
def test_ways_to_say_the_day(text: str, day: dt.date, lexicon: Lexicon) -> None:
    """A day is known however it is written."""
    reading = _read(text, lexicon)
    assert isinstance(reading, Understood), text
    assert [draft.booked_on for draft in reading.drafts] == [day]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the second entry is superfluous", Correction),
        ("другий запис зайвий", Correction),
        ("вторая запись лишняя", Correction),
        ("change the amount to 700", Correction),
        ("вибач, я мала на увазі 700", Correction),
        ("извини, я имела в виду 700", Correction),
        ("не та людина", Correction),
        ("не тот человек", Correction),
        ("wrong chat, ignore the 700", NotAnEntry),
        ("ой, не в той чат", NotAnEntry),
        ("ой, не в тот чат", NotAnEntry),
        ("це Юлія, а не Олег", Correction),
        ("это Катерина, а не Олег", Correction),
        ("хтось би мені дав 1500 просто так", NotAnEntry),
        ("кто бы мне дал 1500 просто так", NotAnEntry),
        ("gave the bakery 500 in small notes for one 500 note", NotAnEntry),
        ("дала пекарні 500 дрібними за одну купюру 500", NotAnEntry),
        ("розміняла 500 на п'ять соток у сусідів", NotAnEntry),
        ("two thousand something for ball valves from Savchuk", Unclear),
        ("to Ihor.", Unclear),
        ("Галині.", Unclear),
        ("Галина.", NotAnEntry),
        ("Оплачено.", Unclear),
        ("and as much again", Unclear),
        ("і ще стільки ж", Unclear),
        ("и еще столько же", Unclear),
        ("he came, she paid", Unclear),
        ("він прийшов, вона заплатила", Unclear),
        ("лежить 2300, чи від Ігоря, чи ми винні", Unclear),
        ("лежит 2300, то ли от Игоря, то ли мы должны", Unclear),
        ("450 lying here, either from Taras or we owe Taras", Unclear),
        ("2300 Kateryna, details later", Unclear),
        ("3 200 Shevchuk, деталі потім", Unclear),
        ("3 200 Shevchuk, детали потом", Unclear),
    ],
)
def test_kinds(text: str, kind: type[Reading], lexicon: Lexicon) -> None:
    """What corrects, what is meant for others, and what is to be told later."""
    assert isinstance(_read(text, lexicon), kind), text


@pytest.mark.parametrize(
    "text",
    [
        "Сидоренко отдал назад 350, что брал на канцелярию",
        "Ярослав віддав назад 350, що брав на канцелярію",
        "Savchuk gave back 350, had taken it for stationery",
        "Ivan returned 350 unspent, it was for paper",
    ],
)
def test_unspent_money_is_of_what_it_was_for(text: str, lexicon: Lexicon) -> None:
    """Whoever brings back what he did not spend is no customer."""
    reading = _read(text, lexicon)
    assert isinstance(reading, Understood), text
    (draft,) = reading.drafts
    assert draft.direction is not None
    assert draft.category is not None
    assert (draft.direction.value, draft.category.value) == ("in", "office_household")
