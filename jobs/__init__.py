"""What runs by the clock: the same as a handler, without a person."""
