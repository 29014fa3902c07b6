"""Orders, payments, refunds and payouts: kept telling by telling, posted by rule."""
