"""Who may be customers, too, but are no customers where a job is told."""

CREW = frozenset({"lads", "guys", "boys", "the lads", "the guys", "the boys", "fellas", "lad"})
