"""What needs a person, and who is asked about it."""
