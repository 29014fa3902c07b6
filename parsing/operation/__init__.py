"""One operation out of spans: which way, what for, who, which day."""
