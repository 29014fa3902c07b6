"""The year's report as beancount makes it: python -m bench.beancount_year FILE YEAR."""

import json
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

ROOTS = ("Income:", "Expenses:")


def year_of(path: Path, year: int) -> dict[str, str]:
    """Read a file and sum what a year moved on each account of the result."""
    from beancount import loader
    from beancount.core.data import Transaction

    loader.initialize(use_cache=False)
    directives, errors, _ = loader.load_file(str(path))
    if errors:
        raise ValueError(str(errors[0]))
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in directives:
        if isinstance(each, Transaction) and each.date.year == year:
            for leg in each.postings:
                if leg.account.startswith(ROOTS) and leg.units and leg.units.number is not None:
                    sums[leg.account] += Decimal(leg.units.number)
    return {account: str(amount) for account, amount in sums.items() if amount}


if __name__ == "__main__":
    print(json.dumps(year_of(Path(sys.argv[1]), int(sys.argv[2]))))
