"""The commands that stay: started as a process, stopped by a signal."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bot.fake_telegram import TOKEN

ROOT = Path(__file__).parents[2]


@contextmanager
def tilly(folder: Path, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot.command_line.main", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line_with(process: subprocess.Popen[str], text: str) -> str:
    assert process.stderr is not None
    return next(line for line in process.stderr if text in line)


def test_the_demo_prints_one_address_and_stops_cleanly(tmp_path: Path) -> None:
    with tilly(tmp_path, "demo", "--port", "0") as process:
        line_with(process, "Ctrl-C")
        process.send_signal(signal.SIGINT)
        shown, troubles = process.communicate(timeout=30)
    assert len(re.findall(r"http://127\.0\.0\.1:\d+/\S+", shown)) == 1
    assert len(shown.splitlines()) == 4
    assert "Traceback" not in troubles
    assert process.returncode == 0


def test_the_bot_runs_without_a_network_and_stops_cleanly(tmp_path: Path) -> None:
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": "http://127.0.0.1:9",
        "HTTP_PORT": "0",
    }
    with tilly(tmp_path, "run", **settings) as process:
        started = line_with(process, "Tilly is running")
        address = started.partition("(")[2].partition(")")[0]
        with urllib.request.urlopen(address) as health:  # noqa: S310 - our own loopback
            assert health.status == 200
        with tilly(tmp_path, "run", **settings) as second:
            _, refusal = second.communicate(timeout=30)
        assert "another Tilly (process" in refusal
        process.send_signal(signal.SIGTERM)
        shown, troubles = process.communicate(timeout=30)
    assert re.search(r"become one: [A-Z0-9]{4}-[A-Z0-9]{4}\n", shown)
    assert "Traceback" not in troubles
    assert TOKEN.partition(":")[2] not in troubles + shown
    assert process.returncode == 0
    with sqlite3.connect(tmp_path / "data" / "tilly.sqlite3") as books:
        assert books.execute("PRAGMA quick_check").fetchone() == ("ok",)
    books.close()


@pytest.mark.parametrize("flag", [[], ["--or-demo"]])
def test_without_a_token_the_demo_is_offered_or_run(tmp_path: Path, flag: list[str]) -> None:
    with tilly(tmp_path, "run", *flag) as process:
        assert "no TELEGRAM_BOT_TOKEN" in line_with(process, "TELEGRAM_BOT_TOKEN")
        if flag:
            line_with(process, "Ctrl-C")
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert process.returncode == (0 if flag else 2)
