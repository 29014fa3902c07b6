"""Talk about cash, with the questions, refunds and receipts that belong to it."""
