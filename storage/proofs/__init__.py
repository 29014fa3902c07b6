"""The books' proofs: each file breaks down one kind of invariant into named checks."""
