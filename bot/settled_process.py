"""How the process is set once all that stays for good is loaded."""

import ctypes
import gc
import sys
from functools import cache

_GIVE_WAY_SECONDS = 0.000_5


@cache
def settle_process() -> None:
    """Take what was loaded for good out of the collector's sight: it walked it in vain.

    Once a process: what lived when a second app starts in it need not live for good. Asking the
    collector whether it was done costs a walk over all that is frozen.

    A thread that works aside gives way soon: an answer has some forty moments in which it waits
    for its turn to run, and would wait Python's usual five milliseconds each time.
    """
    gc.collect()
    _give_memory_back()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    sys.setswitchinterval(_GIVE_WAY_SECONDS)


def _give_memory_back() -> None:
    """Give the system back what loading needed and nothing holds any more, some ten megabytes.

    The C library of most Linux systems keeps it otherwise; others have no such call.
    """
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
