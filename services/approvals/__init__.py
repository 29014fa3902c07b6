"""Payouts above a person's limit: they wait for another person's yes."""
