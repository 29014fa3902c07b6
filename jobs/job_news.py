"""What people hear of jobs: owners of failures that last, whoever wanted one of what it did."""

from collections.abc import Callable, Sequence

from locales.words import Words
from services.messages import OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.quiet_hours import hushed
from services.running.job_types import JobOutcome, JobRun
from services.running.run_jobs import JobNews


def job_news(
    books: Books, ended: JobRun, news: JobNews | None, words_of: Callable[[str], Words]
) -> Sequence[OutgoingMessage]:
    """Say what a run came to, to whom it concerns; nobody hears of one that went as always."""
    asked = None if ended.asked_by is None else books.people.find(ended.asked_by)
    told = []
    if asked is not None and asked.is_active:
        told.append(_to(asked, _answer(words_of(asked.language), ended)))
    if news is None:
        return told
    owners = [each for each in books.people.all() if each.may(Permission.SEE_JOBS)]
    lasting = [
        _to(each, _lasting(words_of(each.language), ended, news))
        for each in owners
        if each != asked
    ]
    at = ended.ended_at or ended.began_at
    return (*told, *hushed(books, lasting, at))


def _name(words: Words, ended: JobRun) -> str:
    return words.plain(f"job-{ended.name.replace('_', '-')}")


def _answer(words: Words, ended: JobRun) -> str:
    name = _name(words, ended)
    if ended.outcome is JobOutcome.DONE:
        return words("jobs-ran", job=name, count=ended.did)
    if ended.reason is None:
        return words("jobs-cut-off", job=name)
    return words("jobs-ran-in-vain", job=name, reason=ended.reason)


def _lasting(words: Words, ended: JobRun, news: JobNews) -> str:
    name = _name(words, ended)
    if news is JobNews.AGAIN:
        return words("jobs-again", job=name)
    if ended.reason is None:
        return words("jobs-failing-lost", job=name)
    return words("jobs-failing", job=name, reason=ended.reason)


def _to(person: Person, text: str) -> OutgoingMessage:
    return OutgoingMessage(person.telegram_id, text)
