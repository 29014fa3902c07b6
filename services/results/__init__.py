"""Results of days from kept sums, what they are made of, plans and digests."""
