"""Puts questions as comments in the CRM, and reads the answers there.

A question is in the books before its comment is made. A comment bears the question's number, so
that one that a kill cut off is found again instead of being made twice.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import structlog

from bot.crm_puller import CrmConnected
from bot.looking import Looking
from services.crm.crm_types import CrmComment
from services.exceptions.answer_inquiry import Answered, keep_answer
from services.exceptions.inquire import crm_record_of
from services.exceptions.inquiry_answers import WORDS
from services.exceptions.inquiry_ports import Answer, Choice, Inquiry, InquiryState
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books, Clock, Database
from services.source_trouble import SourceError

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

EVERY = dt.timedelta(minutes=2)
"""So often an answer is looked for."""
_FAILURES_MAX = 8
_LONGEST = dt.timedelta(hours=1)
_MARK = "Tilly #"
_NUMBER = re.compile(r"\W*(\d)\b\W*")
_BB_CODE = re.compile(r"\[/?[A-Za-z]+(?:=[^\]]*)?\]")


@dataclass(frozen=True, slots=True)
class TalkWords:
    """How it is said: the comment, what the asker hears of an answer, and of a failure."""

    comment: Callable[[Books, Inquiry], str]
    answered: Callable[[Books, Answered], Iterable[OutgoingMessage]]
    failed: Callable[[Books, Inquiry], Iterable[OutgoingMessage]]


class CrmTalker(Looking):
    """Works through the inquiries that wait in a CRM; what a crash leaves is found by looking."""

    def __init__(
        self,
        connections: Sequence[CrmConnected],
        database: Database,
        clock: Clock,
        words: TalkWords,
        announce: Callable[[Sequence[QueuedMessage]], None],
    ) -> None:
        super().__init__("talk in the CRM", self.talk)
        self._connections = {each.name: each for each in connections}
        self._database = database
        self._clock = clock
        self._words = words
        self._announce = announce

    async def run(self) -> None:
        """Talk until told to stop."""
        if self._connections:
            await super().run()

    async def talk(self) -> bool:
        """Put what is new, and look for the answers that are due; say that all was well.

        Raises:
            StorageError: the books are away.
        """
        waiting = await self._database.read(lambda books: books.inquiries.waiting_in_crm())
        for each in waiting:
            if _is_due(each, self._clock.now()):
                async with self._database.turns.take(each.card):
                    await self._step(each.id)
        return True

    async def _step(self, inquiry_id: int) -> None:
        inquiry = await self._database.read(lambda books: books.inquiries.find(inquiry_id))
        if inquiry is None or not _is_due(inquiry, self._clock.now()):
            return  # another process was quicker
        record = crm_record_of(inquiry.order)
        connected = None if record is None else self._connections.get(record[0])
        if record is None or connected is None:
            return
        try:
            comments = await connected.api.comments(record[1], record[2])
            mine = _mine(inquiry, comments)
            if mine is None:
                text = await self._database.read(lambda books: self._words.comment(books, inquiry))
                marked = f"{_MARK}{inquiry.id}\n{text}"
                mine = await connected.api.comment(record[1], record[2], marked)
        except SourceError as error:
            _log.warning("the CRM took no comment", trouble=error.trouble.value)
            await self._note_failure(inquiry)
            return
        answer = _answer_behind(mine, comments)
        if answer is None:
            await self._note(
                replace(inquiry, comment=mine, looked_at=self._clock.now(), failures=0)
            )
        else:
            await self._keep(inquiry, answer, connected.name)

    async def _note(self, inquiry: Inquiry) -> None:
        await self._database.write(lambda books: _changed(books, inquiry))

    async def _note_failure(self, inquiry: Inquiry) -> None:
        """Wait longer each time; give up one that was never put."""
        failures = inquiry.failures + 1
        is_lost = failures >= _FAILURES_MAX and inquiry.comment is None
        state = InquiryState.FAILED if is_lost else inquiry.state
        now = replace(inquiry, state=state, failures=failures, looked_at=self._clock.now())

        def note(books: Books) -> tuple[QueuedMessage, ...]:
            if not _changed(books, now) or not is_lost:
                return ()
            return self._queue(books, self._words.failed(books, now))

        self._announce(await self._database.write(note))

    async def _keep(self, inquiry: Inquiry, told: CrmComment, connection: str) -> None:
        def keep(books: Books) -> tuple[QueuedMessage, ...]:
            books.documents.hold()
            now = books.inquiries.find(inquiry.id)
            if now is None or now.state is not InquiryState.WAITING:
                return ()
            known = books.crm.find(connection)
            users = {} if known is None else known.directory.users
            choice, text = _read(now, told.text)
            by = users.get(told.author) or now.name
            answer = Answer(choice.code, by, self._clock.now(), choice.record, text)
            kept = keep_answer(books, replace(now, looked_at=answer.at), answer)
            return () if kept is None else self._queue(books, self._words.answered(books, kept))

        self._announce(await self._database.write(keep))

    def _queue(
        self, books: Books, messages: Iterable[OutgoingMessage]
    ) -> tuple[QueuedMessage, ...]:
        cause = Cause("system:crm_talker", None, self._clock.now())
        return books.outbox.add(tuple(messages), cause)


def _is_due(inquiry: Inquiry, now: dt.datetime) -> bool:
    if inquiry.state is not InquiryState.WAITING:
        return False
    pause = min(_LONGEST, EVERY * 2**inquiry.failures)
    return inquiry.looked_at is None or now - inquiry.looked_at >= pause


def _changed(books: Books, inquiry: Inquiry) -> bool:
    """Keep it unless it waits no more."""
    now = books.inquiries.find(inquiry.id)
    if now is None or now.revision != inquiry.revision:
        return False
    books.inquiries.change(inquiry)
    return True


def _mine(inquiry: Inquiry, comments: Sequence[CrmComment]) -> str | None:
    """Give the comment that puts it; one that was put and is gone now still has its number."""
    mark = f"{_MARK}{inquiry.id}"
    marked = (each.id for each in comments if each.text.partition("\n")[0].strip() == mark)
    return inquiry.comment or next(marked, None)


def _answer_behind(mine: str, comments: Sequence[CrmComment]) -> CrmComment | None:
    """Give the first comment of a person behind the one that asks."""
    behind = (each for each in comments if int(each.id) > int(mine))
    return next((each for each in behind if not each.text.startswith(_MARK)), None)


def _read(inquiry: Inquiry, text: str) -> tuple[Choice, str]:
    """Read an answer: a number chooses, all else is words."""
    plain = _BB_CODE.sub("", text).strip()
    number = _NUMBER.fullmatch(plain)
    place = int(number[1]) - 1 if number else -1
    if 0 <= place < len(inquiry.choices):
        return inquiry.choices[place], ""
    return Choice(WORDS), plain
