"""Stand-ins of banks' interfaces on loopback: their limits, pages and errors, and an own truth."""
