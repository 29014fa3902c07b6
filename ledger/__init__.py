"""The books' own types and rules, valid by construction; standard library only."""
