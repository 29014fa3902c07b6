"""The house's own rules, run as tests."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from bot.command_line.main import _COMMANDS
from bot.settings import Settings
from handlers.command_menu import all_commands

HOUSE = Path(__file__).parent.parent
ROOMS = (
    "alerts", "bot", "categorisation", "handlers", "jobs", "ledger", "locales", "parsing",
    "reconciliation", "reports", "sandbox", "services", "sources", "storage", "web",
)  # fmt: skip
FILES = [path for room in ROOMS for path in sorted((HOUSE / room).rglob("*.py"))]
FLOATS_IN = {"reports", "sandbox", "bot", "web", "categorisation"}
"""Pictures, seconds, chances: money is in none of them."""


def relative(path: Path) -> str:
    return str(path.relative_to(HOUSE))


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_a_file_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_a_function_is_short(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


@pytest.mark.parametrize(
    "path", [path for path in FILES if relative(path).split("/")[0] not in FLOATS_IN], ids=relative
)
def test_money_rooms_know_no_float(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float))
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        assert not (is_call and node.func.id in {"float", "round"})  # type: ignore[attr-defined]


def test_only_the_database_rooms_commit() -> None:
    for path in FILES:
        if relative(path).startswith("storage/"):
            continue
        assert ".commit(" not in path.read_text(encoding="utf-8"), path


def test_the_settings_are_the_ones_that_env_example_explains() -> None:
    text = (HOUSE / ".env.example").read_text(encoding="utf-8")
    explained = set(re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", text, flags=re.MULTILINE))
    assert explained == {name.upper() for name in Settings.model_fields}


def test_each_command_of_the_chat_is_in_the_readme() -> None:
    text = (HOUSE / "README.md").read_text(encoding="utf-8")
    missing = [command for command in all_commands() if f"/{command}" not in text]
    assert missing == []


def test_each_command_of_the_terminal_is_documented() -> None:
    text = (HOUSE / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [name for name in _COMMANDS if f"tilly {name}" not in text] == []


def test_each_dependency_says_why_it_is_there() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    text = (HOUSE / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    names = [re.split(r"[\[=<> ]", each)[0].lower() for each in wanted]
    assert [name for name in names if name not in text] == []


def test_nothing_names_a_registry_or_a_path_of_a_machine() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "Makefile"):
        text = (HOUSE / name).read_text(encoding="utf-8")
        assert not re.search(
            r"--index-url|--find-links|--trusted-host|file://|/home/|/root/", text
        )
