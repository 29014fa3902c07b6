"""The Bot API's methods, a file a family."""
