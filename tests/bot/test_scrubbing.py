import io
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog
from aiogram.exceptions import ClientDecodeError
from aiohttp import ClientConnectorError
from aiohttp.client_reqrep import ConnectionKey
from pydantic import BaseModel, ValidationError

from bot.log import set_up_log
from bot.scrubbing import scrub
from tests.bot.fake_telegram import TOKEN


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    set_up_log(level="INFO", form="json", stream=stream)
    yield stream
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"https://api.telegram.org/bot{TOKEN.replace(':', '%3A')}/getMe",
        "4149 4993 1234 5678",
        "4149-4993-1234-5678",
        "4149499312345678",
        "+380 67 123 45 67",
        "+38(067)123-45-67",
        "067 123 45 67",
        "0671234567",
        "UA213223130000026007233566001",
        "UA21 3223 1300 0002 6007 2335 6600 1",
        "de89 3704 0044 0532 0130 00",
        "26007233566001",
        "postgresql://tilly:s3cret-pass@db.example.org/books",
    ],
)
def test_a_secret_never_passes(secret: str) -> None:
    cleaned = scrub(f"trouble with {secret} today")
    digits = [run for run in cleaned.replace("-", " ").split() if run.isdecimal()]
    assert secret not in cleaned
    assert TOKEN.partition(":")[2] not in cleaned
    assert "s3cret" not in cleaned
    assert digits == []
    assert cleaned.startswith("trouble with ")
    assert cleaned.endswith(" today")


@pytest.mark.parametrize(
    "harmless",
    ["2026-11-20 22:51:42.123456", "2026-11-20T22:51", "127.0.0.1:8080", "entry 12, 3 of 4"],
)
def test_what_is_no_secret_stays(harmless: str) -> None:
    assert scrub(harmless) == harmless


class _Strict(BaseModel):
    amount: int


_WRITTEN = "paid Ihor from card"


def _refused() -> Exception:
    try:
        _Strict.model_validate({"amount": _WRITTEN})
    except ValidationError as error:
        return error
    raise AssertionError


def _decoding() -> Exception:
    return ClientDecodeError("Failed to decode object", ValueError("x"), "gave Ihor 250\nsecond")


def _connecting() -> Exception:
    key = ConnectionKey(f"/bot{TOKEN}/getMe", 443, is_ssl=False, ssl=True, proxy=None,
                        proxy_auth=None, proxy_headers_hash=None)  # fmt: skip
    return ClientConnectorError(key, OSError(1, f"https://api.telegram.org/bot{TOKEN}/getMe"))


@pytest.mark.parametrize("make", [_refused, _decoding, _connecting])
def test_what_libraries_say_of_errors_is_cleaned(
    log: io.StringIO, make: Callable[[], Exception]
) -> None:
    error = make()
    logging.getLogger("asyncio").error("Task exception was never retrieved", exc_info=error)
    structlog.get_logger().error("failed", error=error, exc_info=error)
    written = log.getvalue()
    assert written.count("\n") == 2
    assert "Ihor" not in written
    assert "second" not in written
    assert TOKEN.partition(":")[2] not in written


def test_a_log_line_carries_its_update(log: io.StringIO) -> None:
    with structlog.contextvars.bound_contextvars(update=41, chat="7"):
        structlog.get_logger().info("handled")
    assert '"update": 41' in log.getvalue()
    assert '"chat": "7"' in log.getvalue()
