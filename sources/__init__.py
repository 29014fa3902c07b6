"""Outside systems, a folder each: what they say becomes values of the ledger's own."""
