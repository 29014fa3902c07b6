"""Orders that were closed and say something else now."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from alerts.facts import Edit
from alerts.order_edited import OF_MONEY
from ledger.documents import Document, DocumentKind, OrderStage, differences
from services.documents.document_ports import FormerTelling, KeptDocument
from services.exceptions.exception_kinds import ORDER_EDITED
from services.exceptions.exception_ports import ExceptionState
from services.ports import Books
from services.shop import Shop

Told = tuple[Document, dt.datetime]


def edits_of(books: Books, shop: Shop, kept: Sequence[KeptDocument]) -> tuple[Edit, ...]:
    """Give what became of the orders among some documents since each was closed.

    The first telling that was closed stays what later ones are held against, whoever has it
    changed: so many small edits are seen as one large one, and one that is put back is none.
    """
    orders = [
        each for each in kept if each.document.kind is DocumentKind.ORDER and each.version > 1
    ]
    former = books.documents.former_tellings([each.id for each in orders])
    found = [
        edit
        for each in orders
        for edit in _edits(shop, each, _told(each, former.get(each.id, ())))
    ]
    explained = {
        each.about
        for each in books.exceptions.standing_about([each.now.key for each in found])
        if each.kind == ORDER_EDITED and each.state is ExceptionState.EXPLAINED
    }
    return tuple(
        Edit(each.closed, each.now, each.seen_on, each.edited_at, each.times,
             is_accepted=each.now.key in explained)
        for each in found
    )  # fmt: skip


def _told(kept: KeptDocument, former: Sequence[FormerTelling]) -> list[Told]:
    """Put the tellings of a document in order by their source's own dates, what stands last."""
    before = [(each.document, each.told_at) for each in former]
    before.sort(key=lambda each: each[0].changed_at or each[1])
    return [*before, (kept.document, kept.told_at)]


def _edits(shop: Shop, kept: KeptDocument, told: Sequence[Told]) -> Iterator[Edit]:
    start = next((n for n, (each, _) in enumerate(told) if _is_closed(each)), None)
    if start is None or start == len(told) - 1:
        return
    after = told[start:]
    times = sum(_of_money(one, other) for (one, _), (other, _) in pairwise(after))
    if times:
        edited_at = kept.document.changed_at or kept.told_at
        yield Edit(after[0][0], kept.document, shop.day_of(kept.told_at), edited_at, times)


def _is_closed(document: Document) -> bool:
    return document.stage is OrderStage.CLOSED


def _of_money(one: Document, other: Document) -> bool:
    return bool(OF_MONEY & {*differences(one, other)})
