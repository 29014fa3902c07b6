"""tilly agree: the links that a bank's client opens, and what the settings get."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.clock import SystemClock
from bot.command_line.main import main
from sandbox.banks.faults import Fault
from sandbox.banks.gocardless import GoCardlessStandIn
from sandbox.banks.monobank import MonobankStandIn
from sandbox.banks.server import BanksServer

PAIR = f"{GoCardlessStandIn.secret_id}:{GoCardlessStandIn.secret_key}"


@pytest.fixture
def gocardless() -> GoCardlessStandIn:
    return GoCardlessStandIn(SystemClock().now)


@pytest_asyncio.fixture
async def banks(gocardless: GoCardlessStandIn) -> AsyncIterator[str]:
    monobank = MonobankStandIn(SystemClock().now)
    monobank.prove = lambda request: "X-Sign" in request.headers
    server = BanksServer([gocardless, monobank])
    await server.start()
    yield server.base_url
    await server.stop()


async def agree(banks: str, *words: str, **settings: str) -> Result:
    env = {"TILLY_BANK_STAND_INS": banks, **settings}
    return await asyncio.to_thread(CliRunner().invoke, main, ["agree", *words], env=env)


async def test_an_agreement_is_begun(banks: str) -> None:
    shown = await agree(banks, "gocardless", "--country", "LV", TILLY_BANK_GOCARDLESS=PAIR)
    assert "SANDBOXFINANCE_SFIN0000" in shown.output
    shown = await agree(banks, "gocardless", "SANDBOXFINANCE_SFIN0000", TILLY_BANK_GOCARDLESS=PAIR)
    assert "https://ob.gocardless.com/psd2/start/" in shown.output
    wanted = f"TILLY_BANK_GOCARDLESS_AGREEMENTS={GoCardlessStandIn.requisition}"
    assert wanted in shown.output
    assert shown.exit_code == 0


async def test_access_to_monobank_is_asked_for(banks: str, tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    key = ec.generate_private_key(ec.SECP256K1())
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    shown = await agree(banks, "monobank", TILLY_BANK_CORPORATE_KEY=str(path))
    assert "https://mbnk.app/" in shown.output
    assert "TILLY_BANK_CORPORATE=request-1" in shown.output


async def test_what_goes_wrong_is_said_in_words(
    banks: str, gocardless: GoCardlessStandIn, tmp_path: Path
) -> None:
    shown = await agree(banks, "gocardless")
    assert (shown.exit_code, "TILLY_BANK_GOCARDLESS=id:key" in shown.output) == (2, True)
    shown = await agree(banks, "monobank")
    assert (shown.exit_code, "TILLY_BANK_CORPORATE_KEY" in shown.output) == (2, True)
    shown = await agree(banks, "gocardless", TILLY_BANK_GOCARDLESS="a:hush")
    assert (shown.exit_code, "refused" in shown.output) == (1, True)
    assert "hush" not in shown.output
    path = tmp_path / "key.pem"
    path.write_text("hello", encoding="utf-8")
    shown = await agree(banks, "monobank", TILLY_BANK_CORPORATE_KEY=str(path))
    assert "it is no private key" in shown.output
    gocardless.faults.plan(Fault.BROKEN)
    shown = await agree(banks, "gocardless", TILLY_BANK_GOCARDLESS=PAIR)
    assert "down" in shown.output
