"""A shop to try things in, with a month behind it."""
