"""How people come in, what Tilly offers them, and what leads nowhere."""

from tests.dialogues.steps import Opens, Scene, Taps, Types, says

SET_UP = Scene(
    "The shop is set up",
    "The first owner comes in by the code that was shown where Tilly was started.",
    (
        Types("owner", en="hello", uk="привіт", ru="привет"),
        Opens("owner"),
        Taps("owner", "language-name"),
        says("owner", "Teplo"),
        Taps("owner", "UAH"),
        Taps("owner", "setup-zone-kyiv"),
        Taps("owner", "2"),
        Types("owner", en="Front till", uk="Каса в залі", ru="Касса в зале"),
        Taps("owner", "button-skip"),
        Types("owner", en="some", uk="трохи", ru="немного"),
        says("owner", "1 250"),
        Taps("owner", "0"),
    ),
    is_new=True,
)

INVITED = Scene(
    "A new cashier",
    "The owner invites, the link lets one person in, the owner says which till it is.",
    (
        says("owner", "/invite"),
        Taps("owner", "role-cashier"),
        Opens("newcomer"),
        Types("newcomer", en="courier 220", uk="кур'єру 220", ru="курьеру 220"),
        says("owner", "/team"),
        Taps("owner", "newcomer"),
        Taps("owner", "button-till", {"till": "…"}),
        Opens("stranger"),
    ),
)

HELP = Scene(
    "What Tilly can do for whom",
    "Everybody sees what the role allows.",
    (
        says("cashier", "/help"),
        says("accountant", "/help"),
        says("director", "/help"),
        says("owner", "/help"),
    ),
)

LANGUAGE = Scene(
    "Another language",
    "Everybody has an own one.",
    (
        says("cashier", "/language"),
        Taps("cashier", "English"),
    ),
)

NOWHERE = Scene(
    "What leads nowhere",
    "A stranger, a command that is somebody else's, a question that was settled, an old button.",
    (
        Types("stranger", en="courier 220", uk="кур'єру 220", ru="курьеру 220"),
        says("cashier", "/cash"),
        says("cashier", "/entry 77"),
        says("cashier", "500"),
        Taps("cashier", "button-not-cash"),
        Taps("cashier", "button-not-cash"),
        Taps("cashier", "direction-out", is_too_old=True),
    ),
)

SCENES = (SET_UP, INVITED, HELP, LANGUAGE, NOWHERE)
"""In the order of the page."""
