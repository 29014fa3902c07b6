"""A message read whole, beside dateparser's search for its dates alone."""

import asyncio
import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, percentile

MESSAGES = Path(__file__).parents[1] / "tests" / "parsing" / "messages"
NOW = dt.datetime(2026, 11, 20, 14, 30, tzinfo=dt.UTC)
PEER_MESSAGES = 60
"""The peer is slow: it reads every n-th message only."""
_LOADING = """
import time
from parsing.annotation.word_lists import load_lexicon
imported = time.perf_counter()
lexicon = load_lexicon()
taken = time.perf_counter() - imported
import datetime as dt
import psutil
from parsing.read_message import read_message
now = dt.datetime(2026, 11, 20, 14, 30, tzinfo=dt.UTC)
read_message("courier 250", now=now, currency="UAH", lexicon=lexicon)  # the guess is loaded, too
print(taken, psutil.Process().memory_info().rss / 1e6)
"""


def _texts() -> list[str]:
    return [
        json.loads(line)["text"]
        for line in (MESSAGES / "built_on.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def _times(read: Callable[[str], object], texts: list[str]) -> list[float]:
    taken = []
    for text in texts:
        began = time.perf_counter()
        read(text)
        taken.append(time.perf_counter() - began)
    return taken


async def measure() -> list[Figure]:
    """Measure reading, loading and memory."""
    from dateparser.search import search_dates

    from bot.settled_process import settle_process
    from parsing.annotation.word_lists import load_lexicon
    from parsing.read_message import read_message

    texts = _texts()
    lexicon = load_lexicon()

    def ours(text: str) -> object:
        return read_message(text, now=NOW, currency="UAH", lexicon=lexicon)

    def theirs(text: str) -> object:
        return search_dates(text)

    def theirs_told(text: str) -> object:
        return search_dates(text, languages=["uk", "ru", "en"])

    some = texts[:: max(1, len(texts) // PEER_MESSAGES)]
    _times(ours, texts[:50])
    settle_process()  # as it is where the bot reads
    _times(theirs, some[:5])
    own = [seconds for _ in range(3) for seconds in _times(ours, texts)]
    peer, told = _times(theirs, some), _times(theirs_told, some)
    mean = sum(own) / len(own)
    ratio, ratio_told = (sum(each) / len(each) / mean for each in (peer, told))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _LOADING, stdout=asyncio.subprocess.PIPE
    )
    shown, _ = await process.communicate()
    loading, memory = (float(each) for each in shown.split())
    loading *= 1_000
    slowest = percentile(own, 0.99)
    return [
        Figure(
            "a message read (p50 / p99)",
            f"{percentile(own, 0.5):.2f} / {slowest:.2f} ms",
            f"{percentile(peer, 0.5):.1f} / {percentile(peer, 0.99):.1f} ms search_dates alone",
            f"≥ 20 times quicker (is {ratio:.0f}; {ratio_told:.0f} when it is told the three "
            "languages), p99 < 3 ms",
            ratio >= 20 and slowest < 3,
        ),
        Figure("lexicons loaded", f"{loading:.0f} ms", "—", "< 300 ms", loading < 300),
        Figure("memory of a process that reads", f"{memory:.0f} MB", "—", "< 60 MB", memory < 60),
    ]
