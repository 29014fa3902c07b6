"""A likely answer where the rules have none: a small model that says why, and is always asked."""
