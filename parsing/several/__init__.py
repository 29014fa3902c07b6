"""Messages that tell of several movements: cut into one piece each, and read together."""
