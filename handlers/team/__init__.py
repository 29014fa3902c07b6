"""The way in, the team, and what each sets for himself."""
