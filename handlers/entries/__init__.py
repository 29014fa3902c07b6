"""One entry: its card's parts, its history, and how it is put right."""
