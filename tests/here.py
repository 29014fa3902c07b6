"""What only some machines have; a test that needs it is left out elsewhere, and says so."""

import os
import shutil
from pathlib import Path

import pytest

from tests.databases import postgres_is_there

DATA = Path(os.environ.get("TILLY_DATA", "/nowhere"))
"""Files of other projects, which are not copied here."""
HLEDGER = shutil.which("hledger") or "hledger"

needs_data = pytest.mark.skipif("TILLY_DATA" not in os.environ, reason="TILLY_DATA is not set")
needs_hledger = pytest.mark.skipif(
    shutil.which("hledger") is None, reason="hledger is not on the PATH"
)
needs_postgres = pytest.mark.skipif(
    not postgres_is_there(), reason="no PostgreSQL answers at TEST_POSTGRES_URL"
)
