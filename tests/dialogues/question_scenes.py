"""What the director asks of the books, and what a cashier is told."""

import datetime as dt

from tests.dialogues.steps import Runs, Scene, Taps, Types, Waits, says

_CASH = (
    Types("cashier", en="sold a boiler 12 400", uk="продала бойлер 12 400",
          ru="продала бойлер 12 400"),
    Types("cashier", en="paid the courier 220", uk="кур'єру 220", ru="курьеру 220"),
    Types("cashier", en="petrol 800", uk="бензин 800", ru="бензин 800"),
)  # fmt: skip

ASKED = Scene(
    "The director asks",
    "Each answer says how the question was understood; a tap shows the entries behind it.",
    (
        *_CASH,
        Types("director", en="how much did we spend today?", uk="скільки витратили сьогодні?",
              ru="сколько потратили сегодня?"),
        Taps("director", "button-made-of"),
        Types("director", en="and on fuel?", uk="а на паливо?", ru="а на топливо?"),
        Types("director", en="what was it spent on mostly this month?",
              uk="на що найбільше витратили цього місяця?",
              ru="на что больше всего потратили в этом месяце?"),
        Types("director", en="who owes us money?", uk="хто нам винен?", ru="кто нам должен?"),
        Types("director", en="margin on unicorns this month?",
              uk="маржа на єдинорогах цього місяця?", ru="маржа на единорогах в этом месяце?"),
        Types("director", en="why is today better than yesterday?",
              uk="чому сьогодні краще, ніж учора?", ru="почему сегодня лучше, чем вчера?"),
    ),
)  # fmt: skip

RESULTS = Scene(
    "The result of any days",
    "By accrual, then how it leads to the money, then where that is.",
    (
        *_CASH,
        says("director", "/week"),
        Types("director", en="this month", uk="цей місяць", ru="этот месяц"),
    ),
)

DOWN_TO_THE_RECORD = Scene(
    "What a figure is made of",
    "From the result to the figure, to the entry, to the message as Telegram brought it.",
    (
        *_CASH,
        says("director", "/week"),
        Taps("director", "button-made-of"),
        Taps("director", "results-sales"),
        Taps("director", "cash-line-number", {"number": "1"}),
        Taps("director", "button-raw"),
    ),
)

PLANNED = Scene(
    "The plan of a month",
    "Typed in words, read back, kept in versions; results are held against it in proportion.",
    (
        *_CASH,
        Types("director", en="november plan 1.2m margin 22%",
              uk="план листопада 1.2 млн, маржа 22%", ru="план на ноябрь 1,2 млн маржа 22 %"),
        Taps("director", "button-yes"),
        Types("director", en="plan 1.5m", uk="план 1,5 млн", ru="план 1,5 млн"),
        Taps("director", "button-yes"),
        says("director", "/plan"),
        says("director", "/month"),
    ),
)  # fmt: skip

RESTATED = Scene(
    "A day told otherwise",
    "A day once told is kept: what changes it later is told with its causes, which add up.",
    (
        *_CASH,
        Waits(dt.timedelta(hours=18)),
        Types("director", en="how was yesterday?", uk="як учора?", ru="как вчера?"),
        Types("cashier", en="yesterday courier 250", uk="вчора кур'єру 250",
              ru="вчера курьеру 250"),
        Runs("what has changed in told days"),
        says("director", "/restatements"),
    ),
)  # fmt: skip

CHARTS = Scene(
    "The director's pictures",
    "Each says in words what it shows; the way from the CRM to the bank adds up to the cent.",
    (
        *_CASH,
        says("director", "/week"),
        Taps("director", "button-chart-expenses"),
        Taps("director", "button-dark"),
        Types("director", en="/gap this month", uk="/gap цей місяць", ru="/gap этот месяц"),
    ),
)  # fmt: skip

DIGESTS = Scene(
    "What is sent by the clock",
    "Each chooses for himself; letters about the whole shop are for who sees it.",
    (
        says("director", "/digest"),
        Taps("director", "digest-evening"),
        Taps("director", "20:00"),
        says("cashier", "/digest"),
    ),
)

OWN_TILL = Scene(
    "What a cashier is told",
    "Of the own till all there is to know; of the shop's margin nothing.",
    (
        *_CASH,
        Types("cashier", en="how much did we spend today?", uk="скільки витратили сьогодні?",
              ru="сколько потратили сегодня?"),
        Types("cashier", en="what is our margin this month?", uk="яка маржа цього місяця?",
              ru="какая маржа в этом месяце?"),
    ),
)  # fmt: skip

SCENES = (
    ASKED,
    RESULTS,
    DOWN_TO_THE_RECORD,
    PLANNED,
    RESTATED,
    CHARTS,
    DIGESTS,
    OWN_TILL,
)
