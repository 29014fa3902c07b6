"""The journal as files that other programs read."""
