"""What leaders are told by itself, and how they want it."""
