"""Telegram's flood limits, for who wants to meet them."""

from collections import defaultdict, deque

from sandbox.errors import TooManyRequestsError


class SendLimits:
    """Counts sent messages in sliding windows.

    Args:
        overall_per_second: messages to all chats together.
        chat_per_second: messages to one private chat, averaged over ten seconds.
        group_per_minute: messages to one group.
    """

    def __init__(
        self,
        *,
        overall_per_second: int = 30,
        chat_per_second: int = 1,
        group_per_minute: int = 20,
    ) -> None:
        self._overall = overall_per_second
        self._chat = chat_per_second * 10
        self._group = group_per_minute
        self._sent: defaultdict[str, deque[float]] = defaultdict(deque)

    def count(self, chat_key: str, now: float) -> None:
        """Count one message.

        Raises:
            TooManyRequestsError: it is one too many.
        """
        is_group = chat_key.startswith("g:")
        chat_limit, chat_window = (self._group, 60.0) if is_group else (self._chat, 10.0)
        for key, limit, window in (("", self._overall, 1.0), (chat_key, chat_limit, chat_window)):
            sent = self._sent[key]
            while sent and sent[0] <= now - window:
                sent.popleft()
            if len(sent) >= limit:
                raise TooManyRequestsError(max(1, int(sent[0] + window - now) + 1))
        for key in ("", chat_key):
            self._sent[key].append(now)
