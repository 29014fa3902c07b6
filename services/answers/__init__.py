"""Questions about the books, answered from a fixed set."""
