"""How a message is heard: read by the word lists and the shop's memory, unsettled ones advised."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram.types import Message

from handlers.input import text_of
from handlers.second_opinion import Adviser, second_opinion
from handlers.subjects import drafts_on, entries_on, missing_on, receipts_on, waits_on
from parsing.advances import (
    SpentAndBack,
    is_advance,
    read_spent_and_back,
    read_to_account,
    says_to_account,
)
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount, read_date, read_who
from parsing.answers.assent import read_way
from parsing.answers.receipts import read_brought
from parsing.memory.memory import ShopMemory
from parsing.read_message import read_message, read_reply
from parsing.reading import CashDraft, Correction, Reading, files_itself
from services.cash.take_message import Heard, Reply
from services.shop import Shop

ANSWER_WORDS_MAX = 4
"""More words than these tell something of their own."""


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
        return files_itself(self.read(message))

    async def hear(self, message: Message, reading: Reading, adviser: Adviser) -> Heard:
        """Add to a reading what the message says as a bare answer, as a reply, to an adviser."""
        bare = self.bare(message, reading)
        account = None if is_advance(reading) else self._account(message)
        heard = replace(bare, reply=self._reply(message), account=account)
        if files_itself(reading):
            return heard
        text, now = text_of(message), self.shop.local(message.date)
        currency = self.shop.base_currency
        is_answer = heard.amount is not None or heard.day is not None or heard.reply is not None
        # No adviser knows of money to account for.
        if not is_answer and not says_to_account(text) and not is_advance(reading):
            reading = await second_opinion(
                reading, text, adviser, now=now, currency=currency, lexicon=self.lexicon
            )
        return replace(heard, reading=reading)

    def bare(self, message: Message, reading: Reading) -> Heard:
        """Add to a reading what the message says as a bare answer: an amount, a day, a name."""
        if files_itself(reading):
            # A whole entry is never the bare answer to a question, so it is not read as one.
            return Heard(reading, None, None)
        text, now = text_of(message), self.shop.local(message.date)
        amount = read_amount(text, currency=self.shop.base_currency, lexicon=self.lexicon)
        day = read_date(text, now=now, lexicon=self.lexicon)
        who = read_who(text, lexicon=self.lexicon)
        return Heard(reading, amount, day, who=who, what=self.what(text, now))

    def what(self, text: str, now: dt.datetime) -> Correction | None:
        """Read a few words without a figure as an answer: "went out", "to the courier"."""
        words = text.split()
        if len(words) > ANSWER_WORDS_MAX or any(map(str.isdecimal, text)):
            return None
        currency = self.shop.base_currency
        way = read_way(text)
        if way is not None:
            return Correction(CashDraft(None, way, None, None))
        said = read_reply(text, now=now, currency=currency, lexicon=self.lexicon)
        return None if said is None or said.is_cancelled else said

    def _account(self, message: Message) -> SpentAndBack | None:
        text, now = text_of(message), self.shop.local(message.date)
        is_reply = message.reply_to_message is not None

        def read(part: str) -> Reading:
            return self.read_text(part, now)

        told = read_spent_and_back(text, read)
        return told or read_brought(text, read, is_of_advance=is_reply)

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
        drafts = drafts_on(replied)
        missing = missing_on(replied)
        if correction is None and not drafts and missing is None:
            return None
        entries, waits = entries_on(replied), waits_on(replied)
        receipts = receipts_on(replied)
        return Reply(correction, replied.message_id, entries, waits, drafts, missing, receipts)
