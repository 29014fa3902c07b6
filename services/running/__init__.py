"""Runs of jobs: each once, one at a time."""
