"""The dialogues, each in a shop of its own, in the order of the page."""

from tests.dialogues import (
    alert_scenes,
    bank_scenes,
    cash_scenes,
    office_scenes,
    people_scenes,
    question_scenes,
    till_scenes,
)

SCENES = (
    *people_scenes.SCENES,
    *cash_scenes.SCENES,
    *till_scenes.SCENES,
    *office_scenes.SCENES,
    *bank_scenes.SCENES,
    *alert_scenes.SCENES,
    *question_scenes.SCENES,
)
