"""Money to account for."""
