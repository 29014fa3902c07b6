"""The house's own rules, run as tests."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bot.command_line.main import _COMMANDS
from bot.settings import Settings
from handlers.command_menu import commands_of
from services.people import Person, Role

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


def faults(rule: Callable[[str], Iterable[object]], files: Iterable[Path] = FILES) -> list[str]:
    """Give each file that breaks a rule, with what is wrong in it.

    One test a rule rather than one a file: fifteen hundred tests cost more to collect than to run.
    """
    return [
        f"{relative(path)}: {fault}"
        for path in files
        for fault in rule(path.read_text(encoding="utf-8"))
    ]


def test_a_file_is_short_and_says_what_it_is_for() -> None:
    def wrong(text: str) -> Iterator[object]:
        if text.count("\n") > 400:
            yield "has more than 400 lines"
        if not re.match(r'"""[^"]', text):
            yield "does not say what it is for"

    assert faults(wrong) == []


def test_a_function_is_short() -> None:
    def wrong(text: str) -> Iterator[object]:
        if text.count("\n") < 50:
            return
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if (node.end_lineno or 0) - node.lineno >= 50:
                yield f"{node.name} has 50 lines or more"

    assert faults(wrong) == []


def test_money_rooms_know_no_float() -> None:
    may_have_one = re.compile(r"\d\.|\.\d|\d[eE]|\bfloat\b|\bround\b")

    def wrong(text: str) -> Iterator[object]:
        if not may_have_one.search(text):
            return
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, float):
                yield f"line {node.lineno}: {node.value}"
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if is_call and node.func.id in {"float", "round"}:  # type: ignore[attr-defined]  # looked at above
                yield f"line {node.lineno}: {node.func.id}()"  # type: ignore[attr-defined]  # looked at above

    rooms_of_money = [each for each in FILES if relative(each).split("/")[0] not in FLOATS_IN]
    assert faults(wrong, rooms_of_money) == []


def test_only_the_database_rooms_commit() -> None:
    for path in FILES:
        if relative(path).startswith("storage/"):
            continue
        assert ".commit(" not in path.read_text(encoding="utf-8"), path


def test_the_settings_are_the_ones_that_env_example_explains() -> None:
    text = (HOUSE / ".env.example").read_text(encoding="utf-8")
    explained = set(re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", text, flags=re.MULTILINE))
    assert explained == {name.upper() for name in Settings.model_fields}


def test_the_readme_tells_each_role_its_commands() -> None:
    text = (HOUSE / "README.md").read_text(encoding="utf-8")
    rows = {
        who: set(re.findall(r"`/(\w+)`", commands))
        for who, commands in re.findall(r"^\| (\w+) \|.*\|(.*)\|$", text, flags=re.MULTILINE)
    }
    told = {role: rows["everybody"] | rows.get(role.value, set()) for role in Role}
    told[Role.OWNER] = set().union(*rows.values())
    for role in Role:
        hers = {*commands_of(Person(1, 1, "Olha", role, "uk")), "start"}
        assert told[role] == hers | ({"leadership"} if role is Role.OWNER else set()), role


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
