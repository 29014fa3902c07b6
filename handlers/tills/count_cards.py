"""The cards of a count that goes on: to be typed, tapped together, asked back, decided."""

from dataclasses import dataclass

from handlers.callbacks import CountCallback
from handlers.cards import Setting, short_of
from ledger.denominations import denominations_of
from ledger.money import Money
from locales.words import Words, short_time
from services.messages import Button, Cause, OutgoingMessage, Tone
from services.people import Person
from services.ports import Books
from services.shop import Shop
from services.tills.count_till import recent_entries
from services.tills.count_types import Sheet, SheetState, TillCount

ROWS_PER_PAGE = 8
"""So many notes are on the screen of a telephone at once."""
REASONS = ("change", "entry", "unknown")
STEP = 5
"""Whoever counts a pile goes by fives."""
_EXAMPLE = slice(1, 3)

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Counter:
    """Who counts, where, and because of what."""

    setting: Setting
    person: Person
    shop: Shop
    cause: Cause

    @property
    def words(self) -> Words:
        """Give his words."""
        return self.setting.words

    def decided(self, text: str, *, edits: int | None) -> OutgoingMessage:
        """Say what he decided, in the text and on a button that only says who and when."""
        at = self.shop.local(self.cause.at)
        by = self.words("count-by", name=self.person.name, at=at)
        label = self.words.plain("count-by", name=self.person.name, at=short_time(at))
        rows = ((Button(label, tone=Tone.OFF),),)
        return self.setting.message(f"{text}\n{by}", rows, edits=edits)


def till_name(books: Books, words: Words, key: str) -> str:
    """Name a till in a language."""
    tills = {each.key: each.name(words.language) for each in books.accounts.tills()}
    return tills.get(key, key)


def amounts(words: Words, held: tuple[Money, ...]) -> str:
    """Write several amounts in a row."""
    return ", ".join(words.plain("count-amount", amount=each) for each in held)


def count_card(
    books: Books,
    counter: Counter,
    count: TillCount,
    *,
    has_moved: bool = False,
    edits: int | None = None,
) -> OutgoingMessage:
    """Show what a count asks now, by where its current currency stands."""
    sheet = count.current
    match None if sheet is None else sheet.state:
        case SheetState.DOUBTED if sheet is not None and sheet.counted is not None:
            text = counter.words("count-sure", amount=sheet.counted)
            rows = _doubted(counter.words, count)
        case SheetState.OFF if sheet is not None:
            text = "\n".join(_off_lines(books, counter, count, sheet, has_moved=has_moved))
            rows = _off(counter.words, count, sheet)
        case _:
            text = _ask(books, counter.words, count)
            rows = _ways(counter.words, count)
    return counter.setting.message(text, rows, edits=edits)


def tally_card(
    counter: Counter, count: TillCount, page: int, *, edits: int | None = None
) -> OutgoingMessage:
    """Show the notes and coins of the current currency, with how many there are of each."""
    sheet = count.current
    if sheet is None:
        return counter.setting.say("stale")
    words = counter.words
    values = denominations_of(sheet.currency)
    last = max(0, (len(values) - 1) // ROWS_PER_PAGE)
    page = min(max(page, 0), last)
    shown = values[page * ROWS_PER_PAGE : (page + 1) * ROWS_PER_PAGE]
    rows = [_piece_row(words, count, sheet, value) for value in shown]
    rows.append(_turns(words, count, page, last))
    loose = Money(sheet.loose_minor, sheet.currency)
    rows.append((button(count, words.plain("button-count-loose", amount=loose), "loose"),))
    done = words.plain("button-count-done", amount=sheet.tally)
    rows.append((button(count, done, "done", tone=Tone.GOOD),))
    rows.append((button(count, words.plain("button-never-mind"), "drop"),))
    text = "\n".join((words("count-so-far", amount=sheet.tally), words("count-tap")))
    return counter.setting.message(text, tuple(row for row in rows if row), edits=edits)


def page_of(currency: str, value_minor: int) -> int:
    """Tell on which page a note or coin is."""
    values = denominations_of(currency)
    return values.index(value_minor) // ROWS_PER_PAGE if value_minor in values else 0


def reason_card(counter: Counter, count: TillCount, *, edits: int | None) -> OutgoingMessage:
    """Ask why the till is off."""
    words, sheet = counter.words, count.current
    difference = Money.zero(counter.shop.base_currency) if sheet is None else sheet.difference
    way = "short" if difference.minor < 0 else "over"
    rows = [(button(count, words.plain(f"count-reason-{code}"), "why", code),) for code in REASONS]
    rows.append((button(count, words.plain("button-back"), "look"),))
    text = words(f"count-why-{way}", amount=abs(difference))
    return counter.setting.message(text, tuple(rows), edits=edits)


def forgot_card(counter: Counter, count: TillCount) -> OutgoingMessage:
    """Let the person enter what is missing, then compare."""
    words = counter.words
    compare = button(count, words.plain("button-count-compare"), "compare", tone=Tone.MAIN)
    return counter.setting.message(words("count-forgot"), ((compare,),))


def button(
    count: TillCount, label: str, act: str, value: str = "-", *, tone: Tone = Tone.PLAIN
) -> Button:
    """Make a button of a count as it is now."""
    data = CountCallback(
        count_id=count.id, revision=count.revision, place=count.place, act=act, value=value
    )
    return Button(label, data=data.pack(), tone=tone)


def _ask(books: Books, words: Words, count: TillCount) -> str:
    till, sheet = till_name(books, words, count.till), count.current
    values = () if sheet is None else denominations_of(sheet.currency)
    if sheet is not None and len(count.sheets) > 1:
        title = words("count-title-currency", till=till, currency=sheet.currency)
    else:
        title = words("count-title", till=till)
    if not values or sheet is None:
        return f"<b>{title}</b>\n{words('count-ask-total')}"
    first, second = (int(Money(each, sheet.currency).to_decimal()) for each in values[_EXAMPLE])
    example = f"{first}x3 {second}x7"
    return f"<b>{title}</b>\n{words('count-ask', example=example)}"


def _ways(words: Words, count: TillCount) -> Rows:
    sheet, rows = count.current, []
    if sheet is not None and denominations_of(sheet.currency):
        label = words.plain("button-count-notes")
        rows.append((button(count, label, "tally", "0", tone=Tone.MAIN),))
    last = [button(count, words.plain("button-never-mind"), "drop")]
    if sheet is not None and len(count.sheets) > 1:
        label = words.plain("button-count-skip", currency=sheet.currency)
        last.insert(0, button(count, label, "skip"))
    return (*rows, tuple(last))


def _piece_row(words: Words, count: TillCount, sheet: Sheet, value: int) -> tuple[Button, ...]:
    label = words.plain(
        "count-piece",
        value=_figure(words, Money(value, sheet.currency)),
        number=sheet.pieces.get(value, 0),
    )
    steps = ((-1, "−"), (1, "+"), (STEP, f"+{STEP}"))
    return (
        button(count, label, "number", str(value)),
        *(button(count, sign, "add", f"{value}~{step}") for step, sign in steps),
    )


def _figure(words: Words, value: Money) -> str:
    """Write a note's value so short that four buttons share a row of a telephone: 1000, 0,50."""
    whole = int(value.to_decimal())
    if whole == value.to_decimal():
        return str(whole)
    shown = words.plain("count-amount", amount=value)
    return "".join(sign for sign in shown if sign.isdecimal() or sign in ".,")


def _turns(words: Words, count: TillCount, page: int, last: int) -> tuple[Button, ...]:
    turns = []
    if page:
        turns.append(button(count, words.plain("button-back"), "tally", str(page - 1)))
    if page < last:
        turns.append(button(count, words.plain("button-more"), "tally", str(page + 1)))
    return tuple(turns)


def _doubted(words: Words, count: TillCount) -> Rows:
    sure = button(count, words.plain("button-count-sure"), "sure", tone=Tone.MAIN)
    return ((sure,), (button(count, words.plain("button-count-again"), "again"),))


def _off(words: Words, count: TillCount, sheet: Sheet) -> Rows:
    way = "short" if sheet.difference.minor < 0 else "over"
    return (
        (button(count, words.plain("button-count-again"), "again", tone=Tone.MAIN),),
        (button(count, words.plain("button-count-forgot"), "forgot"),),
        (button(count, words.plain(f"button-count-book-{way}"), "book", tone=Tone.BAD),),
    )


def _off_lines(
    books: Books, counter: Counter, count: TillCount, sheet: Sheet, *, has_moved: bool
) -> list[str]:
    words, difference = counter.words, sheet.difference
    lines = [words("count-moved")] if has_moved else []
    counted = sheet.counted or Money.zero(sheet.currency)
    till = till_name(books, words, count.till)
    lines.append(words("count-counted", till=till, amount=counted))
    way = "short" if difference.minor < 0 else "over"
    lines.append(words(f"count-{way}", amount=abs(difference)))
    hints = recent_entries(books, count, counter.cause)
    if hints:
        lines += ["", words("count-hints")]
        lines += [short_of(counter.setting, each) for each in hints]
    return lines
