"""Bank accounts: statements and interfaces read in, balances proved."""
