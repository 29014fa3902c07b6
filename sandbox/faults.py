"""Misfortune on order: what the next calls of a method meet."""

from collections import defaultdict, deque
from dataclasses import dataclass

from sandbox.errors import ControlError

KINDS = frozenset(
    {
        "retry_after",
        "server_error",
        "refused",
        "bad_gateway",
        "drop_before",
        "drop_after",
        "slow",
    }
)
EVERY_METHOD = "*"


@dataclass(frozen=True, slots=True)
class Fault:
    """One misfortune."""

    kind: str
    retry_after: int = 1
    seconds: float = 1.0
    reason: str = "refused on order"
    """What a request that is refused is told."""


class Faults:
    """Faults that wait for their method to be called."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Fault]] = defaultdict(deque)

    def order(self, method: str, fault: Fault, *, times: int = 1) -> None:
        """Let the next calls of a method ("*": of any) meet a fault.

        Raises:
            ControlError: there is no such fault.
        """
        if fault.kind not in KINDS:
            message = f"there is no fault {fault.kind!r}: take one of {', '.join(sorted(KINDS))}"
            raise ControlError(message)
        self._waiting[method.lower()].extend([fault] * times)

    def clear(self) -> None:
        """Forget every fault."""
        self._waiting.clear()

    def next_for(self, method: str) -> Fault | None:
        """Take the next fault of a method, if one waits."""
        if not self._waiting:
            return None
        for name in (method, EVERY_METHOD):
            if self._waiting.get(name):
                return self._waiting[name].popleft()
        return None
