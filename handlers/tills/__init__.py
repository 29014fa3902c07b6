"""Tills: their pages, counts, handovers, cash between them, the cash book."""
