"""A CRM's events: only with the token, only as hints."""

from collections.abc import AsyncIterator, Mapping

import aiohttp
import pytest

from services.crm.crm_ports import Hint
from services.ports import StorageError
from sources.bitrix24.events import hint_of
from web.crm_hook import crm_hook_route
from web.server import WebServer

TOKEN = "token-of-events"  # noqa: S105 - of a play


class Hook:
    """A served hook, and what it heard."""

    def __init__(self) -> None:
        self.heard: list[Mapping[str, str]] = []
        self.is_down = False
        self.server = WebServer("127.0.0.1", 0, [crm_hook_route("/crm", TOKEN, self._take)])

    async def _take(self, form: Mapping[str, str]) -> None:
        if self.is_down:
            raise StorageError("busy")
        self.heard.append(form)

    async def post(self, token: str | None = TOKEN, **data: str) -> int:
        form = dict(data) | ({} if token is None else {"auth[application_token]": token})
        url = f"http://127.0.0.1:{self.server.port}/crm"
        async with aiohttp.ClientSession() as session, session.post(url, data=form) as response:
            return response.status


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    opened = Hook()
    await opened.server.start()
    yield opened
    await opened.server.stop()


async def test_an_event_with_the_token_is_taken(hook: Hook) -> None:
    assert await hook.post(event="ONCRMDEALUPDATE") == 200
    assert hook.heard[0]["event"] == "ONCRMDEALUPDATE"


@pytest.mark.parametrize("token", ["", "other", None, TOKEN + "x", "ü"])
async def test_without_the_token_nothing_is_taken(hook: Hook, token: str | None) -> None:
    assert await hook.post(token, event="ONCRMDEALUPDATE") == 401
    assert hook.heard == []


async def test_books_that_are_away_are_said_to_be(hook: Hook) -> None:
    hook.is_down = True
    assert await hook.post(event="ONCRMDEALUPDATE") == 503


def test_a_hook_needs_a_token() -> None:
    with pytest.raises(ValueError, match="need a token"):
        crm_hook_route("/crm", "", Hook()._take)  # noqa: SLF001 - any would do


@pytest.mark.parametrize(
    ("event", "fields", "hint"),
    [
        ("ONCRMDEALUPDATE", {"ID": "759"}, Hint("deal", 759)),
        ("oncrmdealadd", {"ID": "1"}, Hint("deal", 1)),
        ("ONCRMDEALMOVETOCATEGORY", {"ID": "4", "CATEGORY_ID": "2"}, Hint("deal", 4)),
        ("ONCRMCONTACTDELETE", {"ID": "5"}, Hint("contact", 5)),
        ("ONCRMCOMPANYADD", {"ID": "6"}, Hint("company", 6)),
        ("ONCRMDYNAMICITEMUPDATE", {"ID": "7", "ENTITY_TYPE_ID": "1036"}, Hint("item:1036", 7)),
        ("ONCRMDYNAMICITEMUPDATE", {"ID": "7"}, None),
        ("ONSALEORDERSAVED", {"ID": "8", "ACTION": "ADD"}, Hint("shop_order", 8)),
        ("ONCRMLEADADD", {"ID": "9"}, None),
        ("ONCRMDEALUPDATE", {"ID": "-1"}, None),
        ("ONCRMDEALUPDATE", {"ID": "9" * 40}, None),
        ("ONCRMDEALUPDATE", {}, None),
    ],
)
def test_an_event_says_which_record_to_look_at(
    event: str, fields: dict[str, str], hint: Hint | None
) -> None:
    form = {"event": event} | {f"data[FIELDS][{name}]": each for name, each in fields.items()}
    assert hint_of(form) == hint
