"""Text to meaning: what a person typed about cash, without a clock, a database or a chat."""
