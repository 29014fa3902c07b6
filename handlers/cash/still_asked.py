"""What was asked for is asked once more where what is typed answers nothing at all."""

from handlers.advances.advance_acts import ADVANCE
from handlers.cards import Setting
from handlers.filing.review_cards import REVIEW
from handlers.filing.rules import RULES
from services.messages import OutgoingMessage

_ASKED = {f"{RULES}:": "rules-how", f"{ADVANCE}:new:0": "advance-how"}
_OTHER_ACCOUNT = "other"


def still_asked(setting: Setting) -> OutgoingMessage | None:
    """Ask once more for what a person was asked to type; None where a hint at cash says more."""
    expected = (setting.viewer.expects if setting.viewer else None) or ""
    asked = _ASKED.get(expected)
    if asked is None and expected.startswith(f"{REVIEW}:") and expected.endswith(_OTHER_ACCOUNT):
        asked = "review-other"
    if asked is None:
        return None
    words = setting.words
    return setting.message(f"{words('still-asked')}\n{words(asked)}")
