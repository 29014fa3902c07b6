"""The chat page: served whole, from here alone, and careful with what it shows."""

import re
from pathlib import Path

import pytest

from sandbox.server import PAGE
from tests.sandbox.stage import Stage

FILES = sorted(path.name for path in PAGE.iterdir())


async def test_the_page_is_served(stage: Stage) -> None:
    async with stage.http.get(stage.server.page_url) as answer:
        assert answer.status == 200
        assert answer.content_type == "text/html"
        assert 'src="/page/app.js"' in await answer.text()


@pytest.mark.parametrize("name", FILES)
async def test_every_file_of_the_page_is_served_as_what_it_is(stage: Stage, name: str) -> None:
    kinds = {"html": "text/html", "css": "text/css", "js": "javascript"}
    async with stage.http.get(f"{stage.base_url}/page/{name}") as answer:
        assert answer.status == 200
        assert kinds[name.rpartition(".")[2]] in answer.content_type


@pytest.mark.parametrize("name", FILES)
def test_the_page_needs_no_other_host_and_reads_no_data_as_markup(name: str) -> None:
    content = (PAGE / name).read_text()
    assert not re.search(r"""(?:src|href|url|import|from)\s*[=(]?\s*["'(]?https?://""", content)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", content)


def test_every_import_is_there() -> None:
    for path in PAGE.glob("*.js"):
        for wanted in re.findall(r'from "\./([\w.]+)"', path.read_text()):
            assert (PAGE / wanted).is_file(), f"{path.name} wants {wanted}"


def test_no_module_is_long() -> None:
    assert all(len(Path(each).read_text().splitlines()) <= 400 for each in PAGE.iterdir())


async def test_documents_are_downloaded_and_never_shown_as_pages(stage: Stage) -> None:
    sent = await stage.chat.sends_document(b"<script>alert(1)</script>", name='a"b.html')
    url = f"{stage.base_url}/sandbox/files/{sent.document}"
    async with stage.http.get(url) as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
