"""Take documents into the books: each once, every telling kept, the newest one standing.

Sources tell the same thing twice, out of order, and late. A telling that its source dates before
the one that stands is kept beside it and changes nothing. Where a source doesn't date its changes,
what came last stands.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ledger.documents import differences
from services.documents.document_ports import KeptDocument, Telling
from services.messages import Cause
from services.ports import Books


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that is told otherwise now."""

    before: KeptDocument
    after: KeptDocument

    @property
    def fields(self) -> tuple[str, ...]:
        """Name what changed; nothing when only its source's date did."""
        return differences(self.before.document, self.after.document)


@dataclass(frozen=True, slots=True)
class DocumentsTaken:
    """What became of some tellings."""

    new: tuple[KeptDocument, ...]
    changed: tuple[DocumentChange, ...]
    late: tuple[KeptDocument, ...]
    """Documents of which an older telling came after a newer one."""
    known: int
    """Tellings that said nothing new."""

    @property
    def touched(self) -> tuple[KeptDocument, ...]:
        """Give what is new or says something else now, each once, as it stands."""
        now = {each.id: each for each in self.new}
        now |= {each.after.id: each.after for each in self.changed if each.fields}
        return tuple(now.values())


@dataclass(slots=True)
class _Taking:
    """Tellings as they are gone through."""

    standing: dict[str, KeptDocument]
    new: list[KeptDocument] = field(default_factory=list)
    changed: list[DocumentChange] = field(default_factory=list)
    late: list[KeptDocument] = field(default_factory=list)
    known: int = 0


def take_documents(books: Books, tellings: Sequence[Telling], cause: Cause) -> DocumentsTaken:
    """Take tellings of documents; what is known already stays as it is.

    Args:
        books: the open books.
        tellings: in the order in which they came; a document may be among them several times.
        cause: who brought them, because of what, when.
    """
    if not tellings:
        return DocumentsTaken((), (), (), 0)
    books.documents.hold()
    found = books.documents.of_keys({each.document.key for each in tellings})
    taking = _Taking({each.document.key: each for each in found})
    for once in _once_each(tellings):
        _take(books, once, taking, cause)
    return DocumentsTaken(
        tuple(taking.new), tuple(taking.changed), tuple(taking.late), taking.known
    )


def _once_each(tellings: Iterable[Telling]) -> list[list[Telling]]:
    """Part tellings into rounds that have each document once, in order."""
    seen: dict[str, int] = defaultdict(int)
    rounds: list[list[Telling]] = []
    for each in tellings:
        place = seen[each.document.key]
        seen[each.document.key] += 1
        if place == len(rounds):
            rounds.append([])
        rounds[place].append(each)
    return rounds


def _take(books: Books, once: Sequence[Telling], taking: _Taking, cause: Cause) -> None:
    """Take tellings of as many documents."""
    new: list[Telling] = []
    changes: list[tuple[KeptDocument, Telling]] = []
    older: list[tuple[KeptDocument, Telling]] = []
    for each in once:
        mine = taking.standing.get(each.document.key)
        if mine is None:
            new.append(each)
        elif mine.document == each.document:
            taking.known += 1
        elif _is_older(each, mine):
            older.append((mine, each))
        else:
            changes.append((mine, each))
    late = _not_kept(books, older)
    taking.known += len(older) - len(late)
    added = books.documents.add(new, cause.at)
    changed = books.documents.change(changes, cause.at)
    beside = books.documents.keep_late(late, cause.at)
    taking.new += added
    taking.changed += [
        DocumentChange(before, after) for (before, _), after in zip(changes, changed, strict=True)
    ]
    taking.late += beside
    taking.standing |= {each.document.key: each for each in (*added, *changed, *beside)}


def _is_older(telling: Telling, mine: KeptDocument) -> bool:
    """Tell whether a telling was overtaken: its source dates it before what stands."""
    told, stands = telling.document.changed_at, mine.document.changed_at
    return told is not None and stands is not None and told < stands


def _not_kept(
    books: Books, older: Sequence[tuple[KeptDocument, Telling]]
) -> list[tuple[KeptDocument, Telling]]:
    """Leave out tellings that were kept before."""
    former = books.documents.former_tellings([mine.id for mine, _ in older if mine.version > 1])
    return [
        (mine, telling)
        for mine, telling in older
        if all(each.document != telling.document for each in former.get(mine.id, ()))
    ]
