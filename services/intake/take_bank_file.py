"""Bank files in the chat: taken as they come, read, asked about where they don't say whose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.bank.bank_accounts import open_account, take_number
from services.bank.bank_ports import BankAccount
from services.bank.bank_types import (
    FileImported,
    NothingToImport,
    ReadStatement,
    StatementImported,
    TableAsked,
    WhichAccount,
)
from services.bank.import_statement import import_statements
from services.bank.whose_statement import Chosen, said_of_itself
from services.cash.receipt_ports import Receipt, ReceiptKind
from services.cash_types import NotAllowed, StaleAnswer
from services.filing.clerk import Clerk
from services.filing.file_lines import LinesSorted, follow_changes, sort_lines
from services.intake.bank_file_ports import BankFile, BankFileState
from services.intake.report_types import ReportRead
from services.intake.take_report import ReportTaken, take_report
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of

_STATES = {
    FileImported: BankFileState.IMPORTED,
    WhichAccount: BankFileState.ASKED,
    NothingToImport: BankFileState.REFUSED,
}
_SAID, _NUMBER, _CURRENCY, _BANK = "said", "number", "of_currency", "bank"
"""What is kept of a statement that its sender was asked about, beside his answers."""
_OPEN = (BankFileState.WAITING, BankFileState.ANSWERED)


@dataclass(frozen=True, slots=True)
class FileRefused:
    """A file is not in the books, and why; nothing was changed."""

    reason: str
    """One of the reasons of sources, or "lost", "too-large", "empty"."""
    megabytes: int | None = None
    """What it may have at most, where it has more."""


@dataclass(frozen=True, slots=True)
class FileNews:
    """What became of a file."""

    file: BankFile
    outcome: FileImported | WhichAccount | NothingToImport | FileRefused | TableAsked | ReportTaken
    sorted: LinesSorted | None = None
    """What became of its new lines."""


def take_file(books: Books, file: BankFile, person: Person) -> BankFile | NotAllowed:
    """Keep a file that came in, to be read."""
    if not person.may(Permission.IMPORT_STATEMENTS):
        return NotAllowed()
    return books.bank_files.add(file)


def take_mislabelled(books: Books, receipt: Receipt) -> BankFile | None:
    """Have a paper that turned out to be a bank's file read as one; None where it proves an entry.

    Its name alone had made a receipt of it. Whoever may not import statements sends none.
    """
    person = books.people.find(receipt.person_id)
    is_told = receipt.told_in is not None or receipt.kind is not ReceiptKind.DOCUMENT
    if is_told or person is None:
        return None
    file = BankFile(
        id=0,
        chat_id=receipt.chat_id,
        message_id=receipt.message_id,
        person_id=receipt.person_id,
        name=receipt.name,
        file_id=receipt.file_id,
        sent_at=receipt.sent_at,
    )
    taken = take_file(books, file, person)
    return taken if isinstance(taken, BankFile) else None


def import_file(
    books: Books,
    clerk: Clerk,
    file: BankFile,
    read: Sequence[ReadStatement],
    cause: Cause,
) -> FileNews | None:
    """Put what was read of a file into the books; None when another process was quicker.

    Args:
        books: the open books.
        clerk: who sorts the new lines.
        file: the file, with the digest of its content.
        read: its statements.
        cause: who sent it, when.
    """
    now = _still_open(books, file)
    if now is None:
        return None
    outcome = import_statements(books, read, cause, file=file.digest, chosen=_chosen(now))
    changed = replace(now, state=_STATES[type(outcome)], digest=file.digest)
    done = None
    if isinstance(outcome, FileImported):
        done = take_lines(books, clerk, outcome.statements, cause)
    elif isinstance(outcome, WhichAccount):
        asked = _asked_of(outcome.statement)
        changed = replace(changed, answers={**(now.answers or {}), **asked})
    return FileNews(books.bank_files.change(changed), outcome, done)


def import_report(books: Books, file: BankFile, read: ReportRead, cause: Cause) -> FileNews | None:
    """Put a report's documents into the books; None when another process was quicker."""
    now = _still_open(books, file)
    if now is None:
        return None
    taken = take_report(books, read, cause)
    done = replace(now, state=BankFileState.IMPORTED, digest=file.digest)
    return FileNews(books.bank_files.change(done), taken)


def ask_about_table(books: Books, file: BankFile, asked: TableAsked) -> FileNews | None:
    """Wait for what a person says of a table; None when another process was quicker."""
    now = _still_open(books, file)
    if now is None:
        return None
    waits = replace(now, state=BankFileState.ASKED, digest=file.digest)
    return FileNews(books.bank_files.change(waits), asked)


def answer_about_table(
    books: Books, file_id: int, question: str, option: str, person: Person
) -> BankFile | NotAllowed | StaleAnswer:
    """Take what a person says of a table; the file is read anew with it."""
    file = books.bank_files.find(file_id)
    if not person.may(Permission.IMPORT_STATEMENTS):
        return NotAllowed()
    if file is None or file.state is not BankFileState.ASKED:
        return StaleAnswer()
    answers = {**(file.answers or {}), question: option}
    return books.bank_files.change(replace(file, state=BankFileState.ANSWERED, answers=answers))


def take_lines(
    books: Books, clerk: Clerk, statements: Sequence[StatementImported], cause: Cause
) -> LinesSorted:
    """Sort the lines that an import brought, and follow those that it changed."""
    changed = [line for each in statements for line in each.changed]
    known = {each.line_id for each in books.filings.of_lines([each.id for each in changed])}
    follow_changes(books, [each for each in changed if each.id in known], cause)
    new = [line for each in statements for line in each.new]
    return sort_lines(
        books, clerk, [*new, *(each for each in changed if each.id not in known)], cause
    )


def refuse_file(books: Books, file: BankFile, refused: FileRefused) -> FileNews | None:
    """Give a file up; None when another process was quicker."""
    now = _still_open(books, file)
    if now is None:
        return None
    return FileNews(books.bank_files.change(replace(now, state=BankFileState.REFUSED)), refused)


def count_failure(books: Books, file: BankFile) -> None:
    """Count that a file could not be fetched yet."""
    now = _still_open(books, file)
    if now is not None:
        books.bank_files.change(replace(now, attempts=now.attempts + 1))


def choose_account(
    books: Books, file_id: int, account_id: int, person: Person, cause: Cause
) -> BankAccount | NotAllowed | StaleAnswer:
    """Say whose statement a file is; nought is an account that the books don't have yet.

    Files that say the same of themselves are not asked about again, unless they contradict it.

    Returns:
        The account, or why not.
    """
    file = books.bank_files.find(file_id)
    if not person.may(Permission.IMPORT_STATEMENTS):
        return NotAllowed()
    if file is None or file.state is not BankFileState.ASKED:
        return StaleAnswer()
    known = {each.id: each for each in books.banks.accounts()}
    if account_id and account_id not in known:
        return StaleAnswer()
    told = file.answers or {}
    number, bank = told.get(_NUMBER), told.get(_BANK)
    chosen = known.get(account_id)
    if chosen is None:
        currency = told.get(_CURRENCY) or shop_of(books).base_currency
        chosen = open_account(books, number or f"#{len(known) + 1}", currency, bank, cause)
    elif number is not None:
        chosen = take_number(books, chosen, number, bank, cause)
    if _SAID in told:
        books.banks.teach_said(told[_SAID], chosen.id, cause)
    books.bank_files.change(replace(file, state=BankFileState.ANSWERED, account_id=chosen.id))
    return chosen


def _asked_of(read: ReadStatement) -> dict[str, str]:
    """Keep what a statement tells of its account, for when it is said whose it is."""
    head = read.head
    told = {
        _SAID: said_of_itself(read),
        _NUMBER: head.account,
        _CURRENCY: read.currency,
        _BANK: head.bank,
    }
    return {name: value for name, value in told.items() if value}


def _chosen(file: BankFile) -> Chosen | None:
    """Give what its sender has said of a file's account."""
    if file.account_id is None:
        return None
    return Chosen(file.account_id, (file.answers or {}).get(_SAID))


def _still_open(books: Books, file: BankFile) -> BankFile | None:
    now = books.bank_files.find(file.id)
    return now if now is not None and now.state in _OPEN else None
