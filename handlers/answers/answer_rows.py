"""One line of an answer in words."""

from handlers.answers.understood_text import WEEKDAYS, Names
from locales.result_rows import percent_text
from locales.words import Words, as_name, shorten
from parsing.questions.query import BANKS, COUNTER, GATEWAYS, ONLINE, TILLS
from reports.numbers import format_days
from services.answers.answer_figures import CHANNEL
from services.answers.answer_groups import WEEKDAY
from services.answers.answer_open import PROBLEM
from services.results.answers import AnswerRow

_KINDS = frozenset({ONLINE, COUNTER})
_PLACES = frozenset({TILLS, BANKS, GATEWAYS})


def row_text(words: Words, row: AnswerRow, names: Names) -> str:
    """Say one line: of days, of an order, of an entry, of whoever or whatever is named."""
    if row.days is not None:
        shown = format_days(row.days, words.language)
        return words("answer-row-now", days=shown, amount=row.amount) + _share(words, row)
    if row.permille is not None:
        percent = percent_text(row.permille, words.language)
        return words("answer-row-order", order=row.name or "", amount=row.amount, percent=percent)
    name = row_name(words, row, names)
    if row.day is None:
        return words("answer-row", name=name, amount=row.amount)
    amount, day = row.amount, row.day
    if row.role == PROBLEM:
        return words("answer-row-problem", name=name, amount=amount, day=day, count=row.count)
    if row.number is not None:
        number = str(row.number)
        return words("answer-row-entry", name=name, amount=amount, day=day, number=number)
    key = "answer-row-until" if row.role == "until" else "answer-row-since"
    return words(key, name=name, amount=amount, day=day)


def _share(words: Words, row: AnswerRow) -> str:
    return "" if row.permille is None else f" ({percent_text(row.permille, words.language)} %)"


def row_name(words: Words, row: AnswerRow, names: Names) -> str:
    """Say what a line is of, as plain text."""
    said = {place: f"asked-place-{place}" for place in _PLACES}
    said[CHANNEL] = "answer-row-no-channel"
    if row.role == WEEKDAY:
        said[WEEKDAY] = WEEKDAYS[int(row.name or 0)]
    is_named = row.role == CHANNEL and bool(row.name)
    if is_named and row.name in _KINDS:
        return words.plain(f"channel-{row.name}")
    if row.role == PROBLEM:
        return words.plain(f"exception-short-{row.name}")
    if row.role in said and not is_named:
        return words.plain(said[row.role])
    if row.name:
        return shorten(as_name(row.name))
    if row.account is not None:
        return names.get(row.account, row.account)
    return words.plain("answer-row-nobody")
