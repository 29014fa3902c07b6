"""Matches what came since the last look: a minute after it came at most, and each new day."""

from services.match_books import Matched, match_books
from services.matcher import Matcher
from services.messages import Cause
from services.ports import Books, Clock, Database


async def match_records(database: Database, clock: Clock, matcher: Matcher) -> None:
    """Bring all links in step with the books; a failure begins anew the next time."""
    cause = Cause("system:matcher", None, clock.now())

    def match(books: Books) -> Matched | None:
        shop = books.shop.get()
        return match_books(books, matcher, cause) if shop is not None and shop.is_ready else None

    try:
        await database.write(match)
    except BaseException:
        matcher.forget()
        raise
