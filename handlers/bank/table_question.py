"""Ask how a bank's table is to be read: three of its rows, and what is open as buttons."""

from handlers.cards import Setting
from handlers.filing.line_callbacks import TableCallback
from locales.words import Words, shorten
from services.bank.bank_types import TableAsked
from services.intake.bank_file_ports import BankFile
from services.messages import Button, OutgoingMessage

_CELL_MAX = 24
_CELLS_MAX = 8
_LABEL_MAX = 30
_OPTIONS = {
    "dmy": "table-option-dmy",
    "mdy": "table-option-mdy",
    "ymd": "table-option-ymd",
    ".": "table-option-point",
    ",": "table-option-comma",
    "signed": "table-option-signed",
    "inverted": "table-option-inverted",
    "columns": "table-option-columns",
    "indicator": "table-option-indicator",
    "sides": "table-option-sides",
}
_QUESTIONS = {
    "day_order": "table-asks-day-order",
    "decimal": "table-asks-decimal",
    "sign": "table-asks-sign",
    "amount": "table-asks-amount",
}


def table_question(setting: Setting, file: BankFile, asked: TableAsked) -> OutgoingMessage:
    """Show three rows and ask one thing; the answer is remembered for the bank's next tables."""
    words = setting.words
    lines = [words("table-unclear", name=file.name)]
    if asked.header:
        lines.append(words("table-header", cells=_cells(asked.header)))
    lines.extend(words("table-row", cells=_cells(row)) for row in asked.sample)
    lines.append(words(_QUESTIONS[asked.question]))
    rows = tuple(
        (Button(_label(words, asked, option), data=_data(file, asked, option)),)
        for option in asked.options
    )
    return setting.message("\n".join(lines), rows, reply_to=file.message_id)


def _cells(row: tuple[str, ...]) -> str:
    shown = [shorten(each, _CELL_MAX) for each in row if each.strip()][:_CELLS_MAX]
    return " | ".join(shown)


def _label(words: Words, asked: TableAsked, option: str) -> str:
    if asked.question != "amount":
        return words.plain(_OPTIONS[option])
    at = int(option)
    name = asked.header[at] if at < len(asked.header) and asked.header[at].strip() else None
    column = name or words.plain("table-column", number=at + 1)
    return shorten(column, _LABEL_MAX)


def _data(file: BankFile, asked: TableAsked, option: str) -> str:
    return TableCallback(file_id=file.id, question=asked.question, option=option).pack()
