"""An answer in words: the figure, its lines, and how the question was understood."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from handlers.answers.answer_notes import notes_text, pieces_text
from handlers.answers.answer_rows import OF_CATEGORY, part_of, row_text, told_row
from handlers.answers.closed_text import closed_lines, restated_lines
from handlers.answers.understood_text import Names, measured, understood
from ledger.money import Money
from locales.result_rows import percent_text
from locales.words import Words, as_name, shorten
from parsing.questions.query import (
    Ask,
    Doubt,
    Group,
    Measure,
    Per,
    Query,
    Unclear,
    is_of_gateways,
)
from reports.numbers import format_days
from services.answers.answer_days import USUAL
from services.answers.answer_figures import UNITS, WHOLE, whole_of
from services.answers.answer_open import OPEN, TAKEN
from services.answers.answer_question import PAID
from services.answers.counts_made import COUNTED_AS
from services.results.answers import Answer, AnswerRow
from services.results.explain_change import CHANNEL, OTHER

NAMES_MAX = 3
NUMBERS = ("①", "②", "③", "④")
"""What each of several answers is called by, and its buttons."""
_COUNTED = frozenset({Group.ORDER, Group.DAY, Group.WEEK, Group.MONTH})
_ADDED_UP = frozenset({Group.CATEGORY, Group.CHANNEL})
"""Groups whose rows make up the whole figure."""
_COMPARED = frozenset({"now", "before", "in", "out", USUAL})
"""The roles of what stands above the causes of a change."""
_DOUBTS = {
    Unclear.NO_QUESTION: "doubt-no-question",
    Unclear.OF_WHAT: "doubt-of-what",
    Unclear.WHOSE_DEBT: "doubt-whose-debt",
    Unclear.AHEAD: "doubt-ahead",
    Unclear.GOODS: "doubt-goods",
    Unclear.STOCK: "doubt-stock",
    Unclear.DEADLINE: "doubt-deadline",
    Unclear.PLAN: "doubt-plan",
    Unclear.PRIVATE: "doubt-private",
    Unclear.MARGIN_OF: "doubt-margin-of",
    Unclear.CHANNEL: "doubt-channel",
    Unclear.TOO_FAR: "doubt-too-far",
    Unclear.VAT: "doubt-vat",
    Unclear.CURRENCY: "doubt-currency",
    Unclear.EXCHANGE: "doubt-exchange",
    Unclear.CLOSED: "doubt-closed",
    Unclear.HEAD: "doubt-head",
    Unclear.SUPPOSED: "doubt-supposed",
    Unclear.TEAM: "doubt-team",
}


def answer_text(words: Words, answer: Answer, names: Names) -> str:
    """Say an answer as HTML, with how the question was understood."""
    line = understood_line(words, answer.query, names)
    return part_text(answer_lines(words, answer, names), line)


def answer_lines(words: Words, answer: Answer, names: Names) -> list[str]:
    """Say an answer alone, line by line, as HTML."""
    strangers = shorten(", ".join(answer.strangers))
    nobody = (words("answer-no-stranger", names=strangers),) if strangers else ()
    lines = [*pieces_text(words, answer), *_lines(words, answer, names), *nobody]
    return [*lines, *notes_text(words, answer)]


def understood_line(words: Words, query: Query, names: Names, *, is_by_model: bool = False) -> str:
    """Say how a question was understood, as HTML."""
    opening = "understood-by-model" if is_by_model else "understood-as"
    return f"<i>{words(opening, what=understood(words, query, names))}</i>"


def part_text(lines: Sequence[str], line: str, number: str = "") -> str:
    """Put an answer and how it was understood together; of several the latter is the heading."""
    told = [f"{number} {line}", *lines] if number else [*lines, "", line]
    return "\n".join(told)


def numbers_of(queries: Sequence[Query]) -> Sequence[str]:
    """Give what each of several answers is called by; one alone needs no number."""
    return NUMBERS[: len(queries)] if len(queries) > 1 else ("",)


def difference_text(words: Words, amounts: Iterable[Money]) -> str:
    """Say by how much two answers differ, as HTML."""
    return "\n".join(words("answer-difference", amount=each) for each in amounts)


def doubt_text(words: Words, doubt: Doubt) -> str:
    """Say why a question is not understood, and how it would be."""
    if doubt.reason is Unclear.WORDS:
        return words("doubt-words", words=shorten(", ".join(doubt.words)))
    if doubt.reason is Unclear.NO_DAY:
        return words("doubt-no-day", day=shorten(", ".join(doubt.words)))
    if doubt.reason is Unclear.NOBODY:
        return words("doubt-nobody", name=shorten(", ".join(doubt.words)))
    return words(_DOUBTS[doubt.reason])


def _lines(words: Words, answer: Answer, names: Names) -> Iterator[str]:
    match answer.query.ask:
        case Ask.TOP | Ask.LAST | Ask.BIGGEST:
            yield from _listed(words, answer, names)
        case Ask.BALANCE | Ask.OWED | Ask.SERIES:
            yield from _open(words, answer, names)
        case Ask.FORECAST:
            yield from _forecast(words, answer)
        case Ask.RESTATED:
            yield from restated_lines(words, answer)
        case Ask.CLOSED:
            yield from closed_lines(words, answer)
        case Ask.ORDER:
            yield from _order(words, answer)
        case Ask.COMPARE | Ask.WHY:
            yield from _change(words, answer, names)
        case _:
            yield from _figure(words, answer, names)


def _open(words: Words, answer: Answer, names: Names) -> Iterator[str]:
    """Say a balance, what is owed or open, a series: the sum and its rows."""
    measure = answer.query.measure
    rows = [row for row in answer.rows if row.role not in {TAKEN, PAID}]
    if answer.query.group is Group.ORDER:
        yield from _unpaid(words, answer)
        yield from _rows(words, rows, names)
        yield from _due(words, answer)
        return
    taken = next((row for row in answer.rows if row.role == TAKEN), None)
    if taken is not None:
        yield words("answer-taken", amount=taken.amount)
    if measure in OPEN and not rows:
        is_all = measure is Measure.IN_TRANSIT and answer.query.place is None
        yield words("answer-none-on_its_way" if is_all else f"answer-none-{measure}")
        return
    if measure in OPEN:
        yield words("answer-open", count=answer.count or 0, amount=answer.amount)
    else:
        yield from _amounts(words, answer)
    yield from _rows(words, rows, names)
    if answer.words and answer.query.ask is Ask.OWED:
        yield words("answer-owed-nobody", about=shorten(answer.query.about or ""))
    yield from _due(words, answer)
    yield from _held(words, answer, is_any=bool(rows))


def _held(words: Words, answer: Answer, *, is_any: bool) -> Iterator[str]:
    """Say what is not known of a balance: a currency, gateways, on which day they pay."""
    query = answer.query
    if query.currency is not None and not is_any:
        yield words("answer-no-currency", currency=query.currency)
    if query.ask is Ask.BALANCE and is_of_gateways(query.place):
        if not is_any:
            yield words("answer-no-gateway")
        yield words("answer-payouts")


def _due(words: Words, answer: Answer) -> Iterator[str]:
    """Say that no day on which something is due is known, where that was asked."""
    if answer.query.is_due:
        is_owed = answer.query.ask is Ask.OWED and answer.query.measure not in OPEN
        is_of_lines = answer.query.ask is Ask.BALANCE
        yield words(
            "answer-no-due" if is_owed else "answer-lines" if is_of_lines else "answer-no-arrival"
        )


def _unpaid(words: Words, answer: Answer) -> Iterator[str]:
    """Say how many orders are not paid; of a customer what he has paid, too, if any is his."""
    if answer.words:
        yield words("answer-owed-nobody", about=shorten(answer.query.about or ""))
        return
    for row in answer.rows:
        if row.role == PAID:
            yield words("answer-row-paid", amount=row.amount)
    if answer.count:
        yield words("answer-unpaid", count=answer.count, amount=answer.amount)
    else:
        yield words("answer-none-unpaid")


def _forecast(words: Words, answer: Answer) -> Iterator[str]:
    """Say how much money there will be, how surely, and what that is made of."""
    made = {row.role: row for row in answer.rows}
    if not made:
        yield words("answer-ahead-none")
        return
    amounts = {role: row.amount for role, row in made.items()}
    yield from _amounts(words, answer)
    yield words("answer-ahead-band", low=amounts["low"], high=amounts["high"])
    if "short" in made:
        yield words("answer-ahead-short", day=made["short"].day or "")
    elif answer.query.is_due:
        yield words("answer-ahead-lasts", day=answer.query.days.last)
    for role in ("held", "due", "usual"):
        yield f"· {words(f'answer-ahead-{role}', amount=amounts[role])}"
    lowest = made["lowest"]
    yield words("answer-ahead-lowest", amount=lowest.amount, day=lowest.day or "")
    if "after" in made:
        spent = answer.query.at_least
        yield words("answer-ahead-after", spent=spent, amount=amounts["after"])
    if amounts["owed"]:
        yield words("answer-ahead-owed", amount=amounts["owed"])


def _figure(words: Words, answer: Answer, names: Names) -> Iterator[str]:
    """Say a total, a count or an average."""
    if _is_said_nowhere(answer):
        yield from _said_nowhere(words, answer, names)
        return
    if answer.query.ask is Ask.COUNT:
        yield _counted(words, answer)
    else:
        yield from _amounts(words, answer)
    yield from _shared(words, answer)
    for row in answer.rows:
        if row.role in OF_CATEGORY:
            name = words.category(row.name or "")
            yield f"· {words(OF_CATEGORY[row.role], name=name, amount=row.amount)}"
        elif row.role in {"", CHANNEL, COUNTED_AS}:
            yield f"· {told_row(words, answer, row, names)}"
        elif row.role != UNITS:
            key, day = f"answer-row-{row.role}", row.day or ""
            yield words(key, amount=row.amount, count=row.count, day=day)
    if answer.query.measure is Measure.PLAN and not answer.rows:
        yield words("answer-no-plan")
    yield from _meant(words, answer)


def _said_nowhere(words: Words, answer: Answer, names: Names) -> Iterator[str]:
    """Say that nobody and nothing is called so, and what all of it comes to."""
    yield words("answer-none-says", about=shorten(answer.query.about or ""))
    for row in answer.rows:
        if row.role == WHOLE:
            name = measured(words, answer.query, names)
            yield words("answer-row-whole", name=name, amount=row.amount)


def _shared(words: Words, answer: Answer) -> Iterator[str]:
    """Say what part of something else a figure is, where that was asked."""
    whole = whole_of(answer.query)
    if answer.permille is not None and whole is not None:
        of = words.plain(f"measure-{whole}")
        percent = percent_text(answer.permille, words.language)
        amount = answer.whole or answer.amount
        yield words("answer-share", percent=percent, of=of, amount=amount)


def _counted(words: Words, answer: Answer) -> str:
    """Say how many there are: entries, names, orders, days; or how many a day."""
    query, count = answer.query, answer.count or 0
    if query.per is not Per.ENTRY and query.group is None:
        units = next((row.count for row in answer.rows if row.role == UNITS), 1)
        average = percent_text((count * 20 + units) // (2 * units), words.language)
        return words(f"answer-count-each-{query.per}", average=average, count=count, units=units)
    kinds = {None: "answer-count"} | {each: f"answer-count-{each}" for each in _COUNTED}
    key = kinds.get(query.group, "answer-count-names")
    return words(key, count=count, amount=answer.amount)


def _is_said_nowhere(answer: Answer) -> bool:
    """Tell whether neither a name nor an entry is like the word that was asked about."""
    return bool(answer.words) and not any(answer.amounts) and not answer.count


def _amounts(words: Words, answer: Answer) -> Iterator[str]:
    if answer.query.ask is Ask.SERIES and answer.query.compared is Ask.COUNT:
        yield _counted(words, replace(answer, query=replace(answer.query, per=Per.ENTRY)))
        return
    key = "answer-sold" if answer.query.measure is Measure.PLAN else "answer-amount"
    for amount in answer.amounts:
        yield words(key, amount=amount)


def _meant(words: Words, answer: Answer) -> Iterator[str]:
    """Say whom a name was taken for, or that it stands in the words of entries."""
    if answer.names:
        shown = ", ".join(shorten(as_name(each)) for each in answer.names[:NAMES_MAX])
        yield words("answer-named", names=shown)
    elif answer.words:
        yield words("answer-by-words", about=shorten(answer.query.about or ""))


def _listed(words: Words, answer: Answer, names: Names) -> Iterator[str]:
    if not answer.rows and answer.words:
        yield words("answer-none-says", about=shorten(answer.query.about or ""))
    elif not answer.rows:
        yield words("answer-none")
    elif answer.count is not None:
        yield _counted(words, answer)
    for place, row in enumerate(answer.rows, start=1):
        yield f"{place}. {told_row(words, answer, row, names)}{part_of(words, answer, row)}"
    is_whole = answer.query.ask is Ask.TOP and answer.query.group in _ADDED_UP
    if is_whole and len(answer.rows) > 1 and answer.query.compared is Ask.TOTAL:
        yield words("answer-all-together", amount=answer.amount)


def _rows(words: Words, rows: Iterable[AnswerRow], names: Names) -> Iterator[str]:
    return (f"· {row_text(words, row, names)}" for row in rows)


def _order(words: Words, answer: Answer) -> Iterator[str]:
    if not answer.rows:
        yield words("answer-order-none", order=answer.query.order or "")
    for row in answer.rows:
        if row.role == "left" and row.permille is not None:
            percent = percent_text(row.permille, words.language)
            yield words("answer-row-left", amount=row.amount, percent=percent)
        elif row.role != "left":
            yield words(f"answer-row-{row.role}", amount=row.amount)


def _change(words: Words, answer: Answer, names: Names) -> Iterator[str]:
    query = answer.query
    yield from _differences(words, answer)
    if answer.until is not None:
        yield words("answer-until", time=f"{answer.until:%H:%M}")
    if query.measure is Measure.MONEY:
        yield from _money(words, answer)
    else:
        yield from _held_against(words, answer)
    causes = [row for row in answer.rows if row.role not in _COMPARED]
    if causes:
        yield words("answer-causes")
    for row in causes:
        if row.role == OTHER:
            yield f"· {words('answer-row-other', amount=row.amount)}"
        else:
            yield f"· {row_text(words, row, names)}"


def _held_against(words: Words, answer: Answer) -> Iterator[str]:
    """Say what each of the stretches came to, and what such days usually do."""
    query = answer.query
    days = {"now": query.days, "before": query.against or query.days.before()}
    key = "answer-row-now-count" if query.compared is Ask.COUNT else "answer-row-now"
    for row in answer.rows:
        if row.role in days:
            shown = format_days(days[row.role], words.language)
            yield words(key, days=shown, amount=row.amount, count=row.count)
        elif row.role == USUAL:
            is_counted = query.compared is Ask.COUNT
            said = "answer-row-usual-count" if is_counted else "answer-row-usual"
            yield words(said, amount=row.amount, count=row.count)
    if query.is_usual and not any(row.role == USUAL for row in answer.rows):
        yield words("answer-no-usual")


def _money(words: Words, answer: Answer) -> Iterator[str]:
    """Say how much there was before and after, what came in and what went out."""
    days = answer.query.days
    ends = {"now": days.last, "before": days.first - dt.timedelta(days=1)}
    for row in answer.rows:
        if row.role in ends:
            yield words("answer-row-held-on", day=ends[row.role], amount=row.amount)
        elif row.role in {"in", "out"}:
            yield words(f"answer-row-{row.role}", amount=row.amount)


def _differences(words: Words, answer: Answer) -> Iterator[str]:
    """Say by how much, and by how many per cent of what was before."""
    if answer.count is not None and answer.query.compared is Ask.COUNT:
        sign = "+" if answer.count > 0 else "−" if answer.count < 0 else ""
        yield words("answer-count-change", change=f"{sign}{abs(answer.count)}")
        return
    for amount in answer.amounts:
        if answer.permille is None:
            yield words("answer-up" if amount.minor > 0 else "answer-amount", amount=amount)
            continue
        percent = percent_text(answer.permille, words.language)
        percent = f"+{percent}" if answer.permille > 0 else percent
        key = "answer-up-by" if amount.minor > 0 else "answer-amount-by"
        yield words(key, amount=amount, percent=percent)
