"""What people and clocks ask of the books: one use case a file, and the ports adapters fulfil."""
