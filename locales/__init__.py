"""The words people read, in their language: Fluent files and the object that speaks them."""
