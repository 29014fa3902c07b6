"""Payouts that wait for a yes, and the limits above which they do."""
