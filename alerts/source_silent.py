"""A bank account has told nothing for days: its statements have stopped coming."""

from alerts.finding import Severity
from alerts.flagged import trigger_of_late

TRIGGER = trigger_of_late("source_silent", Severity.MIDDLE, days=(0, 2, 5, 10))
