"""Inserting one row whose number the database gives."""

from sqlalchemy import Connection, Insert


def added_row(connection: Connection, statement: Insert) -> int:
    """Insert one row; give its number.

    Raises:
        ValueError: the statement is of several rows, or of a table without a number of its own.
    """
    key = connection.execute(statement).inserted_primary_key
    if key is None:
        message = f"{statement.table} gave no number for one new row"
        raise ValueError(message)
    number: int = key[0]
    return number
