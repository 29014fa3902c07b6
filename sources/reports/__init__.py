"""Reports as tables: orders, payments and payouts, read by mappings that are data."""
