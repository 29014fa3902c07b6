"""What is shown of money to account for: who holds it, one person's, what was spent of it."""

from collections.abc import Iterator
from typing import TypeAlias

from handlers.callbacks import AdvanceCallback, SpendingCallback, UndoCallback
from handlers.cards import Setting, short_of
from handlers.entries.category_buttons import category_rows
from handlers.entries.entry_notes import standing_line
from ledger.advances import PURCHASES, SPENDABLE
from ledger.cash import CashCategory
from ledger.journal import PostedEntry
from ledger.money import Money
from locales.words import Words, shorten
from services.advances.account_for import AccountedFor, SpendingAsked
from services.advances.advance_ports import SpendingKind
from services.advances.advances import Holder, OpenAdvance, open_holders, shown_name
from services.advances.told_of_advance import MoreThanHeld, ReceiptsMeant
from services.cash_types import CashRecorded
from services.messages import Button, OutgoingMessage, Tone
from services.people import Permission, Person
from services.ports import Books

PER_PAGE = 8
OPEN_SHOWN = 12
"""So many advances of one person stand on his card; the rest is in the sum."""

_FIRST = tuple(each for each in CashCategory if each in PURCHASES)
_SPENT_ON = (*_FIRST, *(each for each in CashCategory if each in SPENDABLE - PURCHASES))

Rows = tuple[tuple[Button, ...], ...]


def list_card(
    books: Books, setting: Setting, *, page: int = 0, edits: int | None = None
) -> OutgoingMessage:
    """Show who holds how much since when, each with a way to him."""
    words, known = setting.words, open_holders(books)
    if not known:
        return setting.message(words("advances-none"), edits=edits)
    last = (len(known) - 1) // PER_PAGE
    page = min(max(page, 0), last)
    shown = known[page * PER_PAGE : (page + 1) * PER_PAGE]
    lines = [f"<b>{words('advances-title')}</b>"]
    lines += [_holder_line(books, setting, each) for each in shown]
    lines += [words("advances-total", amount=each) for each in _totals(known)]
    rows = [(_of_holder(each, shorten(shown_name(books, each)), "show"),) for each in shown]
    if page < last:
        rows.append((_turn(words.plain("button-more"), page + 1),))
    if page:
        rows.append((_turn(words.plain("button-back"), page - 1),))
    return setting.message("\n".join(lines), tuple(rows), edits=edits)


def holder_card(
    books: Books, setting: Setting, holder: Holder, person: Person, *, edits: int | None = None
) -> OutgoingMessage:
    """Show one person's open advances and what can be done about them."""
    words = setting.words
    lines = [standing_line(books, words, holder)]
    lines += [_open_line(setting, each) for each in holder.open[:OPEN_SHOWN]]
    if holder.person_id is not None:
        lines.append(words("advance-reminded", name=shown_name(books, holder)))
    rows: list[tuple[Button, ...]] = []
    if holder.open:
        label = words.plain
        rows += [
            (_of_holder(holder, label("button-advance-receipts"), "receipts", Tone.MAIN),),
            (
                _of_holder(holder, label("button-advance-change"), "change"),
                _of_holder(holder, label("button-advance-all"), "all"),
            ),
        ]
    if any(each.minor < 0 for each in holder.balances):
        rows.append((_of_holder(holder, words.plain("button-advance-pay"), "pay", Tone.MAIN),))
    if person.may(Permission.UNDO_ANY):
        rows.append((_of_holder(holder, words.plain("button-advance-team"), "team"),))
    rows.append((_turn(words.plain("button-back"), 0),))
    return setting.message("\n".join(lines), tuple(rows), edits=edits)


def team_card(
    books: Books, setting: Setting, holder: Holder, *, edits: int | None
) -> OutgoingMessage:
    """Ask who of the team a holder is."""
    words = setting.words
    rows = [
        (_of_holder(holder, shorten(each.name), "link", value=str(each.id)),)
        for each in books.people.all()
        if each.is_active
    ]
    rows.append((_of_holder(holder, words.plain("button-advance-nobody"), "link", value="0"),))
    rows.append((_of_holder(holder, words.plain("button-leave"), "show"),))
    asked = words("advance-ask-team", name=shown_name(books, holder))
    return setting.message(asked, tuple(rows), edits=edits)


def asked_card(
    books: Books, setting: Setting, holder: Holder, what: str, *, hint: str = ""
) -> OutgoingMessage:
    """Ask somebody to type what a holder spent, or brought back."""
    words = setting.words
    asked = words(f"advance-ask-{what}", name=shown_name(books, holder))
    lines = [*([hint] if hint else []), standing_line(books, words, holder), asked]
    keep = _of_holder(holder, words.plain("button-leave"), "show")
    return setting.message("\n".join(lines), ((keep,),))


def spending_question(
    books: Books,
    setting: Setting,
    asked: SpendingAsked,
    *,
    page: int = 0,
    edits: int | None = None,
) -> OutgoingMessage:
    """Ask what is open of what a holder spent: whose money, what for, his own on top."""
    words, spending = setting.words, asked.spending
    name, held = shown_name(books, asked.holder), asked.holder.held(asked.total.currency)
    open_item = next((each for each in spending.items if each.category is None), None)
    if spending.kind is SpendingKind.TOLD:
        text = words("spending-ask-whose", name=name, amount=asked.total, held=held)
        rows: Rows = (
            (_answer(asked, words.plain("button-spending-advance"), "advance", Tone.MAIN),),
            (_answer(asked, words.plain("button-spending-till"), "till"),),
        )
    elif open_item is not None:
        text = words("spending-ask-category", amount=open_item.amount)
        rows = _categories(words, asked, page)
    else:
        text = words("spending-ask-own", name=name, amount=asked.total, held=held, over=asked.over)
        paid = words.plain("button-spending-own-paid", amount=asked.over)
        rows = (
            (_answer(asked, paid, "own", Tone.MAIN, "paid"),),
            (_answer(asked, words.plain("button-spending-own-owed"), "own", value="owed"),),
        )
    drop = _answer(asked, words.plain("button-spending-drop"), "drop")
    reply_to = spending.message_id if spending.kind is SpendingKind.TOLD else None
    return setting.message(text, (*rows, (drop,)), edits=edits, reply_to=reply_to)


Told: TypeAlias = AccountedFor | MoreThanHeld | ReceiptsMeant


def told_card(
    books: Books, setting: Setting, told: Told, *, edits: int | None = None
) -> OutgoingMessage:
    """Show what was accounted for, that it cannot be, or how it is put right."""
    if isinstance(told, AccountedFor):
        return accounted_card(books, setting, told, edits=edits)
    if isinstance(told, ReceiptsMeant):
        lines = [
            setting.words("receipts-anew"),
            *(short_of(setting, each) for each in told.posted),
        ]
        rows = tuple((undo_spent(setting.words, each.number),) for each in told.posted)
        return setting.message("\n".join(lines), rows)
    words, holder = setting.words, told.holder
    name = shown_name(books, holder)
    said = words("advance-more-than-held", name=name, amount=told.total, held=told.held)
    way = _of_holder(holder, words.plain("button-advance-show"), "show")
    return setting.message(said, ((way,),))


def accounted_card(
    books: Books, setting: Setting, done: AccountedFor, *, edits: int | None = None
) -> OutgoingMessage:
    """Show what was accounted for, each part with a way to take it back."""
    words = setting.words
    lines = [words("advance-accounted", name=shown_name(books, done.holder))]
    rows = []
    for each in done.posted:
        amount = next(leg.amount for leg in each.entry.postings if leg.amount.minor > 0)
        category = words.category(each.entry.category)
        number = str(each.number)
        lines.append(words("advance-part", amount=amount, category=category, number=number))
        rows.append((undo_spent(words, each.number),))
    if done.moved is not None:
        lines += _moved_lines(words, done.moved)
        rows += [(_undo(words, each),) for each in _came_back(done.moved)]
    lines.append(standing_line(books, words, done.holder))
    return setting.message("\n".join(lines), tuple(rows), edits=edits)


def undo_spent(words: Words, number: int) -> Button:
    """Make the button that takes back an entry of what a holder spent."""
    data = AdvanceCallback(action="undo", number=number, seen=0, value="-").pack()
    return Button(words.plain("button-undo-number", number=str(number)), data=data)


def _moved_lines(words: Words, moved: CashRecorded) -> Iterator[str]:
    came_back = {each.number for each in _came_back(moved)}
    for each in moved.posted:
        said = "advance-came-back" if each.number in came_back else "advance-paid"
        yield words(said, amount=abs(_in_till(each, moved)), number=str(each.number))


def _came_back(moved: CashRecorded) -> list[PostedEntry]:
    return [each for each in moved.posted if _in_till(each, moved).minor > 0]


def _in_till(posted: PostedEntry, moved: CashRecorded) -> Money:
    return next(leg.amount for leg in posted.entry.postings if leg.account == moved.till)


def _undo(words: Words, posted: PostedEntry) -> Button:
    label = words.plain("button-undo-number", number=str(posted.number))
    return Button(label, data=UndoCallback(number=posted.number, is_alone=False).pack())


def _holder_line(books: Books, setting: Setting, holder: Holder) -> str:
    words = setting.words
    line = standing_line(books, words, holder).replace("\n", " · ")
    if holder.since is None:
        return line
    days = (setting.today - holder.since).days
    return f"{line} · {words('advance-since', day=holder.since, count=days)}"


def _open_line(setting: Setting, each: OpenAdvance) -> str:
    words = setting.words
    return words(
        "advance-open",
        day=each.booked_on,
        amount=each.left,
        category=words.category(each.category),
        number=str(each.number),
        count=(setting.today - each.booked_on).days,
    )


def _totals(known: tuple[Holder, ...]) -> list[Money]:
    sums: dict[str, Money] = {}
    for each in (balance for holder in known for balance in holder.balances):
        sums[each.currency] = sums.get(each.currency, Money.zero(each.currency)) + each
    return list(sums.values())


def _categories(words: Words, asked: SpendingAsked, page: int) -> Rows:
    return category_rows(
        words,
        _SPENT_ON,
        page,
        button=lambda label, field, value: _answer(asked, label, field, value=value),
    )


def _of_holder(
    holder: Holder, label: str, action: str, tone: Tone = Tone.PLAIN, value: str = "-"
) -> Button:
    data = AdvanceCallback(action=action, number=holder.number, seen=holder.seen, value=value)
    return Button(label, data=data.pack(), tone=tone)


def _turn(label: str, page: int) -> Button:
    data = AdvanceCallback(action="list", number=0, seen=0, value=str(page))
    return Button(label, data=data.pack())


def _answer(
    asked: SpendingAsked, label: str, field: str, tone: Tone = Tone.PLAIN, value: str = "-"
) -> Button:
    of = asked.spending
    data = SpendingCallback(spending_id=of.id, revision=of.revision, field=field, value=value)
    return Button(label, data=data.pack(), tone=tone)
