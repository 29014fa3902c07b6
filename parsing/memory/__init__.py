"""What a shop has taught, and names that are one person's."""
