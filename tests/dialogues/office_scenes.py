"""What directors and the accountant decide, and what the clock asks."""

import datetime as dt

from tests.dialogues.steps import Runs, Scene, Sends, Taps, Types, Waits, says

LIMITED = (
    Types("owner", en="/limits cashier 5000 20000", uk="/limits касир 5000 20000",
          ru="/limits кассир 5000 20000"),
    Types("cashier", en="paid the courier 9000", uk="кур'єру 9000", ru="курьеру 9000"),
)  # fmt: skip

APPROVED = Scene(
    "A payout above the limit",
    "It waits; a director asks about it and approves it.",
    (
        says("director", "/limits"),
        *LIMITED,
        Taps("director", "button-ask"),
        Types("director", en="Why so much?", uk="Чому так багато?", ru="Почему так много?"),
        Taps("cashier", "button-answer"),
        Types("cashier", en="three trips, to Lviv and back", uk="три поїздки до Львова й назад",
              ru="три поездки во Львов и обратно"),
        Taps("director", "button-approve"),
    ),
)  # fmt: skip

WITH_PAPERS = Scene(
    "What a payout is for, and its receipt",
    "Who decides sees the receipt, and hears when who asked says what it was for.",
    (
        LIMITED[0],
        Sends("cashier", en="paid the courier 9000", uk="кур'єру 9000", ru="курьеру 9000"),
        Types("cashier", en="no, that was for petrol", uk="ні, це за бензин",
              ru="нет, это за бензин"),
        Taps("director", "button-approve"),
    ),
)  # fmt: skip

REFUSED = Scene(
    "A payout is refused, another one lapses",
    "A refusal has a reason; what nobody decides on lapses after a day.",
    (
        *LIMITED,
        Taps("director", "button-refuse"),
        Taps("director", "approval-no-no_papers"),
        Types("cashier", en="paid rent 7000", uk="оренда 7000", ru="аренда 7000"),
        says("director", "/approvals"),
        Waits(dt.timedelta(hours=25)),
        Runs("payouts lapse"),
    ),
)

BOOK = Scene(
    "The cash book",
    "Day by day in the chat, more days as a file; an entry is opened, split and commented on.",
    (
        Types("cashier", en="petrol 1000", uk="бензин 1000", ru="бензин 1000"),
        says("accountant", "/cash"),
        Taps("accountant", "book-as-table"),
        Taps("accountant", "book-as-text"),
        Taps("accountant", "cash-line-number", {"number": "1"}),
        Taps("accountant", "button-split"),
        Types("accountant", en="300 office", uk="300 офіс", ru="300 офис"),
        Types("accountant", en="/entry 4", uk="/entry 4", ru="/entry 4"),
        Taps("accountant", "button-comment"),
        Types("accountant", en="the receipt is in the folder", uk="чек у папці",
              ru="чек в папке"),
        says("accountant", "/cash xlsx 01.11-20.11"),
    ),
)  # fmt: skip

DRAFTS = Scene(
    "A question that nobody answered",
    "It is put once more after an hour; the accountant may settle it or leave it out.",
    (
        says("cashier", "250"),
        says("cashier", "300"),
        Waits(dt.timedelta(hours=2)),
        Runs("open questions"),
        says("accountant", "/drafts"),
        Taps("accountant", "button-settle", {"place": "1"}),
        Taps("accountant", "direction-out"),
        Taps("accountant", "category-delivery"),
        says("accountant", "/drafts"),
        Taps("accountant", "button-leave-out", {"place": "1"}),
        Taps("accountant", "drop-reason-twice"),
        says("accountant", "/drafts"),
    ),
)

CLOSED = Scene(
    "Closed books",
    "A checklist fills itself, two people sign; a later correction is booked today.",
    (
        Types("cashier", en="yesterday courier 250", uk="вчора кур'єру 250",
              ru="вчера курьеру 250"),
        says("accountant", "/close 19.11"),
        Taps("accountant", "button-close-explain", {"what": "…"}),
        Types("accountant", en="counted on Friday morning", uk="пораховано в п'ятницю вранці",
              ru="посчитано в пятницу утром"),
        Taps("accountant", "button-close-sign-accountant"),
        Taps("director", "button-close-open"),
        Taps("director", "button-close-sign-director"),
        Taps("cashier", "button-amount"),
        says("cashier", "205"),
        Taps("accountant", "button-book-today"),
    ),
)  # fmt: skip

MISSING = Scene(
    "What was not told",
    "Near the end of the day Tilly asks about what is usually told on this weekday.",
    (
        Types("cashier", en="13.11 courier 250\n06.11 courier 250\n30.10 courier 250",
              uk="13.11 кур'єру 250\n06.11 кур'єру 250\n30.10 кур'єру 250",
              ru="13.11 курьеру 250\n06.11 курьеру 250\n30.10 курьеру 250"),
        Waits(dt.timedelta(hours=4)),
        Runs("what was not told"),
        Taps("cashier", "button-none"),
    ),
)  # fmt: skip

CLOCK = Scene(
    "What runs by the clock",
    "The owner has a job run at once; one that fails twice is told once, and so is its end.",
    (
        says("owner", "/jobs"),
        Taps("owner", "job-nightly-verification"),
        Runs("what is due runs"),
        Waits(dt.timedelta(hours=1)),
        Runs("what is due fails"),
        Waits(dt.timedelta(hours=1)),
        Runs("what is due fails"),
        says("owner", "/jobs"),
        Waits(dt.timedelta(hours=1)),
        Runs("what is due runs"),
        says("cashier", "/jobs"),
    ),
)

SCENES = (APPROVED, WITH_PAPERS, REFUSED, BOOK, DRAFTS, CLOSED, MISSING, CLOCK)
"""In the order of the page."""
