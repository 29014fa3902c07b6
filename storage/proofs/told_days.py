"""Invariants of what is kept of results: a told day is what its entries came to."""

from collections.abc import Iterator

from sqlalchemy import Connection, text

from services.ports import Finding

_COLUMNS = (
    "sales_minor", "refunds_minor", "cost_minor", "other_income_minor", "expenses_minor",
    "result_minor",
)  # fmt: skip
_KINDS = {
    "sales_minor": ("-", "a.key = 'income.sales'"),
    "refunds_minor": ("", "a.key = 'income.sales_returns'"),
    "cost_minor": ("", "a.key = 'expense.cost_of_goods'"),
    "other_income_minor": (
        "-",
        "a.type = 'income' AND a.key NOT IN ('income.sales', 'income.sales_returns')",
    ),
    "expenses_minor": ("", "a.type = 'expense' AND a.key <> 'expense.cost_of_goods'"),
    "result_minor": ("-", "1 = 1"),
}
_SUMS = ", ".join(
    f"COALESCE(SUM(CASE WHEN {kind} THEN {sign}p.amount_minor ELSE 0 END), 0) AS {column}"
    for column, (sign, kind) in _KINDS.items()
)
_FROM_ENTRIES = f"""
    SELECT t.day, t.version, p.currency, {_SUMS}
      FROM told_day t
      JOIN journal_entry e ON e.booked_on = t.day AND e.number <= t.through_entry
      JOIN posting p ON p.entry_number = e.number
      JOIN account a ON a.id = p.account_id + 0
     WHERE a.type IN ('income', 'expense')
     GROUP BY t.day, t.version, p.currency
"""  # noqa: S608 - names of columns, all ours - made of our own constants alone
_KEPT = f"SELECT day, version, currency, {', '.join(_COLUMNS)} FROM told_figure"  # noqa: S608 - names of our own
_GAPS = """
    SELECT '{what} of ' || {key} || ' has a gap before version ' || version FROM {table} t
     WHERE version > 1 AND NOT EXISTS (
       SELECT 1 FROM {table} b WHERE b.{key} = t.{key} AND b.version = t.version - 1)
"""
_WENT_BACK = """
    SELECT 'day ' || t.day || ' version ' || t.version FROM told_day t
      JOIN told_day b ON b.day = t.day AND b.version = t.version - 1
     WHERE b.through_entry >= t.through_entry
"""


def broken_results(connection: Connection) -> Iterator[Finding]:
    """Look for told days that are not what their entries came to, and for versions that lack."""
    kept, now = (
        {
            (str(row[0]), *row[1:3]): tuple(map(int, row[3:]))
            for row in connection.execute(text(query))
            if any(row[3:])
        }
        for query in (_KEPT, _FROM_ENTRIES)
    )
    for day, version, currency in sorted({*kept, *now}):
        if kept.get((day, version, currency)) != now.get((day, version, currency)):
            yield Finding("told_figure_wrong", f"day {day} version {version}, {currency}")
    for what, table, key in (("the day", "told_day", "day"), ("the plan", "plan", "month")):
        query = _GAPS.format(what=what, table=table, key=key)
        for (detail,) in connection.execute(text(query)):
            yield Finding(f"{table}_version_gap", detail)
    for (detail,) in connection.execute(text(_WENT_BACK)):
        yield Finding("told_day_went_back", detail)


_CLOSINGS = {
    "closing_signed_by_one": """
        SELECT 'closing ' || ends_on FROM closing_sign
         GROUP BY ends_on HAVING COUNT(*) <> COUNT(DISTINCT person_id)
    """,
    "closing_without_signatures": """
        SELECT 'closing ' || c.ends_on FROM closing c
         WHERE c.closed_at IS NOT NULL AND (
           SELECT COUNT(DISTINCT s.part) FROM closing_sign s WHERE s.ends_on = c.ends_on) <> 2
    """,
    "closing_not_in_the_books": """
        SELECT 'closing ' || c.ends_on FROM closing c
         WHERE c.closed_at IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM period_close p WHERE p.ends_on = c.ends_on)
    """,
    "closing_with_open_item": """
        SELECT 'closing ' || c.ends_on || ': ' || i.item FROM closing c
          JOIN closing_item i ON i.ends_on = c.ends_on
         WHERE c.closed_at IS NOT NULL AND i.open_count > 0 AND i.excuse IS NULL
    """,
}


def broken_closings(connection: Connection) -> Iterator[Finding]:
    """Look for closings that were not signed by two people, or that never closed anything."""
    for invariant, query in _CLOSINGS.items():
        for (detail,) in connection.execute(text(query)):
            yield Finding(invariant, detail)
