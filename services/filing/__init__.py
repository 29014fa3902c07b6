"""Bank lines out of suspense: by rule, by habit, by a person's word."""
