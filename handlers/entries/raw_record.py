"""The raw record of an entry, as it came from outside: the end of every way down from a figure."""

import html
import json

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.cards import Setting
from handlers.desk import Desk
from handlers.entries.entry_history import local
from handlers.filters import is_known, is_private
from handlers.input import place_of
from handlers.results.result_callbacks import RawCallback
from locales.words import Words, shorten
from services.cash.see_entry import may_see
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.records.see_raw import see_raw
from services.shop import Shop

RAW_MAX = 3_000
"""So many letters of a record are shown; the rest stays in the books."""

router = Router(name="raw records")
router.callback_query.filter(is_private, is_known)


@router.callback_query(RawCallback.filter())
async def raw_pressed(
    callback: CallbackQuery,
    callback_data: RawCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Show what an entry was made from."""
    chat_id, _ = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    number = callback_data.number
    await desk.reply(await desk.read(lambda books: _shown(books, setting, number)))


def _shown(books: Books, setting: Setting, number: int) -> OutgoingMessage:
    words, posted = setting.words, books.journal.find(number)
    if posted is None:
        return setting.say("entry-none")
    if setting.viewer is None or not may_see(books, posted, setting.viewer):
        return setting.say("not-allowed")
    raw = see_raw(books, posted)
    if raw is None:
        return setting.message(words("raw-none", number=str(number)))
    head = words(
        "raw-came",
        number=str(number),
        source=raw.source,
        name=shorten(raw.external_id),
        at=local(books, raw.received_at),
    )
    lines = [head]
    if raw.record is not None:
        lines.append(
            words("raw-kept", id=str(raw.record.id), digest=raw.record.digest[:_DIGEST_SHOWN])
        )
    told = html.escape(_readable(raw.payload)[:RAW_MAX], quote=False)
    return setting.message("\n".join([*lines, f"<pre>{told}</pre>"]))


_DIGEST_SHOWN = 12


def _readable(payload: bytes) -> str:
    """Put JSON into lines; anything else is shown as it came."""
    text = payload.decode("utf-8", "replace")
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=1)
    except ValueError:
        return text
