"""Questions about the books: text to one of a fixed set of queries, or a doubt."""
