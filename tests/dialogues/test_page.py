"""docs/conversations.md shows each dialogue as people see it, made from the words of today."""

from pathlib import Path

import pytest

from ledger.accounts import LANGUAGES
from storage.database import open_database
from tests.databases import SqliteTemplate
from tests.dialogues.scenes import SCENES
from tests.dialogues.stage import Stage, page_of
from tests.dialogues.steps import Scene
from tests.shop import lexicon

PAGE = Path(__file__).parents[2] / "docs" / "conversations.md"
SHORT = 22
"""So many characters of a button are seen where two stand in a row on a telephone."""
HEAD = """# Conversations

Each dialogue as a person sees it, in the three languages. `make snapshots` writes this page anew
from the handlers and the locale files; a test holds it true. Buttons stand in `boxes`; a crossed
one cannot be pressed any more; ✎ is an edited message, 📷 a photo, ↩ a reply to the card before,
▦ a table of the newest apps. 👍 or 🤔 beside a name is set under what that person wrote, ⌫ takes
it back. What the clock does is *slanted*.
"""


async def told(scene: Scene, template: SqliteTemplate, folder: Path) -> dict[str, list[str]]:
    """Play a scene in each language."""
    seen = {}
    for language in LANGUAGES:
        (folder / language).mkdir(parents=True)
        database = await open_database(template.fresh(folder / language))
        stage = Stage(database, lexicon(), language)
        try:
            await stage.set_up(is_new=scene.is_new)
            for step in scene.steps:
                await stage.play(step)
        finally:
            await database.close()
        seen[language] = stage.lines
    return seen


def part_of(page: str, title: str) -> str:
    """Give what a page says under a title."""
    _, _, after = page.partition(f"## {title}\n")
    return f"## {title}\n" + after.partition("\n## ")[0].rstrip("\n")


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.title)
async def test_the_page_shows_the_dialogue_as_it_is(
    scene: Scene, sqlite_template: SqliteTemplate, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    now = page_of(scene, await told(scene, sqlite_template, tmp_path))
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    if request.config.getoption("--snapshot-update"):
        kept = {each.title: part_of(page, each.title) for each in SCENES}
        kept[scene.title] = now
        PAGE.write_text("\n\n".join((HEAD.rstrip(), *kept.values())) + "\n", encoding="utf-8")
        return
    assert part_of(page, scene.title) == now, "run `make snapshots` and look at the difference"


def test_buttons_that_share_a_row_are_short() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = [each for line in page.splitlines() for each in line.split("<br>")]
    shared = [each.strip("~`") for row in rows if "`&nbsp;" in row for each in row.split("&nbsp;")]
    assert shared
    assert [each for each in shared if len(each) > SHORT] == []


def test_the_page_shows_nothing_else() -> None:
    page = PAGE.read_text(encoding="utf-8")
    titles = [line[3:] for line in page.splitlines() if line.startswith("## ")]
    assert titles == [scene.title for scene in SCENES]
    assert page.startswith(HEAD)
