"""What the accountant and the bank say to each other through the bot."""

import datetime as dt

from tests.dialogues.steps import Runs, Scene, Taps, Types, Waits, says

REVIEWED = Scene(
    "A bank statement, and what its lines were",
    "Rent files itself by a rule; two lines of one supplier are one group; a colleague is asked.",
    (
        Runs("the accountant drops a bank statement"),
        says("accountant", "/review"),
        Taps("accountant", "button-review-other"),
        Types("accountant", en="advert", uk="рекл", ru="рекл"),
        Taps("accountant", "category-advertising"),
        Taps("accountant", "button-review-ask"),
        Taps("accountant", "director"),
        Types("director", en="the banner at the entrance", uk="банер на вході",
              ru="баннер на входе"),
        Taps("accountant", "button-review-show"),
        Taps("accountant", "button-review-yes", {"account": "…"}),
    ),
)  # fmt: skip

RULED = Scene(
    "A rule is made from lines",
    "It is tried on the past first; it files the next ones, and goes with just what it filed.",
    (
        Runs("the accountant drops a bank statement"),
        Types("accountant", en="/rules Зубрівка = advertising", uk="/rules Зубрівка = реклама",
              ru="/rules Зубрівка это реклама"),
        Taps("accountant", "button-rule-make"),
        Runs("the accountant drops the next day's"),
        says("accountant", "/auto"),
        says("director", "/auto 20000"),
        says("accountant", "/rules"),
        Taps("accountant", "button-rule-remove", {"number": "1"}),
    ),
)  # fmt: skip

CHECKED = Scene(
    "The morning after",
    "What waits is told once a day; a line that was filed alone is to be said blind.",
    (
        Runs("the accountant drops a bank statement"),
        Waits(dt.timedelta(hours=20)),
        Runs("in the morning"),
        Taps("accountant", "button-review-begin"),
        Taps("accountant", "button-review-later"),
        says("accountant", "/banks"),
    ),
)

ASKED = Scene(
    "A table that was never seen",
    "Three of its rows are shown, and one thing is asked; it is remembered for the next ones.",
    (
        Runs("the accountant drops a table"),
        Taps("accountant", "table-option-dmy"),
    ),
)

MAPPED = Scene(
    "What a CRM's fields mean",
    "Titles are guessed at; the owner sets the rest and sees his last orders before he keeps it.",
    (
        Runs("the portal is read"),
        says("owner", "/crm"),
        Taps("owner", "crm-role-cost"),
        Taps("owner", "Витрати на товар"),
        Taps("owner", "button-crm-keep"),
        Taps("owner", "button-crm-stages"),
        Taps("owner", "У доставці"),
        Taps("owner", "crm-meaning-paid"),
        Taps("owner", "button-crm-ways"),
        Taps("owner", "Розстрочка"),
        Taps("owner", "crm-way-bank-transfer"),
        says("cashier", "/crm"),
    ),
)

MATCHED = Scene(
    "A sale that does not agree",
    "What agrees is silent; the rest is a short list, and closes when the money comes.",
    (
        Runs("the accountant drops the month's orders"),
        Runs("the accountant drops the day's statement"),
        Runs("orders, payments and the bank are matched"),
        says("accountant", "/exceptions"),
        Taps("accountant", "4812"),
        Taps("accountant", "button-exception-chain"),
        Taps("accountant", "button-back"),
        Taps("accountant", "button-exception-assign"),
        Taps("accountant", "director"),
        Runs("the accountant drops what came the day after"),
        Runs("orders, payments and the bank are matched"),
        says("director", "/order 4812"),
        says("accountant", "/exceptions"),
    ),
)

INQUIRED = Scene(
    "Whoever may know is asked",
    "He answers by a button in his own chat; the accountant makes it good by one tap.",
    (
        Runs("the accountant drops the month's orders"),
        Runs("the accountant drops the day's statement"),
        Runs("orders, payments and the bank are matched"),
        says("accountant", "/exceptions"),
        Taps("accountant", "4812"),
        Taps("accountant", "button-exception-askwho"),
        Taps("accountant", "cashier"),
        Taps("cashier", "answer-discount"),
        Taps("accountant", "button-take-off", {"amount": "…"}),
        says("accountant", "/exceptions"),
        Taps("accountant", "640"),
        Taps("accountant", "button-exception-other"),
        says("accountant", "4811 600, 4812 50"),
        Taps("accountant", "button-exception-other"),
        says("accountant", "4811 600, 4812 40"),
    ),
)

UNENTERED = Scene(
    "Cash that nobody entered",
    "An order was closed for cash: the cashier is asked where it is.",
    (
        Runs("the accountant drops orders paid in cash"),
        Runs("the books are looked through"),
        Taps("cashier", "answer-till"),
        Runs("orders, payments and the bank are matched"),
        Runs("the accountant drops one more such order"),
        Runs("the books are looked through"),
        Taps("cashier", "answer-holder"),
        Taps("cashier", "director"),
        Taps("accountant", "button-take-held", {"amount": "…", "name": "…"}),
        says("director", "/advances"),
    ),
)

SPLIT_UP = Scene(
    "A line that was for several things",
    "Its parts are typed; what the words leave open is tapped; they are the whole line.",
    (
        Runs("the accountant drops a bank statement"),
        says("accountant", "/review"),
        Taps("accountant", "button-review-part"),
        Taps("accountant", "button-review-split"),
        Types("accountant", en="40 advertising", uk="40 реклама", ru="40 реклама"),
    ),
)  # fmt: skip

SCENES = (REVIEWED, RULED, CHECKED, ASKED, SPLIT_UP, MAPPED, MATCHED, INQUIRED, UNENTERED)
