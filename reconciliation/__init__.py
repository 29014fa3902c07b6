"""Orders, payments, payouts, bank lines and cash entries, agreed with each other; pure."""
