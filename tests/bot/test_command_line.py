import asyncio
import json
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.command_line.main import main
from bot.lock import ProcessLock
from services.intake.bring_documents import bring_documents
from storage.database import open_database, sqlite_path
from tests.bot.fake_telegram import TOKEN
from tests.papers import order, told
from tests.shop import DAY, SYSTEM


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Commands read .env and the environment of where they run, so a test runs them elsewhere.
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_BOT_TOKEN", "DATABASE_URL", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)


def tilly(*arguments: str, entered: str = "", **environment: str) -> Result:
    return CliRunner().invoke(main, arguments, input=entered, env=environment)


def test_help_is_quick_and_imports_nothing_heavy() -> None:
    script = (
        "import sys, bot.command_line.main as m\n"
        "try: m.main(['--help'])\n"
        "finally: print(sorted(sys.modules.keys() & {'aiogram', 'sqlalchemy', 'pydantic'}))"
    )
    started = time.perf_counter()
    shown = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert shown.stdout.endswith("[]\n")
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "command",
    [
        "run",
        "demo",
        "parse",
        "categorise",
        "report day",
        "report days",
        "ask",
        "report order",
        "agree",
        "export",
        "import",
        "verify",
        "doctor",
        "backup",
        "restore",
    ],
)
def test_every_help_teaches_by_example(command: str) -> None:
    shown = tilly(*command.split(), "--help")
    assert shown.exit_code == 0
    assert "Examples:" in shown.output


def test_an_unknown_command_is_refused() -> None:
    assert tilly("conquer").exit_code == 2


def test_run_without_a_token_offers_the_demo() -> None:
    shown = tilly("run")
    assert shown.exit_code == 2
    assert "tilly demo" in shown.output


def test_run_with_a_wrong_setting_names_it() -> None:
    shown = tilly("run", HTTP_PORT="high", TELEGRAM_BOT_TOKEN=TOKEN)
    assert shown.exit_code == 2
    assert "HTTP_PORT" in shown.output
    assert "Traceback" not in shown.output


def test_parse_reads_a_message() -> None:
    shown = tilly("parse", "yesterday gave the installer 250", "--now", "2026-11-20T14:05")
    assert shown.output == "out, 250.00 UAH, installer_services, 2026-11-19\n"


def test_parse_explains() -> None:
    shown = tilly("parse", "--explain", "gave the installer 250")
    assert "understood" in shown.output
    assert "'250'" in shown.output


def test_parse_reads_lines() -> None:
    line = json.dumps({"id": "a", "text": "fuel 800", "now": "2026-11-20T14:05:00"})
    shown = tilly("parse", "--jsonl", entered=f"{line}\n\n{line}\n")
    found = [json.loads(each) for each in shown.stdout.splitlines()]
    assert [each["id"] for each in found] == ["a", "a"]
    assert set(found[0]) == {"id", "kind", "entries", "missing", "confident"}


@pytest.mark.parametrize(
    ("arguments", "entered", "said"),
    [
        (["parse"], "", "no text"),
        (["parse", "x", "--now", "noon"], "", "no time"),
        (["parse", "x", "--zone", "Mars/Base"], "", "no time zone"),
        (["parse", "x", "--currency", "XXQ"], "", "no currency"),
        (["parse", "--jsonl"], "nonsense\n", "Line 1"),
        (["parse", "--jsonl"], '{"text": 5}\n', "Line 1"),
    ],
)
def test_wrong_input_to_parse_is_told(arguments: list[str], entered: str, said: str) -> None:
    shown = tilly(*arguments, entered=entered)
    assert shown.exit_code == 2
    assert said in shown.output


@pytest.mark.parametrize("command", ["verify", "report day", "export csv"])
def test_without_books_a_command_says_how_to_get_some(command: str) -> None:
    shown = tilly(*command.split())
    assert shown.exit_code == 1
    assert "There are no books" in shown.output
    assert "tilly demo" in shown.output


def test_a_database_of_another_kind_is_refused() -> None:
    shown = tilly("verify", DATABASE_URL="mysql://localhost/x")
    assert shown.exit_code == 2
    assert "DATABASE_URL" in shown.output


def test_verify_proves_good_books(sqlite_url: str) -> None:
    shown = tilly("verify", DATABASE_URL=sqlite_url)
    assert (shown.exit_code, shown.output) == (0, "The books hold.\n")
    as_json = tilly("verify", "--json", DATABASE_URL=sqlite_url)
    assert json.loads(as_json.stdout) == {"ok": True, "findings": []}


def test_a_day_is_reported_as_a_table_and_as_json(shop_url: str) -> None:
    table = tilly("report", "day", "yesterday", DATABASE_URL=shop_url)
    found = json.loads(tilly("report", "day", "yesterday", "--json", DATABASE_URL=shop_url).stdout)
    base = next(each for each in found["currencies"] if each["currency"] == "UAH")
    assert table.exit_code == 0
    assert found["day"][:4] in table.output
    amounts = {name: Decimal(base[name]["amount"]) for name in ("net", "cash_in", "cash_out")}
    assert amounts["net"] == amounts["cash_in"] - amounts["cash_out"]
    closing = sum(Decimal(each["closing"]["amount"]) for each in base["tills"])
    assert Decimal(base["closing"]["amount"]) == closing


def test_a_day_is_drawn(shop_url: str, tmp_path: Path) -> None:
    picture = tmp_path / "day.png"
    assert tilly("report", "day", "--png", str(picture), DATABASE_URL=shop_url).exit_code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    nowhere = tilly("report", "day", "--png", str(tmp_path / "no" / "x"), DATABASE_URL=shop_url)
    assert (nowhere.exit_code, "cannot be written" in nowhere.output) == (1, True)


def test_a_date_that_is_none_is_refused(shop_url: str) -> None:
    shown = tilly("report", "day", "someday", DATABASE_URL=shop_url)
    assert (shown.exit_code, "is no date" in shown.output) == (2, True)


@pytest.mark.parametrize("name", ["beancount", "hledger", "csv"])
def test_the_books_are_exported(shop_url: str, tmp_path: Path, name: str) -> None:
    target = tmp_path / "books.out"
    to_file = tilly("export", name, "-o", str(target), DATABASE_URL=shop_url)
    to_terminal = tilly("export", name, DATABASE_URL=shop_url)
    assert to_file.exit_code == to_terminal.exit_code == 0
    assert len(target.read_text(encoding="utf-8").splitlines()) > 100
    assert sorted(tmp_path.glob("*.partial")) == []


def test_an_unknown_format_names_the_known(shop_url: str) -> None:
    shown = tilly("export", "papyrus", DATABASE_URL=shop_url)
    assert shown.exit_code == 2
    assert "beancount" in shown.output


def test_a_report_of_no_shop_is_refused(sqlite_url: str) -> None:
    shown = tilly("report", "day", DATABASE_URL=sqlite_url)
    assert shown.exit_code == 1
    assert "not set up" in shown.output


def test_a_copy_is_made_and_brought_back(sqlite_url: str, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.sqlite3")
    assert tilly("backup", copy, DATABASE_URL=sqlite_url).exit_code == 0
    assert tilly("backup", copy, DATABASE_URL=sqlite_url).exit_code == 1
    nowhere = tilly("backup", str(tmp_path / "no" / "copy"), DATABASE_URL=sqlite_url)
    assert (nowhere.exit_code, "there is no folder" in nowhere.output) == (1, True)
    shown = tilly("restore", copy, entered="y\n", DATABASE_URL=sqlite_url)
    assert shown.exit_code == 0
    assert "The books are back" in shown.output


def test_nothing_is_brought_back_while_the_bot_runs(sqlite_url: str, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.sqlite3")
    tilly("backup", copy, DATABASE_URL=sqlite_url)
    with ProcessLock(sqlite_path(sqlite_url)):
        shown = tilly("restore", copy, "--yes", DATABASE_URL=sqlite_url)
    assert shown.exit_code == 1
    assert "another Tilly (process" in shown.output


def test_restore_asks_first(sqlite_url: str, tmp_path: Path) -> None:
    copy = tmp_path / "x"
    missing = tilly("restore", str(copy), DATABASE_URL=sqlite_url)
    assert (missing.exit_code, "does not exist" in missing.output) == (2, True)
    copy.write_bytes(b"")
    shown = tilly("restore", str(copy), entered="n\n", DATABASE_URL=sqlite_url)
    assert shown.exit_code == 1
    assert "Replace the books" in shown.output


def test_the_doctor_gives_every_line_and_advice(sqlite_url: str) -> None:
    shown = tilly("doctor", "--json", DATABASE_URL=sqlite_url)
    checks = {each["name"]: each for each in json.loads(shown.stdout)["checks"]}
    assert shown.exit_code == 0
    assert checks["database"]["health"] == "ok"
    assert checks["settings"]["advice"]
    assert set(checks) == {
        "settings", "time zones", "database", "process", "disk", "shop", "inbox", "banks", "crm",
        "telegram", "updates", "language model",
    }  # fmt: skip


def test_the_doctor_warns_when_the_language_model_is_away(sqlite_url: str) -> None:
    shown = tilly(
        "doctor", DATABASE_URL=sqlite_url, LLM_MODEL="m", LLM_API_KEY="sk-secret",
        LLM_BASE_URL="http://127.0.0.1:9/v1",
    )  # fmt: skip
    assert "warn language model" in shown.output
    assert "APIConnectionError" in shown.output
    assert "sk-secret" not in shown.output


def test_the_doctor_looks_for_a_voice_model_alone(sqlite_url: str) -> None:
    shown = tilly(
        "doctor", DATABASE_URL=sqlite_url, LLM_VOICE_MODEL="v",
        LLM_BASE_URL="http://127.0.0.1:9/v1",
    )  # fmt: skip
    assert "warn language model" in shown.output


def test_the_doctor_fails_when_telegram_is_away(sqlite_url: str) -> None:
    shown = tilly(
        "doctor", DATABASE_URL=sqlite_url, TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL="http://127.0.0.1:9",
    )  # fmt: skip
    assert shown.exit_code == 1
    assert "fail telegram" in shown.output
    assert TOKEN.partition(":")[2] not in shown.output


def test_an_order_is_reported_with_its_entries(shop_url: str) -> None:
    async def bring() -> None:
        database = await open_database(shop_url)
        await database.write(lambda books: books.documents.post_from(DAY.replace(day=1)))
        await database.write(lambda books: bring_documents(books, [told(order())], SYSTEM))
        await database.close()

    asyncio.run(bring())
    shown = tilly("report", "order", "N-410", DATABASE_URL=shop_url)
    assert "Customers owe" in shown.output
    found = json.loads(tilly("report", "order", "410", "--json", DATABASE_URL=shop_url).stdout)
    (entry,) = found["entries"]
    assert [each["amount"] for each in entry["postings"]] == ["1200.00", "-1200.00"]
    assert tilly("report", "order", "9", DATABASE_URL=shop_url).exit_code == 2
