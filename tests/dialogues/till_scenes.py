"""What is in the tills: the day, the counts, money between tills, to the bank, to people."""

import datetime as dt

from tests.dialogues.steps import Runs, Scene, Sends, Taps, Types, Waits, says

SALE = Types(
    "cashier", en="sold a boiler 12 400", uk="продала бойлер 12 400", ru="продала бойлер 12 400"
)

DAY = Scene(
    "The director's day",
    "The picture and its words, on a light or a dark ground; a cashier sees the own till.",
    (
        Types("cashier", en="sold a boiler 12 400", uk="продала бойлер 12 400",
              ru="продала бойлер 12 400"),
        Types("director", en="today?", uk="що сьогодні?", ru="что сегодня?"),
        Taps("director", "button-dark"),
        Types("cashier", en="/today", uk="/today", ru="/today"),
    ),
)  # fmt: skip

TILL = Scene(
    "What is in the till, and what was",
    "The till with its last entries; words, an amount or a day look further back.",
    (
        SALE,
        Types("cashier", en="courier 250", uk="кур'єру 250", ru="курьеру 250"),
        says("cashier", "/till"),
        Types("cashier", en="/till courier", uk="/till кур'єр", ru="/till курьер"),
        Types("cashier", en="/till umbrella", uk="/till парасолька", ru="/till зонтик"),
        says("director", "/till"),
    ),
)

TRANSFER = Scene(
    "Cash goes from one till to another",
    "Whoever answers for the other till says whether it came.",
    (
        SALE,
        Types("cashier", en="moved 5000 to the warehouse till", uk="передала 5000 на склад",
              ru="передала 5000 на склад"),
        Taps("second", "button-got-it"),
    ),
)  # fmt: skip

TRANSFER_WAITS = Scene(
    "Cash that nobody confirms",
    "After some hours it is asked about once more.",
    (
        SALE,
        Types("cashier", en="moved 4000 to the warehouse till", uk="передала 4000 на склад",
              ru="передала 4000 на склад"),
        Waits(dt.timedelta(hours=4)),
        Runs("cash between tills that nobody confirmed"),
        Taps("second", "button-got-it"),
    ),
)  # fmt: skip

TRANSFER_REFUSED = Scene(
    "Cash that did not come",
    "It stays on its way, and both the sender and the directors hear of it, until it is found.",
    (
        SALE,
        Types("cashier", en="moved 3000 to the warehouse till", uk="передала 3000 на склад",
              ru="передала 3000 на склад"),
        Taps("second", "button-not-so"),
        Waits(dt.timedelta(hours=1)),
        Taps("second", "button-found"),
    ),
)  # fmt: skip

TRANSFER_PART = Scene(
    "Only a part of the cash came",
    "What lacks stays on its way, before the sender and the directors, until somebody finds it or"
    " books it as a shortage. The sender never can.",
    (
        SALE,
        Types("cashier", en="moved 2000 to the warehouse till", uk="передала 2000 на склад",
              ru="передала 2000 на склад"),
        Taps("second", "button-part-came"),
        says("second", "2100"),
        says("second", "1800"),
        Waits(dt.timedelta(hours=1)),
        says("director", "/till"),
        Taps("director", "button-write-off"),
        Waits(dt.timedelta(hours=1)),
        Taps("director", "button-was-found"),
        Taps("second", "button-got-it"),
    ),
)  # fmt: skip

TRANSFER_PART_WORDS = Scene(
    "A part is told in words and the rest goes back",
    "Typed by itself, or in reply to the question; the rest was never taken along.",
    (
        SALE,
        Types("cashier", en="moved 2000 to the warehouse till", uk="передала 2000 на склад",
              ru="передала 2000 на склад"),
        Types("second", en="came 1,800 of 2,000", uk="прийшло 1800 з 2000",
              ru="пришло 1800 из 2000"),
        Taps("cashier", "button-back-in-till"),
    ),
)  # fmt: skip

DEPOSIT = Scene(
    "Cash goes to the bank",
    "It is on its way until the bank has it; a photo in reply proves it.",
    (
        SALE,
        says("cashier", "/deposit"),
        says("cashier", "/deposit -10000"),
        says("cashier", "/deposit 10000"),
        Sends("cashier", is_reply=True),
        Waits(dt.timedelta(days=5)),
        says("accountant", "/deposit"),
    ),
)

COUNT = Scene(
    "The till is counted and is short",
    "The books' figure is not told before. What is missing may be typed first; what remains is"
    " booked with its reason.",
    (
        SALE,
        says("cashier", "/count"),
        says("cashier", "12000"),
        Taps("cashier", "button-count-forgot"),
        Types("cashier", en="courier 250", uk="кур'єру 250", ru="курьеру 250"),
        Taps("cashier", "button-count-compare"),
        Taps("cashier", "button-count-book-short"),
        Taps("cashier", "count-reason-change"),
        says("cashier", "/count"),
        Taps("cashier", "button-never-mind"),
    ),
)

COUNT_TAPPED = Scene(
    "The till is counted note by note",
    "Notes are tapped or their number is typed; small change is a sum.",
    (
        SALE,
        says("cashier", "/count"),
        Taps("cashier", "button-count-notes"),
        Taps("cashier", "1"),
        says("cashier", "12"),
        Taps("cashier", "button-count-loose", {"amount": "…"}),
        says("cashier", "400"),
        Taps("cashier", "button-count-done", {"amount": "…"}),
        says("director", "/count"),
        Taps("director", "button-count-history", {"till": "…"}),
    ),
)

COUNT_UNDONE = Scene(
    "A booked difference is put right, then taken back",
    "While the day is open, with its trail; directors and owners hear of each.",
    (
        SALE,
        says("cashier", "/count 12000"),
        Taps("cashier", "button-count-book-short"),
        Taps("cashier", "count-reason-unknown"),
        Types("cashier", en="/entry 2", uk="/entry 2", ru="/entry 2"),
        Taps("cashier", "button-amount"),
        says("cashier", "300"),
        Taps("cashier", "button-undo"),
    ),
)

COUNT_LEFT = Scene(
    "A count is left for something else",
    "A figure answers the newest question, then the count; one that is never ended is closed.",
    (
        SALE,
        says("cashier", "/count"),
        Types("cashier", en="paid the courier", uk="заплатила кур'єру", ru="заплатила курьеру"),
        says("cashier", "250"),
        says("cashier", "12150"),
        says("cashier", "/count"),
        Waits(dt.timedelta(hours=13)),
        Runs("counts that were left end"),
    ),
)

HANDOVER = Scene(
    "The till is handed over",
    "Whoever takes it agrees with the figure or counts first.",
    (
        SALE,
        says("cashier", "/handover"),
        Taps("cashier", "relief"),
        Taps("relief", "button-handover-take"),
        says("relief", "/handover"),
        Taps("relief", "cashier"),
        Taps("cashier", "button-handover-count"),
        says("cashier", "12300"),
        Taps("cashier", "button-count-book-short"),
        Taps("cashier", "count-reason-unknown"),
    ),
)

ADVANCE = Scene(
    "Money to account for",
    "Given to somebody, spent as the receipts say, the rest brought back.",
    (
        SALE,
        Types("cashier", en="/advance Petro 2000 materials", uk="/advance Петро 2000 матеріали",
              ru="/advance Пётр 2000 материалы"),
        Waits(dt.timedelta(days=3)),
        Runs("money to account for"),
        says("cashier", "/advances"),
        Taps("cashier", "second"),
        Taps("cashier", "button-advance-receipts"),
        Types("cashier", en="1500 materials, 150 fuel", uk="1500 матеріали, 150 бензин",
              ru="1500 материалы, 150 бензин"),
        Taps("cashier", "button-advance-change"),
        says("cashier", "350"),
    ),
)  # fmt: skip

ADVANCE_OWN = Scene(
    "More was spent than was given",
    "Tilly asks whose money it was, and pays it back from the till.",
    (
        Types("cashier", en="gave Petro 1000 to account for, materials",
              uk="дала Петру 1000 під звіт на матеріали",
              ru="дала Петру 1000 под отчёт на материалы"),
        Types("cashier", en="Petro spent 1300 on materials", uk="Петро витратив 1300 на матеріали",
              ru="Пётр потратил 1300 на материалы"),
        Taps("cashier", "button-spending-advance"),
        Taps("cashier", "button-spending-own-owed"),
        says("cashier", "/advances"),
    ),
)  # fmt: skip

SCENES = (
    DAY, TILL, COUNT, COUNT_TAPPED, COUNT_UNDONE, COUNT_LEFT, HANDOVER, TRANSFER,
    TRANSFER_WAITS, TRANSFER_REFUSED, TRANSFER_PART, TRANSFER_PART_WORDS, DEPOSIT,
    ADVANCE, ADVANCE_OWN,
)  # fmt: skip
"""In the order of the page."""
