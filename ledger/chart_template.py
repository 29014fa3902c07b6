"""Read a chart of accounts that somebody wrote as a file."""

import tomllib
from collections.abc import Iterator

from ledger.accounts import LANGUAGES, Account, AccountType, Chart
from ledger.errors import ChartError


class ChartTemplateError(ChartError):
    """A chart's file says something that cannot be: where, and what to do."""

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        self.what = what
        super().__init__(f"chart of accounts, [{where}]: {what}")


def parse_chart(text: str) -> tuple[Account, ...]:
    """Read accounts from a template; the file's own comments say how it is written.

    Raises:
        ChartTemplateError: an account lacks a code or type, or has an unknown type.
        DuplicateAccountError: two accounts share a code.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ChartTemplateError("file", f"this is not TOML: {error}") from error
    accounts = tuple(_accounts(tables, ""))
    return tuple(Chart(accounts))


def _accounts(tables: dict[str, object], prefix: str) -> Iterator[Account]:
    for name, table in tables.items():
        key = f"{prefix}{name}"
        if not isinstance(table, dict):
            raise ChartTemplateError(key, "expected a table such as [expense.rent]")
        if "code" in table or "type" in table:
            yield _account(key, table)
        else:
            yield from _accounts(table, f"{key}.")


def _account(key: str, table: dict[str, object]) -> Account:
    code, type_ = table.get("code"), table.get("type")
    if not isinstance(code, str) or not code:
        raise ChartTemplateError(key, 'give it a code in quotes, such as code = "9331"')
    if not isinstance(type_, str) or type_ not in set(AccountType):
        raise ChartTemplateError(key, f"type is one of {', '.join(AccountType)}, not {type_!r}")
    names = {language: str(table[language]) for language in LANGUAGES if language in table}
    if "en" not in names:
        raise ChartTemplateError(key, 'give it at least an English name, such as en = "Rent"')
    return Account(key, code, AccountType(type_), names)
