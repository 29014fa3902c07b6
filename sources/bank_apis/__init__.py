"""Banks' interfaces: one module a bank that calls, one that turns what it says into lines."""
