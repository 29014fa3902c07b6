"""The shop's money in somebody's hands, until he accounts for it."""
