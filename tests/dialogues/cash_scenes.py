"""What happens to the cash is told, put right, proved and remembered."""

from tests.dialogues.steps import Runs, Scene, Sends, Taps, Types, says

FILED = Scene(
    "A clear message is filed",
    "Whoever types what happened hears what was understood and what the till has now. One tap"
    " takes it back.",
    (
        Types(
            "cashier",
            en="yesterday gave the installer 250 for a callout",
            uk="вчора дала монтажнику 250 за виїзд",
            ru="вчера дала монтажнику 250 за выезд",
        ),
        Taps("cashier", "button-undo"),
    ),
)

FIELDS = Scene(
    "A field is put right from the card",
    "A tap asks; a tap or what is typed answers. The entry is booked anew, the old one is struck"
    " out.",
    (
        Types("cashier", en="courier 250", uk="кур'єру 250", ru="курьеру 250"),
        Taps("cashier", "button-amount"),
        Types("cashier", en="205", uk="205", ru="205"),
        Taps("cashier", "button-category"),
        Taps("cashier", "category-fuel_transport"),
    ),
)

ASKED = Scene(
    "A doubtful message is asked about",
    "What is missing is asked one thing at a time, with the likely answers as buttons.",
    (
        Types("cashier", en="500", uk="500", ru="500"),
        Taps("cashier", "direction-out"),
        Taps("cashier", "category-delivery"),
    ),
)

READ_BACK = Scene(
    "What was not surely understood is read back",
    "Nothing is filed before a tap; the right amount may simply be typed.",
    (
        Types(
            "cashier",
            en="courier two fifty",
            uk="кур'єру п'ятнадцять сімсот",
            ru="350 400 курьеру",
        ),
        Taps("cashier", "button-right"),
    ),
)

CORRECTED = Scene(
    "Put right in words",
    "“No, 350” speaks of the last entry; an edit of the message does the same.",
    (
        Types("cashier", en="courier 250", uk="кур'єру 250", ru="курьеру 250"),
        Types("cashier", en="no, 350", uk="ні, 350", ru="нет, 350"),
        Types("cashier", en="petrol 900", uk="бензин 900", ru="бензин 900"),
        Types("cashier", en="petrol 950", uk="бензин 950", ru="бензин 950", is_edit=True),
        Types("cashier", en="cancel the petrol", uk="скасуй бензин", ru="отмени бензин"),
    ),
)

SEVERAL = Scene(
    "Several operations in one message",
    "One answer for all of them; what is clear is filed, the rest is asked.",
    (
        Types(
            "cashier",
            en="courier 220\npetrol 900\nzorbik 300",
            uk="кур'єру 220\nбензин 900\nзюзька 300",
            ru="курьеру 220\nбензин 900\nзюзька 300",
        ),
        Taps("cashier", "direction-out"),
        Taps("cashier", "category-delivery"),
    ),
)

MEMORY = Scene(
    "What the shop teaches",
    "An answered question teaches the word; it is used from the next message on and can be"
    " forgotten.",
    (
        Types("cashier", en="zorbik 300", uk="зюзька 300", ru="зюзька 300"),
        Taps("cashier", "direction-out"),
        Taps("cashier", "category-delivery"),
        Types("cashier", en="zorbik 320", uk="зюзька 320", ru="зюзька 320"),
        Types("accountant", en="/memory", uk="/memory", ru="/memory"),
    ),
)

TALK = Scene(
    "What is no cash",
    "Chat is not filed; what may be cash and is not can be dropped.",
    (
        Types("cashier", en="good morning!", uk="доброго ранку!", ru="доброе утро!"),
        Types("cashier", en="500", uk="500", ru="500"),
        Taps("cashier", "button-not-cash"),
    ),
)

RECEIPTS = Scene(
    "Receipts",
    "A photo under the words or in reply to a card goes with the entry; one alone is asked about.",
    (
        Sends("cashier", en="petrol 900", uk="бензин 900", ru="бензин 900"),
        Types("cashier", en="courier 250", uk="кур'єру 250", ru="курьеру 250"),
        Sends("cashier", is_reply=True),
        Sends("cashier"),
        Taps("cashier", "button-receipt-words"),
        Types("cashier", en="tea 180", uk="чай 180", ru="чай 180"),
        says("cashier", "/entry 2"),
    ),
)

REFUNDS = Scene(
    "A refund and its sale",
    "A refund is led to its sale; one that is not clear is asked for it, and the directors see"
    " what is odd.",
    (
        Types("cashier", en="Ivanenko paid 5000 for a boiler",
              uk="Іваненко заплатив 5000 за котел", ru="Иваненко заплатил 5000 за котёл"),
        Types("cashier", en="refund 500 to Ivanenko", uk="повернули Іваненку 500",
              ru="вернули клиенту Иваненко 500"),
        Types("cashier", en="refund 700", uk="повернули клієнту 700", ru="вернули клиенту 700"),
        Taps("cashier", "button-refund-without"),
        says("director", "/refunds"),
        Runs("leaders are told what matters"),
    ),
)  # fmt: skip

SCENES = (
    FILED, FIELDS, ASKED, READ_BACK, CORRECTED, SEVERAL, MEMORY, TALK, RECEIPTS, REFUNDS,
)  # fmt: skip
"""In the order of the page."""
