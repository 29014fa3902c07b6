"""How much is tried by chance: little with each change, much at night."""

import os

IS_THOROUGH = os.environ.get("TILLY_THOROUGH") == "1"


def times(quick: int, thorough: int) -> int:
    """Give how often something is tried: by `make test`, or with TILLY_THOROUGH=1."""
    return thorough if IS_THOROUGH else quick
