"""Read a message that may ask several things: each part with the one before as its context."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsing.annotation.tokens import clean_text
from parsing.questions.grammar import read_question
from parsing.questions.marks import Mark, Vocabulary
from parsing.questions.parted import PARTS_MAX, Parting, better
from parsing.questions.query import Ask, Doubt, Query, Unclear
from parsing.questions.seams import (
    Seam,
    opens_as_asked,
    pieces_of,
    seams_of,
    without_and,
    without_difference,
)
from parsing.questions.sources_said import heard_in
from parsing.questions.unread_words import days_named, is_dated, is_telling, unread_in

_STATES = frozenset({Ask.BALANCE, Ask.OWED})
_DAYS = frozenset({"month", "weekday", "period", "unit", "when"})
_MEASURES = frozenset({"measure", "counted", "category", "spec"})
_FIGURES = _MEASURES | {"rank", "shape"}
_FIGURES_ASKED = ("why", "who", "count", "order", "plan", "report")
_PAIR = 2
_UNCLEAR = 1_000
"""What is not understood leaves more unread than any words."""
_NOTHING = Parting((), _UNCLEAR)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a message asks."""

    queries: tuple[Query, ...]
    """In turn, one at least and four at most."""
    is_difference: bool = False
    """By how much the two differ is asked, too, or is what one state of two days is asked for."""


def read_questions(
    text: str, *, today: dt.date, vocabulary: Vocabulary, before: Query | None = None
) -> Asked | Doubt:
    """Read a message that asks one thing or several.

    Args:
        text: what was typed, in any of the languages.
        today: the day it was asked on.
        vocabulary: the words, and what the shop's tills and banks are called.
        before: what the same person asked before, for "and in September?".

    Returns:
        One query where the message is understood as one, or as well so as in parts; else its
        parts. What is not clear in parts either is the doubt about it as one.
    """
    whole = read_question(text, today=today, vocabulary=vocabulary, before=before)
    message = _Message(today, vocabulary, before)
    parts = message.parted(clean_text(text), whole)
    if parts is not None:
        return parts
    return whole if isinstance(whole, Doubt) else Asked((whole,))


class _Message:
    """A message that is being read, piece by piece; no piece is read twice."""

    def __init__(self, today: dt.date, vocabulary: Vocabulary, before: Query | None) -> None:
        self._today = today
        self._vocabulary = vocabulary
        self._before = before
        self._read: dict[tuple[str, Query | None, bool], Query | Doubt] = {}
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self._unread: dict[tuple[str, Query | None, bool], int] = {}

    def parted(self, text: str, whole: Query | Doubt) -> Asked | None:
        """Give the parts of a message; None where it is better read as one."""
        if whole == Doubt(Unclear.SUPPOSED):
            return None  # what is supposed goes with the figure before it
        shorter = without_difference(self._marks_of(text), text)
        seams = seams_of(self._marks_of(shorter or text))
        is_ahead = isinstance(whole, Query) and whole.ask is Ask.FORECAST
        if is_ahead:
            seams = tuple(seam for seam in seams if seam.is_asked or seam.is_sentence)
        if not any(self._is_between(shorter or text, seam) for seam in seams):
            return None
        coarse = self._as_one(text, whole, seams)
        best = self._best(shorter or text, seams, coarse)
        if best is coarse or self._is_one_state(text, whole, best):
            return None
        is_asked = shorter is not None or _is_of_two_days(best.queries)
        return Asked(best.queries, is_difference=is_asked and len(best.queries) == _PAIR)

    def _best(self, text: str, seams: Sequence[Seam], coarse: Parting) -> Parting:
        """Cut where that leaves fewer words unread, one seam after the other."""
        best, chosen = coarse, tuple[Seam, ...]()
        asked = tuple(seam for seam in seams if seam.is_asked)[: PARTS_MAX - 1]
        if len(asked) > 1 and best.unread:
            found = self._cut_at(text, seams, asked)
            best, chosen = (found, asked) if better(best, found) is found else (best, chosen)
        may_gain = best.unread > 0 or days_named(self._marks_of(text)) > 1
        while may_gain and len(chosen) < PARTS_MAX - 1:
            more = [tuple(sorted((*chosen, seam))) for seam in seams if seam not in chosen]
            tried = [(self._cut_at(text, seams, each), each) for each in more]
            good = [each for each in tried if better(best, each[0]) is each[0]]
            if not good:
                break
            best, chosen = min(good, key=lambda each: each[0].unread)
            may_gain = best.unread > 0
        return best

    def _is_one_state(self, text: str, whole: Query | Doubt, best: Parting) -> bool:
        """Tell whether places are only told together: "на рахунках і в касах на кінець жовтня"."""
        is_whole = isinstance(whole, Query) and whole.ask is Ask.BALANCE
        are_states = all(each.ask is Ask.BALANCE for each in best.queries)
        is_torn = len({each.days for each in best.queries}) > 1
        return is_whole and are_states and is_torn and days_named(self._marks_of(text)) == 1

    def _as_one(self, text: str, whole: Query | Doubt, seams: Sequence[Seam]) -> Parting:
        if isinstance(whole, Doubt):
            return _NOTHING
        unread = self._unread_of(text, whole, self._before, goes_on=False)
        return Parting((whole,), unread + sum(seam.is_asked for seam in seams))

    def _cut_at(self, text: str, seams: Sequence[Seam], chosen: Sequence[Seam]) -> Parting:
        pieces = [
            without_and(piece, self._marks_of(piece)) if at else piece
            for at, piece in enumerate(pieces_of(text, chosen))
        ]
        if not self._may_be(pieces, chosen):
            return _NOTHING
        read = self._in_turn(pieces, (True, *(seam.is_sentence for seam in chosen)))
        if read is None or any(map(self._is_only_against, pieces, (each for each, _ in read))):
            return _NOTHING
        swallowed = sum(seam.is_asked for seam in seams if seam not in chosen)
        return Parting(tuple(query for query, _ in read), swallowed + sum(n for _, n in read))

    def _in_turn(
        self, pieces: Sequence[str], opens: Sequence[bool]
    ) -> list[tuple[Query, int]] | None:
        """Read pieces, each after the one before; what lacks days has those of a later one.

        Args:
            pieces: what is read, in turn.
            opens: which of the pieces open a sentence.
        """
        read: list[tuple[Query | Doubt, int]] = []
        last = self._before
        for at, piece in enumerate(pieces):
            found, unread = self._after(piece, last, goes_on=at > 0)
            read.append((found, unread))
            last = found if isinstance(found, Query) else last
        dated = [self._names_days(piece) for piece in pieces]
        for at in reversed(range(len(pieces) - 1)):
            start = max(place for place in range(at + 1) if opens[place])
            later = read[at + 1][0]
            is_open = not any(dated[start : at + 1]) and not opens[at + 1]
            is_open = is_open or (at == 0 and not any(dated[:1]))
            if not isinstance(later, Query) or not is_open:
                continue
            if _lacks(read[at][0], later, are_days_named=dated[at + 1]):
                read[at] = self._after(pieces[at], later, goes_on=True)
                dated[at] = dated[at + 1]
        clear = [(found, unread) for found, unread in read if isinstance(found, Query)]
        return clear if len(clear) == len(pieces) else None

    def _names_days(self, piece: str) -> bool:
        alone = self._find(piece, None, goes_on=False)
        if isinstance(alone, Query):
            return not alone.is_usual_days
        return any(mark.section in _DAYS for mark in self._marks_of(piece))

    def _after(
        self, piece: str, before: Query | None, *, goes_on: bool
    ) -> tuple[Query | Doubt, int]:
        """Read a piece after another question, with how many of its words are left unread."""
        found = self._find(piece, before, goes_on=goes_on)
        if goes_on and opens_as_asked(self._marks_of(piece)) and self._is_of_state(piece):
            is_kept = isinstance(found, Query) and found.ask in _STATES
            if not is_kept:  # "expenses yesterday, and what's at monobank"
                return self._after(piece, None, goes_on=False)
        if isinstance(found, Doubt):
            return found, _UNCLEAR
        unread = self._unread_of(piece, found, before, goes_on=goes_on)
        return self._as_of_now(piece, found, before), unread

    def _as_of_now(self, piece: str, found: Query, before: Query | None) -> Query:
        """Take what is there for now where no days are named: "sales yesterday, and the till"."""
        is_state = found.ask is Ask.BALANCE and before is not None and before.ask not in _STATES
        if not is_state or self._names_days(piece):
            return found
        alone = self._find(piece, None, goes_on=False)
        return replace(found, days=alone.days) if isinstance(alone, Query) else found

    def _find(self, text: str, before: Query | None, *, goes_on: bool) -> Query | Doubt:
        key = (text, before, goes_on)
        if key not in self._read:
            self._read[key] = read_question(
                text,
                today=self._today,
                vocabulary=self._vocabulary,
                before=before,
                goes_on=goes_on,
            )
        return self._read[key]

    def _unread_of(self, text: str, found: Query, before: Query | None, *, goes_on: bool) -> int:
        key = (text, before, goes_on)
        if key not in self._unread:
            self._unread[key] = unread_in(
                text,
                self._marks_of(text),
                found,
                lambda said: self._find(said, before, goes_on=goes_on),
            )
        return self._unread[key]

    def _marks_of(self, text: str) -> tuple[Mark, ...]:
        if text not in self._marks:
            self._marks[text] = heard_in(text, self._vocabulary)
        return self._marks[text]

    def _is_between(self, text: str, seam: Seam) -> bool:
        """Tell whether something is told on both sides of a seam."""
        marks = [mark for mark in self._marks_of(text) if is_telling(mark)]
        before = any(mark.end <= seam.end for mark in marks)
        return before and any(mark.start >= seam.start for mark in marks)

    def _may_be(self, pieces: Sequence[str], seams: Sequence[Seam]) -> bool:
        """Tell whether each piece may be a question; what no word joins says what it measures."""
        first, *others = pieces
        if not any(map(_is_figure, self._marks_of(first))) and not self._is_of_state(first):
            return False
        return all(
            any(map(is_telling if seam.is_joined or seam.is_asked else _is_measure, marks))
            for marks, seam in zip(map(self._marks_of, others), seams, strict=True)
        )

    def _is_of_state(self, piece: str) -> bool:
        """Tell whether a piece alone asks what is somewhere: "money at monobank"."""
        alone = self._find(piece, None, goes_on=False)
        return isinstance(alone, Query) and alone.ask is Ask.BALANCE

    def _is_only_against(self, piece: str, found: Query) -> bool:
        """Tell whether a piece only names days, which belong to what is held against others."""
        telling = [mark for mark in self._marks_of(piece) if is_telling(mark)]
        return found.against is not None and all(map(is_dated, telling))


def _is_of_two_days(queries: Sequence[Query]) -> bool:
    """Tell whether the same state of several days is asked for: "ten days ago and now"."""
    states = {replace(each, days=queries[0].days, is_usual_days=False) for each in queries}
    return queries[0].ask in _STATES and len(states) == 1


def _is_measure(mark: Mark) -> bool:
    return mark.section in _MEASURES


def _is_figure(mark: Mark) -> bool:
    """Tell whether a word says what is asked, not only of when, where or whom."""
    return mark.section in _FIGURES or mark.is_of("ask", *_FIGURES_ASKED)


def _lacks(found: Query | Doubt, later: Query, *, are_days_named: bool) -> bool:
    """Tell whether a part leaves the days, or all, to the one that follows it."""
    if isinstance(found, Doubt):
        return True
    is_state = found.ask in _STATES and later.ask not in _STATES
    return are_days_named and not is_state
