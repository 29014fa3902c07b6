"""The only SQL: tables, mapping, repositories, and the one place that commits."""
