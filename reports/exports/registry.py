"""Every file format the books can be written in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ledger.accounts import Chart
from ledger.journal import PostedEntry
from reports.exports.beancount import export_beancount
from reports.exports.csv_file import export_csv
from reports.exports.hledger import export_hledger

Exporter = Callable[[Chart, str, Iterable[PostedEntry]], Iterator[str]]
"""Takes the chart, the base currency and the entries; gives the file's text piece by piece."""

EXPORTS: Final[Mapping[str, Exporter]] = MappingProxyType(
    {
        "beancount": export_beancount,
        "csv": export_csv,
        "hledger": export_hledger,
    }
)
"""Format to what writes it; the format is the file's extension as well."""
