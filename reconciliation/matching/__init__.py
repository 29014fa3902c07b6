"""The steps of matching; each takes what the steps before left open."""
