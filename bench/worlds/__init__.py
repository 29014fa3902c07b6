"""Made-up months of a shop, with the truth known, for measuring reconciliation.

A month is lived forward: orders are made, customers pay, providers batch and send, banks book, the
till carries its cash to the bank. What belongs together is therefore known and never guessed.
"""
