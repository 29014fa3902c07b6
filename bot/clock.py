"""The real time."""

import datetime as dt


class SystemClock:
    """Gives the machine's time, in UTC."""

    def now(self) -> dt.datetime:
        """Give the moment."""
        return dt.datetime.now(dt.UTC)
