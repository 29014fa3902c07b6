"""Questions about the books in free words."""
