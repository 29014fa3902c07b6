"""/review: open bank lines in groups; a tap files a group and shows the next."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.cards import Setting
from handlers.desk import Desk, Replies
from handlers.filing.line_callbacks import ReviewCallback
from handlers.filing.line_questions import line_question
from handlers.filing.review_cards import (
    REVIEW,
    Showing,
    asks_other,
    asks_whom,
    check_accounts,
    found_accounts,
    review_card,
    rule_card,
)
from handlers.filing.taught_first import TaughtFirst
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.input import place_of, text_of
from locales.words import Words
from services.cash_types import NotAllowed
from services.filing.clerk import Clerk
from services.messages import Cause, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.review.answer_lines import LinesFiled, answer_lines, reopen_lines
from services.review.ask_about_line import LineAsked, ask_about_line
from services.review.blind_checks import CheckAnswered, answer_check
from services.review.line_rules import (
    RuleMade,
    lines_decided_with,
    make_rule,
    rule_from_lines,
    try_rule,
)
from services.review.review_lines import Review, ReviewGroup, part, put_off, review_lines
from services.shop import Shop

router = Router(name="review")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known, ReviewCallback.filter())
typed = Router(name="a typed account")
typed.message.filter(is_asked, expects(REVIEW))
for each in (router.message, router.callback_query, typed.message):
    each.middleware(TaughtFirst())


SHOWN, OTHER = "shown", "other"
"""How an account came to be expected: the card that shows lines asks for it, or a tap did."""
_OF_A_LINE = frozenset({"undo", "rule", "always", "check", "line", "next"})


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody goes through the open lines; each answer shows what comes next."""

    books: Books
    clerk: Clerk
    setting: Setting
    person: Person
    cause: Cause
    card: int | None = None
    """The message that shows it."""

    def review(self) -> Review | NotAllowed:
        """Give what is open now."""
        return review_lines(self.books, self.clerk, self.person)

    def press(self, pressed: ReviewCallback) -> Replies:
        """Do what a button of the card says."""
        self.books.expectations.expect(self.person.id, None)
        review = self.review()
        if isinstance(review, NotAllowed):
            return self.setting.say("not-allowed")
        if pressed.what in _OF_A_LINE:
            return self._of_a_line(review, pressed)
        group = review.find(pressed.first_id, pressed.count)
        if group is None:
            return self.show(Showing(review, said=self.setting.words("stale")))
        return self._act(review, group, pressed)

    def _of_a_line(self, review: Review, pressed: ReviewCallback) -> OutgoingMessage:
        """Do what speaks of a line, be it in no open group."""
        match pressed.what:
            case "undo":
                return self._take_back(pressed.first_id)
            case "rule" | "always":
                return self._always(pressed.first_id, is_sure=pressed.what == "always")
            case "check":
                return self._check(pressed.first_id, pressed.value)
            case "line":
                wanted = review.of_line(pressed.first_id)
                said = "" if wanted else self.setting.words("stale")
                return self.show(Showing(review, said, wanted=wanted))
            case _:
                return self.show(Showing(review))

    def show(self, showing: Showing) -> OutgoingMessage:
        """Show a group in the card; its question may be answered by typing an account's name."""
        group = showing.wanted or next(iter(showing.review.groups), None)
        if group is not None:
            self._expect(group, SHOWN)
        return review_card(self.books, self.setting, showing, edits=self.card)

    def _expect(self, group: ReviewGroup, how: str) -> None:
        about = f"{REVIEW}:{group.first_id}:{len(group.lines)}:{how}"
        self.books.expectations.expect(self.person.id, about)

    def next(self, *, done: LinesFiled | None = None, said: str = "") -> OutgoingMessage:
        """Show what comes next, under what was just done."""
        review = self.review()
        if isinstance(review, NotAllowed):
            return self.setting.say("not-allowed")
        return self.show(Showing(review, said, done))

    def _act(self, review: Review, group: ReviewGroup, pressed: ReviewCallback) -> Replies:
        match pressed.what:
            case "show":
                return self.show(Showing(review, wanted=group))
            case "other":
                self._expect(group, OTHER)
                return asks_other(self.books, self.setting, group, edits=self.card)
            case "ask":
                return asks_whom(self.books, self.setting, group, self.person, edits=self.card)
            case "askof":
                return self._ask(group, int(pressed.value))
            case "later":
                put_off(self.books, group)
            case "part":
                part(self.books, group)
            case _:
                return self._file(group, pressed.value)
        return self.next()

    def _file(self, group: ReviewGroup, category: str) -> OutgoingMessage:
        outcome = answer_lines(self.books, group.line_ids, category, self.person, self.cause)
        if isinstance(outcome, LinesFiled):
            return self.next(done=outcome)
        return self.next(said=self.setting.words("stale"))

    def _always(self, line_id: int, *, is_sure: bool) -> OutgoingMessage:
        """Show the rule that lines filed by one tap would make, or make it."""
        words = self.setting.words
        filings, lines = lines_decided_with(self.books, line_id)
        category = filings[0].category if filings else None
        rule = None if category is None else rule_from_lines(lines, category)
        if rule is None:
            return self.next(said=words("rule-nothing-common" if filings else "stale"))
        if not is_sure:
            tried = try_rule(self.books, rule, self.setting.today)
            return rule_card(self.books, self.setting, tried, line_id, edits=self.card)
        made = make_rule(self.books, rule, self.person, self.cause)
        if not isinstance(made, RuleMade):
            return self.next(said=words("stale"))
        return self.next(said=words("rule-made", filed=made.filed))

    def _ask(self, group: ReviewGroup, of_id: int) -> Replies:
        """Ask somebody about the first line of a group, and put the group off meanwhile."""
        asked = ask_about_line(self.books, group.first_id, of_id, self.person, self.cause)
        if not isinstance(asked, LineAsked):
            return self.next(said=self.setting.words("stale"))
        put_off(self.books, group)
        review = self.review()
        first = review.groups[:1] if isinstance(review, Review) else ()
        is_shown = any(group.first_id in each.line_ids for each in first)
        said = "" if is_shown else self.setting.words("review-asked", name=asked.of.name)
        return (self.next(said=said), line_question(self.books, asked, self.person))

    def _check(self, line_id: int, category: str) -> OutgoingMessage:
        """Take what was said blind; without an account, ask which."""
        words = self.setting.words
        if not category:
            self.books.expectations.expect(self.person.id, f"{REVIEW}:check:{line_id}")
            return self.setting.say("review-other", edits=self.card)
        outcome = answer_check(self.books, line_id, category, self.person, self.cause)
        if not isinstance(outcome, CheckAnswered):
            return self.next(said=words("stale"))
        if outcome.is_right:
            return self.next(said=words("check-right"))
        chart = self.books.accounts.chart()
        names = [chart[key].name(words.language) for key in (outcome.filed_as, outcome.decided)]
        return self.next(said=words("check-wrong", was=names[0], now=names[1]))

    def _take_back(self, line_id: int) -> OutgoingMessage:
        """Take back what was filed with a line, by the same tap."""
        filing = self.books.filings.find(line_id)
        if filing is None or filing.decided_at is None:
            return self.next(said=self.setting.words("stale"))
        together = self.books.filings.decided_with(filing)
        reopen_lines(self.books, [each.line_id for each in together], self.person, self.cause)
        return self.next(said=self.setting.words("review-undone"))


@router.message(Command("review"))
async def review_asked(
    message: Message, desk: Desk, clerk: Clerk, person: Person, shop: Shop, words: Words
) -> None:
    """Answer /review: where it stands, and the first group."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    await desk.finish(lambda books: Sitting(books, clerk, setting, person, desk.cause).next())


@router.callback_query()
async def review_pressed(  # what aiogram hands over, by name
    callback: CallbackQuery,
    *,
    callback_data: ReviewCallback,
    desk: Desk,
    clerk: Clerk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """File a group, go past it, part it, ask for another account, or take the last back."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)

    def act(books: Books) -> Replies:
        sitting = Sitting(books, clerk, setting, person, desk.cause, message_id)
        return sitting.press(callback_data)

    await desk.finish(act)


@typed.message()
async def account_typed(
    message: Message, desk: Desk, clerk: Clerk, person: Person, shop: Shop, words: Words
) -> None:
    """Look for the account that was typed; what names none is cash talk.

    A code is read where an account was asked for: under a card that shows lines it may be cash.
    """
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    _, first, count, how = (*(person.expects or "").split(":"), "", "", "")[:4]
    if how == SHOWN and not any(map(str.isalpha, text_of(message))):
        raise SkipHandler

    def look(books: Books) -> OutgoingMessage | None:
        if first == "check":
            return check_accounts(books, setting, int(count), text_of(message))
        review = review_lines(books, clerk, person)
        if isinstance(review, NotAllowed) or not (first.isdecimal() and count.isdecimal()):
            return None
        group = review.find(int(first), int(count))
        return None if group is None else found_accounts(books, setting, group, text_of(message))

    found = await desk.read(look)
    if found is None:
        raise SkipHandler
    await desk.reply(found)
