"""Bank lines: reviewed, ruled, filed alone."""
