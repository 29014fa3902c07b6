"""/jobs: what runs by the clock, how it last went, and a way to have it run at once."""

import datetime as dt
from collections.abc import Iterator

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import JobCallback
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from locales.words import Words, short_time
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.running.job_types import JobBoard, JobOutcome
from services.running.run_jobs import JobSeen, call_job, see_jobs
from services.shop import Shop

router = Router(name="jobs")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known, JobCallback.filter())


@router.message(Command("jobs"))
async def jobs_asked(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    job_board: JobBoard,
) -> None:
    """Answer /jobs."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    now = desk.cause.at
    await desk.reply(await desk.read(lambda books: _card(books, setting, shop, job_board, now)))


@router.callback_query()
async def job_pressed(
    callback: CallbackQuery,
    *,
    callback_data: JobCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    job_board: JobBoard,
) -> None:
    """Have a job run at once, or look again."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    name, now = callback_data.name, desk.cause.at

    def act(books: Books) -> OutgoingMessage:
        called = call_job(books, job_board.plans, name, person, desk.cause) if name else None
        said = "stale" if isinstance(called, StaleAnswer) else ""
        return _card(books, setting, shop, job_board, now, said=said, edits=message_id)

    await desk.finish(act)
    if name:
        job_board.wake()


def _card(  # one card, said in two places
    books: Books,
    setting: Setting,
    shop: Shop,
    board: JobBoard,
    now: dt.datetime,
    *,
    said: str = "",
    edits: int | None = None,
) -> OutgoingMessage:
    """Show every job, with a button each."""
    words = setting.words
    seen = None if setting.viewer is None else see_jobs(books, board.plans, setting.viewer, now)
    if seen is None or isinstance(seen, NotAllowed):
        return setting.say("not-allowed", edits=edits)
    lines = [words(said)] if said else []
    lines.append(words("jobs-title"))
    lines += (line for each in seen for line in _lines(words, shop, each))
    return setting.message("\n".join(lines), tuple(_rows(words, seen)), edits=edits)


def _lines(words: Words, shop: Shop, seen: JobSeen) -> Iterator[str]:
    name, last = _name(words, seen.plan.name), seen.last
    if seen.is_called:
        yield words("jobs-soon", job=name)
        return
    following = short_time(shop.local(seen.next_at))
    if last is None:
        yield words("jobs-never", job=name, next=following)
        return
    at = short_time(shop.local(last.ended_at or last.began_at))
    if last.outcome is JobOutcome.DONE:
        yield words("jobs-done", job=name, at=at, count=last.did, next=following)
    elif last.outcome is None:
        yield words("jobs-running", job=name, at=at)
    else:
        yield words(f"jobs-{last.outcome.value}", job=name, at=at, next=following)
        if last.reason:
            yield words("jobs-reason", reason=last.reason)


def _rows(words: Words, seen: tuple[JobSeen, ...]) -> Iterator[tuple[Button, ...]]:
    for each in seen:
        label = words.plain("button-job-run", job=_name(words, each.plan.name))
        yield (Button(label, data=JobCallback(name=each.plan.name).pack()),)
    yield (Button(words.plain("button-jobs-look"), data=JobCallback(name="").pack()),)


def _name(words: Words, name: str) -> str:
    return words.plain(f"job-{name.replace('_', '-')}")
