"""A period's checklist, its signatures, its end."""
