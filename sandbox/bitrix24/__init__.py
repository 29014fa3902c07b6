"""A stand-in Bitrix24 portal on loopback: its records, limits, refusals, quirks and events."""
