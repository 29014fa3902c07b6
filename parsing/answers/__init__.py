"""What people type into a question or behind a command: amounts, days, counts, plans."""
