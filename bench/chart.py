"""The day's chart, beside matplotlib's pyplot drawing bars of the same day."""

import datetime as dt
import io
import time

from bench.figures import Figure, percentile
from ledger.accounts import Account, AccountType
from ledger.cash import CashCategory
from ledger.money import Money
from locales.day_labels import labels_of
from locales.words import words_of
from reports.day import CashMovement, DayReport, TillOpening, summarise_day

ROUNDS = 15
NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
TILL = Account("till.1", "3011", AccountType.ASSET, {"en": "Front till"})


def _day() -> DayReport:
    movements = [
        CashMovement(
            entry_number=number,
            occurred_at=NOW,
            till=TILL.key,
            amount=Money((7_000 + 913 * number) * (1 if number % 3 else -1), "UAH"),
            category=list(CashCategory)[number % 14].value,
            narration="sold something",
        )
        for number in range(1, 60)
    ]
    openings = [TillOpening(TILL.key, Money(1_250_000, "UAH"))]
    return summarise_day(NOW.date(), openings=openings, movements=movements)


def _ours(report: DayReport) -> bytes:
    from reports.day_chart import draw_day

    words = words_of("en")
    labels = labels_of(words, report, [TILL])
    return draw_day(report, labels, base_currency="UAH", language="en")


def _pyplot(report: DayReport) -> bytes:
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    money = report.currency("UAH")
    figure, axes = plt.subplots(figsize=(6, 9), dpi=150)
    names = [str(each.category) for each in money.categories]
    axes.barh(names, [each.cash_in.minor / 100 for each in money.categories])
    axes.barh(names, [each.cash_out.minor / -100 for each in money.categories])
    axes.set_title(f"{report.day}: {money.net}")
    figure.tight_layout()
    written = io.BytesIO()
    figure.savefig(written, format="png")
    plt.close(figure)
    return written.getvalue()


async def measure() -> list[Figure]:
    """Draw both in turn, warm."""
    report, ours, theirs, picture = _day(), [], [], b""
    for _ in range(ROUNDS):
        began = time.perf_counter()
        picture = _ours(report)
        between = time.perf_counter()
        _pyplot(report)
        ours.append(between - began)
        theirs.append(time.perf_counter() - between)
    warm, peer = percentile(ours[3:], 0.5), percentile(theirs[3:], 0.5)
    return [
        Figure(
            "the day's chart, warm (p50)",
            f"{warm:.0f} ms, {len(picture) // 1024} KB",
            f"{peer:.0f} ms pyplot, tight layout",
            f"< 70 ms (ratio {warm / peer:.2f})",
            warm < 70,
        )
    ]
