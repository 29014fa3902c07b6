"""Read a line once: the rule that fits and the clues, kept while it may be asked about again."""

from functools import lru_cache

from categorisation.clues import Clues, clues_of
from categorisation.line import READ_CACHED, LineFacts
from categorisation.rules import Hit, RuleBook

Read = tuple[Hit | None, Clues]
"""The first rule that fits a line, and its clues."""


class Reader:
    """Reads lines by rules that decide and by hints that are only clues."""

    def __init__(self, rules: RuleBook, hints: RuleBook) -> None:
        self._rules = rules
        self._hints = None if hints.rules == rules.rules else hints
        self.read = lru_cache(maxsize=READ_CACHED)(self._read)
        """Gives what is read of a line; one that is proposed is soon learned."""

    def _read(self, line: LineFacts) -> Read:
        hit = self._rules.find(line)
        hint = hit if self._hints is None else self._hints.find(line)
        return hit, clues_of(line, hint.rule.name if hint else "")
