"""Somebody goes through exceptions: what each button, and what he writes, comes to."""

import datetime as dt
from dataclasses import dataclass

from handlers.approvals.approval_news import approval_news, waiting_replies
from handlers.callbacks import ExceptionCallback
from handlers.cards import Setting
from handlers.desk import Replies
from handlers.exceptions.exception_buttons import Maker
from handlers.exceptions.exception_cards import (
    EXCEPTION,
    ask_card,
    chain_card,
    found_card,
    item_card,
    list_card,
    people_card,
    raw_card,
)
from handlers.exceptions.exception_news import ended_news, given_news, inquiry_news
from handlers.exceptions.inquiry_cards import said_in
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions.answer_inquiry import take_answer
from services.exceptions.exception_ports import ExceptionItem
from services.exceptions.exceptions import ExceptionSeen, list_exceptions, see_exception
from services.exceptions.file_order_cash import Told
from services.exceptions.inquire import Inquired, ask_on_deal, ask_person, manager_of
from services.exceptions.inquiry_ports import answered_of
from services.exceptions.pick_record import (
    Found,
    Shares,
    SharesDiffer,
    money_in,
    pick_records,
    record_named,
)
from services.exceptions.resolve_exception import (
    AboveLimit,
    Resolved,
    assign_exception,
    explain_exception,
    link_exception,
    settle_split,
    snooze_exception,
    unlink_exception,
    write_off,
)
from services.matching.decide_link import split_money
from services.messages import Cause, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.records.see_record import raw_of_record

RAW_RECORDS_MAX = 3
_PUT_OFF = {"day": 1, "week": 7}

Outcome = Resolved | NotAllowed | StaleAnswer | AboveLimit | Inquired


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody goes through exceptions in one card."""

    books: Books
    setting: Setting
    person: Person
    cause: Cause
    card: int | None = None
    page: int = 0
    """The page of the list that he came from."""

    def press(self, pressed: ExceptionCallback) -> Replies:
        """Do what a button says."""
        self.books.expectations.expect(self.person.id, None)
        if pressed.what == "list":
            return self.list()
        seen = see_exception(self.books, pressed.item_id, self.person)
        if not isinstance(seen, ExceptionSeen):
            return self.setting.say("not-allowed" if seen else "exception-gone")
        shown = self._show(seen, pressed)
        return shown if shown is not None else self._act(seen.item, pressed)

    def list(self) -> OutgoingMessage:
        """Show what is open."""
        listed = list_exceptions(self.books, self.person, self.cause.at)
        if isinstance(listed, NotAllowed):
            return self.setting.say("not-allowed")
        return list_card(self.books, self.setting, listed, self.page, edits=self.card)

    def show(self, item_id: int, said: str = "") -> OutgoingMessage:
        """Show one as it stands now."""
        seen = see_exception(self.books, item_id, self.person)
        if not isinstance(seen, ExceptionSeen):
            return self.setting.say("not-allowed" if seen else "exception-gone")
        return item_card(
            self.books, self.setting, seen, page=self.page, said=said, edits=self.card
        )

    def done(self, item_id: int, outcome: Outcome) -> Replies:
        """Show what came of an act, and tell whom else it concerns."""
        words = self.setting.words
        match outcome:
            case NotAllowed():
                return self.setting.say("not-allowed")
            case StaleAnswer():
                return self.show(item_id, words("stale"))
            case AboveLimit(limit):
                return self.show(item_id, words("exception-above-limit", limit=limit))
            case Resolved(item, waits):
                return (
                    self.show(item.id),
                    *waiting_replies(self.books, self.setting, waits),
                    *approval_news(self.books),
                    *ended_news(self.books, [item]),
                )
            case Inquired() as inquired:
                return (self.show(item_id), *inquiry_news(self.books, [inquired]))

    def take(self, what: str, item_id: int, text: str) -> Replies:
        """Take what was typed: why it is so, or which record it belongs to."""
        self.books.expectations.expect(self.person.id, None)
        if what == "explain":
            return self.done(
                item_id, explain_exception(self.books, item_id, text, self.person, self.cause)
            )
        seen = see_exception(self.books, item_id, self.person)
        if not isinstance(seen, ExceptionSeen):
            return self.setting.say("not-allowed" if seen else "exception-gone")
        return self._picked(seen.item, text)

    def _picked(self, item: ExceptionItem, text: str) -> Replies:
        words, books = self.setting.words, self.books
        match pick_records(books, item, text):
            case SharesDiffer(whole, told):
                return self.show(item.id, words("exception-split-off", whole=whole, told=told))
            case Shares(money, parts):
                split = split_money(books, money, parts, self.person, self.cause)
                if not isinstance(split, tuple):
                    return self.done(item.id, split)
                return self.done(
                    item.id, settle_split(books, item.id, parts, self.person, self.cause)
                )
            case Found(tokens) if len(tokens) == 1:
                key = next(iter(tokens))
                return self.done(
                    item.id, link_exception(books, item.id, key, self.person, self.cause)
                )
            case Found(tokens) if tokens:
                return found_card(books, self.setting, self._make(item), tokens)
            case _:
                return self.show(item.id, words("exception-nothing-found", text=text))

    def _show(self, seen: ExceptionSeen, pressed: ExceptionCallback) -> OutgoingMessage | None:
        """Show what a button leads to; None when it is one that changes something."""
        item, card, make = seen.item, self.card or 0, self._make(seen.item)
        match pressed.what:
            case "show":
                return self.show(item.id)
            case "chain":
                return chain_card(self.books, self.setting, make, item, card)
            case "raw":
                told = [raw_of_record(self.books, each) for each in item.records[:RAW_RECORDS_MAX]]
                return raw_card(self.setting, make, [each for each in told if each], card)
            case "assign" | "askwho":
                return self._whom(make, pressed.what)
            case "explain" | "other":
                return self._ask_to_type(item, pressed.what)
            case _:
                return None

    def _whom(self, make: Maker, what: str) -> OutgoingMessage:
        people, card = self.books.people.all(), self.card or 0
        if what == "assign":
            return people_card(self.setting, make, "give", people, card)
        others = [each for each in people if each.id != self.person.id]
        return people_card(self.setting, make, "askto", others, card)

    def _ask_to_type(self, item: ExceptionItem, what: str) -> OutgoingMessage:
        about = f"{EXCEPTION}:{what}:{item.id}:{self.page}"
        self.books.expectations.expect(self.person.id, about)
        is_carried = item.about.startswith("cash:")
        is_money = what == "other" and money_in(item) is not None and not is_carried
        asked = "exception-ask-split" if is_money else f"exception-ask-{what}"
        return ask_card(self.setting, self._make(item), asked, self.card or 0)

    def _act(self, item: ExceptionItem, pressed: ExceptionCallback) -> Replies:
        said = pressed.said
        number = int(said) if said.isdecimal() else 0
        match pressed.what:
            case "give":
                return self._give(item.id, number)
            case "take":
                return self.done(item.id, self._take(item))
            case "ask" | "askto":
                return self.done(item.id, self._ask(item, number))
            case "off":
                return self.done(item.id, write_off(self.books, item.id, self.person, self.cause))
            case "day" | "week":
                until = self.setting.today + dt.timedelta(days=_PUT_OFF[pressed.what])
                return self.done(
                    item.id, snooze_exception(self.books, item.id, until, self.person, self.cause)
                )
            case _:
                return self._link(item, pressed.what, said, number)

    def _link(self, item: ExceptionItem, what: str, said: str, number: int) -> Replies:
        books, key = self.books, None
        if what == "link" and number < len(item.candidates):
            key = item.candidates[number]
        elif what == "pick":
            key = record_named(books, said)
        elif what == "unlink" and 0 < number < len(item.records):
            record = item.records[number]
            return self.done(
                item.id, unlink_exception(books, item.id, record, self.person, self.cause)
            )
        if key is None:
            return self.show(item.id, self.setting.words("stale"))
        return self.done(item.id, link_exception(books, item.id, key, self.person, self.cause))

    def _give(self, item_id: int, to_id: int) -> Replies:
        """Give it to somebody, who is shown it."""
        outcome = assign_exception(self.books, item_id, to_id, self.person, self.cause)
        told = outcome.item if isinstance(outcome, Resolved) else None
        news = () if told is None else given_news(self.books, told, self.person)
        shown = self.done(item_id, outcome)
        return (*((shown,) if isinstance(shown, OutgoingMessage) else shown), *news)

    def _ask(self, item: ExceptionItem, to_id: int) -> Outcome:
        """Ask somebody: who was chosen, else the order's manager, here or in the CRM."""
        manager = manager_of(self.books, item)
        if not to_id and manager is not None and manager.person is not None:
            to_id = manager.person.id
        if to_id:
            return ask_person(self.books, item.id, to_id, self.person, self.cause)
        return ask_on_deal(self.books, item.id, self.person, self.cause)

    def _take(self, item: ExceptionItem) -> Outcome:
        """Make good what was answered."""
        inquiry = answered_of(self.books.inquiries.of_items([item.id]))
        if inquiry is None or inquiry.answer is None:
            return StaleAnswer()
        said = said_in(self.books, self.setting.words, item, inquiry.answer)
        told = Told(self.person, self.setting.chat_id, self.card or 0)
        return take_answer(self.books, item.id, said, told, self.cause)

    def _make(self, item: ExceptionItem) -> Maker:
        return Maker(self.setting.words, item.id, self.page)
