"""Bitrix24: its records read over REST, and what they mean for the books."""
