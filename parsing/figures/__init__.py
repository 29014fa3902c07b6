"""Which of a line's figures are money that moved, and what must be computed from them."""
