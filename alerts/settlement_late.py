"""A gateway, courier or marketplace is late with the shop's money, by its own rhythm."""

from alerts.finding import Severity
from alerts.flagged import trigger_of_late

TRIGGER = trigger_of_late("settlement_late", Severity.HIGH, days=(0, 1, 3, 7))
