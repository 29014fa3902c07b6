"""Days as ordinals, moments as seconds, and when banks work."""

from datetime import date
from functools import lru_cache

DAY = 86_400
HOLIDAYS = frozenset(
    {(1, 1), (3, 8), (5, 1), (5, 8), (6, 28), (7, 15), (8, 24), (10, 1), (12, 25)}
)
TUESDAY, WEDNESDAY, FRIDAY, SATURDAY = 1, 2, 4, 5


def weekday(day: int) -> int:
    """Return 0 for Monday up to 6 for Sunday."""
    return (day + 6) % 7


@lru_cache(maxsize=4096)
def is_banking(day: int) -> bool:
    on = date.fromordinal(day)
    return weekday(day) < SATURDAY and (on.month, on.day) not in HOLIDAYS


def banking_on_or_after(day: int) -> int:
    while not is_banking(day):
        day += 1
    return day


def banking_after(day: int, count: int = 1) -> int:
    """Return the count-th banking day after the day."""
    for _ in range(count):
        day = banking_on_or_after(day + 1)
    return day


@lru_cache(maxsize=4096)
def iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


@lru_cache(maxsize=4096)
def dotted(day: int) -> str:
    return date.fromordinal(day).strftime("%d.%m.%Y")


def dotted_short(day: int) -> str:
    """Return 05.09.26, as many people write a date."""
    long = dotted(day)
    return long[:6] + long[8:]


def moment_text(moment: int) -> str:
    """Return the moment as local ISO time without an offset."""
    day, second = divmod(moment, DAY)
    return f"{iso(day)}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def money_text(kopecks: int) -> str:
    sign = "-" if kopecks < 0 else ""
    return f"{sign}{abs(kopecks) // 100}.{abs(kopecks) % 100:02}"
