"""Tills: what is in them, counting, handing over, cash between them."""
