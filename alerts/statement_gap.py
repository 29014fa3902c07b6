"""Days are missing between two statements, and money moved in them."""

from alerts.finding import Severity
from alerts.flagged import trigger_of_late

TRIGGER = trigger_of_late("statement_gap", Severity.HIGH, days=(0, 1, 3, 7))
