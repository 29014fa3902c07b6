"""How a message is heard: read by the word lists and the shop's memory, unsettled ones advised."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram.types import Message

from handlers.input import entries_on, text_of, waits_on
from handlers.second_opinion import Adviser, second_opinion
from parsing.advances import read_to_account, says_to_account
from parsing.answer import read_amount, read_date
from parsing.lexicon import Lexicon
from parsing.memory import ShopMemory
from parsing.read_message import read_message, read_reply
from parsing.reading import Reading, Understood
from services.shop import Shop
from services.take_message import Heard, Reply


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that it takes to understand what is typed in a shop."""

    shop: Shop
    lexicon: Lexicon
    memory: ShopMemory

    def read(self, message: Message) -> Reading:
        """Read a message by itself."""
        now = self.shop.local(message.date)
        return read_to_account(text_of(message), lambda text: self.read_text(text, now))

    def read_text(self, text: str, now: dt.datetime) -> Reading:
        """Read a text by itself, as of a local time."""
        return read_message(
            text,
            now=now,
            currency=self.shop.base_currency,
            lexicon=self.lexicon,
            memory=self.memory,
        )

    def hears_cash(self, message: Message) -> bool:
        """Tell whether a message is a whole cash entry and not a reply to what was asked."""
        if message.reply_to_message is not None:
            return False
        reading = self.read(message)
        return isinstance(reading, Understood) and reading.is_confident

    async def hear(self, message: Message, reading: Reading, adviser: Adviser) -> Heard:
        """Add to a reading what the message says as a bare answer, as a reply, to an adviser."""
        heard = Heard(reading, None, None, self._reply(message))
        if isinstance(reading, Understood) and reading.is_confident:
            # A whole entry is never the bare answer to a question, so it is not read as one.
            return heard
        text, now = text_of(message), self.shop.local(message.date)
        currency = self.shop.base_currency
        amount = read_amount(text, currency=currency, lexicon=self.lexicon)
        day = read_date(text, now=now, lexicon=self.lexicon)
        is_advance = says_to_account(text)  # no adviser knows of money to account for
        if amount is None and day is None and heard.reply is None and not is_advance:
            reading = await second_opinion(
                reading, text, adviser, now=now, currency=currency, lexicon=self.lexicon
            )
        return replace(heard, reading=reading, amount=amount, day=day)

    def _reply(self, message: Message) -> Reply | None:
        replied = message.reply_to_message
        if replied is None:
            return None
        correction = read_reply(
            text_of(message),
            now=self.shop.local(message.date),
            currency=self.shop.base_currency,
            lexicon=self.lexicon,
        )
        if correction is None:
            return None
        return Reply(correction, replied.message_id, entries_on(replied), waits_on(replied))
