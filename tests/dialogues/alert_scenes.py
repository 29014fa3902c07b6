"""What leaders are told by itself, and what they make of it."""

import datetime as dt

from tests.dialogues.steps import Runs, Scene, Taps, Types, Waits, says

TOLD = Scene(
    "What leaders are told by itself",
    "A first big purchase, an order that was changed after it was closed and a refund by who had"
    " sold come to the leaders once, in one message. The order is asked about; the numbers of a"
    " trigger are tried on the past month.",
    (
        Runs("leaders are told what matters"),
        Types("cashier", en="Ivanenko paid 5000 for a boiler",
              uk="Іваненко заплатив 5000 за котел", ru="Иваненко заплатил 5000 за котёл"),
        Types("cashier", en="refund 500 to Ivanenko", uk="повернули Іваненку 500",
              ru="вернули клиенту Иваненко 500"),
        Runs("a closed order is changed"),
        Types("accountant", en="paid Romstal 48000 for goods",
              uk="заплатили Ромсталу 48000 за товар", ru="заплатили Ромсталу 48000 за товар"),
        Runs("leaders are told what matters"),
        Taps("director", "2 🔴"),
        Taps("director", "button-alert-ask"),
        Taps("director", "accountant"),
        Taps("accountant", "button-alert-explain"),
        Types("accountant", en="the customer got the agreed discount",
              uk="клієнт отримав обіцяну знижку", ru="клиент получил обещанную скидку"),
        says("director", "/alerts"),
        Taps("director", "button-alerts-rings"),
        Taps("director", "alert-name-first_big_purchase"),
        Taps("director", "₴"),
    ),
)  # fmt: skip

HOURS = Scene(
    "When leaders are told",
    "By night only what is critical comes; nobody reacting calls each leader in.",
    (
        Runs("leaders are told what matters"),
        says("director", "/alerts"),
        Taps("director", "button-alerts-hours"),
        Taps("director", "3", {}),
        Types("accountant", en="paid Romstal 48000 for goods",
              uk="заплатили Ромсталу 48000 за товар", ru="заплатили Ромсталу 48000 за товар"),
        Runs("leaders are told what matters"),
        Waits(dt.timedelta(hours=22)),
        Runs("leaders are told what matters"),
        Taps("owner", "button-alert-week"),
    ),
)  # fmt: skip

SCENES = (TOLD, HOURS)
