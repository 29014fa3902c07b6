"""The accountant's sitting over bank lines: groups, rules, questions, blind checks."""
