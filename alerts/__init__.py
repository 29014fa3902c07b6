"""One file a trigger: facts in, findings out; nothing here sends or asks."""
