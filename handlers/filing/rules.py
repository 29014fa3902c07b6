"""/rules: the shop's rules for bank lines; a new one is typed, shown, and then made."""

import zlib
from dataclasses import dataclass, replace

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from categorisation.rule_words import read_rule
from categorisation.rules import Rule
from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filing.line_callbacks import RuleCallback
from handlers.filing.rule_cards import (
    accounts_named,
    rule_line,
    starters_used,
    tried_lines,
    use_of,
)
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.input import place_of, text_of
from locales.words import Words, shorten
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Button, Cause, OutgoingMessage, Tone
from services.people import Permission, Person
from services.ports import Books
from services.review.line_rules import RuleMade, make_rule, remove_rule, try_rule
from services.review.review_ports import LineRule
from services.shop import Shop

RULES = "rules"
"""The conversation's name in what a person is expected to type."""
PER_PAGE = 6
_TYPED_MAX = 300

router = Router(name="rules")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known, RuleCallback.filter())
typed = Router(name="a typed rule")
typed.message.filter(is_asked, expects(RULES))


@dataclass(frozen=True, slots=True)
class Rules:
    """Somebody looks through the rules; each answer shows them as they are then."""

    books: Books
    setting: Setting
    person: Person
    shop: Shop
    cause: Cause
    card: int | None = None
    """The message that shows them."""

    def shows(self, page: int = 0, *, said: str = "") -> OutgoingMessage:
        """Show the shop's rules by pages, the newest first, then the starter rules in use."""
        words, chart = self.setting.words, self.books.accounts.chart()
        if not self.person.may(Permission.FILE_LINES):
            return self.setting.say("not-allowed")
        rules, uses = self.books.line_rules.active(), self.books.line_rules.uses()
        last = max(0, len(rules) - 1) // PER_PAGE
        page = min(max(page, 0), last)
        shown = rules[page * PER_PAGE : (page + 1) * PER_PAGE]
        parts = [said] if said else []
        parts.append(words("rules-title") if rules else words("rules-none"))
        parts.extend(
            f"{number}. {rule_line(words, each.rule, chart)}\n"
            f"{use_of(words, uses.get(each.rule.name))}"
            for number, each in enumerate(shown, start=page * PER_PAGE + 1)
        )
        starters = ", ".join(starters_used(words, uses, chart))
        if starters and not page:
            parts.append(words("rules-starter", rules=starters))
        return self.setting.message(
            "\n\n".join(parts), tuple(self._rows(shown, page, last)), edits=self.card
        )

    def try_typed(self, text: str) -> OutgoingMessage | None:
        """Show what a typed rule would have touched; None when it is no rule."""
        told = read_rule(text[:_TYPED_MAX], self.shop.base_currency)
        if told is None:
            return None
        words, chart = self.setting.words, self.books.accounts.chart()
        found = accounts_named(chart, words.language, told.account)
        if len(found) != 1:
            names = ", ".join(each.name(words.language) for each in found[:PER_PAGE])
            key = "rules-which-account" if found else "rules-no-account"
            return self.setting.message(words(key, text=shorten(told.account), accounts=names))
        rule = replace(told.rule, category=found[0].key)
        kept = text[:_TYPED_MAX]
        self.books.expectations.expect(self.person.id, f"{RULES}:{kept}")
        tried = try_rule(self.books, rule, self.setting.today)
        make = Button(
            words.plain("button-rule-make"), data=_data("make", _mark_of(kept)), tone=Tone.GOOD
        )
        rows = ((make,), (Button(words.plain("button-leave"), data=_data("list")),))
        return self.setting.message("\n".join(tried_lines(words, tried, chart)), rows)

    def press(self, pressed: RuleCallback) -> OutgoingMessage:
        """Do what a button says."""
        if not self.person.may(Permission.FILE_LINES):
            return self.setting.say("not-allowed")
        if pressed.what == "ask":
            self.books.expectations.expect(self.person.id, f"{RULES}:")
            return self.setting.say("rules-how", edits=self.card)
        if pressed.what == "make":
            return self._make_typed(pressed.number)
        if pressed.what == "remove":
            return self._remove(pressed.number)
        if (self.books.expectations.of(self.person.id) or "").startswith(f"{RULES}:"):
            self.books.expectations.expect(self.person.id, None)
        return self.shows(pressed.number)

    def _make_typed(self, mark: int) -> OutgoingMessage:
        """Make the rule that the card shows; what was typed since is another one."""
        _, _, text = (self.books.expectations.of(self.person.id) or "").partition(":")
        told = read_rule(text, self.shop.base_currency) if _mark_of(text) == mark else None
        if told is not None:
            self.books.expectations.expect(self.person.id, None)
        words, chart = self.setting.words, self.books.accounts.chart()
        found = [] if told is None else accounts_named(chart, words.language, told.account)
        if told is None or len(found) != 1:
            return self.shows(said=words("stale"))
        return self.made(replace(told.rule, category=found[0].key))

    def made(self, rule: Rule) -> OutgoingMessage:
        """Make a rule and say what it filed."""
        words = self.setting.words
        outcome = make_rule(self.books, rule, self.person, self.cause)
        if not isinstance(outcome, RuleMade):
            return self.shows(said=words("stale"))
        return self.shows(said=words("rule-made", filed=outcome.filed))

    def _remove(self, rule_id: int) -> OutgoingMessage:
        words = self.setting.words
        outcome = remove_rule(self.books, rule_id, self.person, self.cause)
        match outcome:
            case NotAllowed():
                return self.setting.say("not-allowed")
            case StaleAnswer():
                return self.shows(said=words("stale"))
            case _:
                return self.shows(said=words("rule-removed", reopened=outcome.reopened))

    def _rows(self, shown: tuple[LineRule, ...], page: int, last: int) -> list[tuple[Button, ...]]:
        words = self.setting.words
        rows: list[tuple[Button, ...]] = [
            (
                Button(
                    words.plain("button-rule-remove", number=page * PER_PAGE + at),
                    data=_data("remove", each.id),
                ),
            )
            for at, each in enumerate(shown, start=1)
        ]
        rows.append((Button(words.plain("button-rule-new"), data=_data("ask")),))
        turns = []
        if page:
            turns.append(Button(words.plain("button-back"), data=_data("list", page - 1)))
        if page < last:
            turns.append(Button(words.plain("button-more"), data=_data("list", page + 1)))
        return [*rows, tuple(turns)] if turns else rows


@router.message(Command("rules"))
async def rules_asked(
    message: Message,
    *,
    command: CommandObject,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Answer /rules, alone or with a rule in words."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)

    def act(books: Books) -> OutgoingMessage:
        rules = Rules(books, setting, person, shop, desk.cause)
        if not command.args or not person.may(Permission.FILE_LINES):
            return rules.shows()
        return rules.try_typed(command.args) or setting.say("rules-how")

    await desk.finish(act)


@router.callback_query()
async def rules_pressed(
    callback: CallbackQuery,
    callback_data: RuleCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Turn a page, ask for a rule, make or remove one."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    await desk.finish(
        lambda books: Rules(books, setting, person, shop, desk.cause, message_id).press(
            callback_data
        )
    )


@typed.message()
async def rule_typed(
    message: Message, desk: Desk, person: Person, shop: Shop, words: Words
) -> None:
    """Take a typed rule; what is none is cash talk."""
    text = text_of(message)
    if not person.may(Permission.FILE_LINES) or read_rule(text, shop.base_currency) is None:
        raise SkipHandler
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)

    def act(books: Books) -> OutgoingMessage:
        rules = Rules(books, setting, person, shop, desk.cause)
        return rules.try_typed(text) or setting.say("rules-how")

    await desk.finish(act)


def _mark_of(text: str) -> int:
    """Give what tells one typed rule from another in the data of a button."""
    return zlib.crc32(text.encode())


def _data(what: str, number: int = 0) -> str:
    return RuleCallback(what=what, number=number).pack()
