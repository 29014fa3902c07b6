"""One router a conversation: read the input, call one service, send one reply."""
