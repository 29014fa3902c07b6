"""Split a bank line over accounts: type its parts, tap what the words leave open."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from handlers.cards import Setting
from handlers.desk import Desk
from handlers.filing.line_callbacks import LineSplitCallback, ReviewCallback
from handlers.filing.line_questions import line_told
from handlers.filing.review_cards import FOUND_MAX, LABEL_MAX, usual_accounts
from handlers.filing.rule_cards import accounts_named
from handlers.filters import expects, is_asked, is_known, is_private
from handlers.input import place_of, text_of
from ledger.accounts import Account
from ledger.money import Money
from locales.words import Words, shorten
from parsing.annotation.lexicon import Lexicon
from parsing.answers.parts import NamedAmount, read_named_amounts
from services.bank.bank_ports import BankLine
from services.filing.filing_ports import LineShare
from services.messages import Button, Cause, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.review.split_line import LineNotSplit, LineSplit, ShareMissing, split_line
from services.shop import Shop

LINE_SPLIT = "line-split"
"""The conversation's name in what a person is expected to type; the line and its shares follow."""
_IN_A_ROW = 2

router = Router(name="split of a bank line")
router.callback_query.filter(is_known, LineSplitCallback.filter())
typed = Router(name="typed shares of a bank line")
typed.message.filter(is_private, is_asked, expects(LINE_SPLIT))


@router.callback_query()
async def line_split_pressed(
    callback: CallbackQuery,
    callback_data: LineSplitCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
) -> None:
    """Ask for the parts of a line, or take what a part was tapped as."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)
    pressed = callback_data

    def act(books: Books) -> OutgoingMessage:
        line = next(iter(books.banks.find_lines([pressed.line_id])), None)
        if line is None or pressed.what == "leave":
            books.expectations.expect(person.id, None)
            said = "review-split-left" if line is not None else "stale"
            return setting.message(words(said), _back(words), edits=message_id)
        if pressed.what == "ask":
            return _asked(books, setting, person, line)
        mine, shares = _kept(person.expects)
        if mine != line.id:
            return setting.message(words("stale"), _back(words), edits=message_id)
        amount = Money(pressed.minor, line.line.amount.currency)
        share = LineShare(pressed.value, amount)
        return _take(books, setting, (line, (*shares, share)), person, desk.cause)

    await desk.finish(act)


@typed.message()
async def shares_typed(
    message: Message,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    lexicon: Lexicon,
) -> None:
    """Take typed parts of a line; what is none goes on to cash talk."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)
    line_id, shares = _kept(person.expects)
    text = text_of(message)

    def read(books: Books) -> tuple[BankLine, tuple[NamedAmount, ...]] | None:
        line = next(iter(books.banks.find_lines([line_id])), None)
        if line is None:
            return None
        currency = line.line.amount.currency
        told = read_named_amounts(text, currency=currency, lexicon=lexicon)
        return None if told is None else (line, told)

    found = await desk.read(read)
    if found is None:
        raise SkipHandler
    line, told = found
    currency = line.line.amount.currency
    if any(each.amount.currency != currency for each in told):
        await desk.reply(
            setting.message(
                words("split-currency", whole=abs(line.line.amount)), _leave(words, line)
            )
        )
        return

    def act(books: Books) -> OutgoingMessage:
        meant = [(each, _accounts(books, words, each.name)) for each in told]
        plain = [(each, found[0]) for each, found in meant if len(found) == 1]
        named = (*shares, *(LineShare(account.key, each.amount) for each, account in plain))
        doubt = next(((each, found) for each, found in meant if len(found) != 1), None)
        if doubt is not None:
            _keep(books, person, line, named)
            return _what_for(books, setting, line, *doubt)
        return _take(books, setting, (line, named), person, desk.cause)

    await desk.finish(act)


def _asked(books: Books, setting: Setting, person: Person, line: BankLine) -> OutgoingMessage:
    _keep(books, person, line, ())
    text = "\n".join((line_told(setting.words, line), "", setting.words("review-split-ask")))
    return setting.message(text, _leave(setting.words, line))


def _take(
    books: Books,
    setting: Setting,
    told: tuple[BankLine, tuple[LineShare, ...]],
    person: Person,
    cause: Cause,
) -> OutgoingMessage:
    """File the line once its parts are all of it; else ask what the rest was for."""
    words, (line, shares) = setting.words, told
    match split_line(books, line.id, shares, person, cause):
        case LineSplit() as done:
            books.expectations.expect(person.id, None)
            text = "\n".join(
                (words("review-split-done"), *_shares_told(books, words, done.shares))
            )
            undo = ReviewCallback(what="undo", first_id=line.id, count=0, value="").pack()
            row = (Button(words.plain("button-review-undo"), data=undo), *_back(words)[0])
            return setting.message(text, (row,))
        case ShareMissing() as missing:
            _keep(books, person, line, shares)
            rest = NamedAmount(missing.rest, "")
            return _what_for(books, setting, line, rest, ())
        case LineNotSplit() as refused:
            whole = abs(line.line.amount)
            text = words(f"review-split-{refused.why}", whole=whole, parts=refused.shares)
            return setting.message(text, _leave(words, line))
        case _:
            books.expectations.expect(person.id, None)
            return setting.message(words("stale"), _back(words))


def _what_for(
    books: Books,
    setting: Setting,
    line: BankLine,
    part: NamedAmount,
    found: tuple[Account, ...],
) -> OutgoingMessage:
    """Ask what a part was for: by the accounts that its words may mean, else the usual ones."""
    words = setting.words
    accounts = found or tuple(usual_accounts(books, is_out=line.line.amount.minor < 0))
    buttons = [
        Button(
            shorten(each.name(words.language), LABEL_MAX),
            data=LineSplitCallback(
                what="share", line_id=line.id, minor=part.amount.minor, value=each.key
            ).pack(),
        )
        for each in accounts[:FOUND_MAX]
    ]
    rows = [tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW)]
    text = words("review-split-what", amount=part.amount)
    return setting.message(text, (*rows, *_leave(words, line)))


def _accounts(books: Books, words: Words, name: str) -> tuple[Account, ...]:
    return tuple(accounts_named(books.accounts.chart(), words.language, name)) if name else ()


def _shares_told(books: Books, words: Words, shares: tuple[LineShare, ...]) -> list[str]:
    chart = books.accounts.chart()
    return [
        words(
            "review-split-share",
            amount=each.amount,
            account=chart[each.category].name(words.language),
        )
        for each in shares
    ]


def _keep(
    books: Books, person: Person, line: BankLine, shares: tuple[LineShare, ...] | list[LineShare]
) -> None:
    told = ",".join(
        f"{each.amount.minor}={each.category}={each.amount.currency}" for each in shares
    )
    books.expectations.expect(person.id, f"{LINE_SPLIT}:{line.id}:{told}")


def _kept(expected: str | None) -> tuple[int, tuple[LineShare, ...]]:
    """Give the line that is being split, and its shares so far; 0 where none is."""
    conversation, _, kept = (expected or "").partition(":")
    if conversation != LINE_SPLIT:
        return 0, ()
    line_id, _, told = kept.partition(":")
    shares = (each.split("=") for each in told.split(",") if each)
    return int(line_id), tuple(
        LineShare(category, Money(int(minor), currency)) for minor, category, currency in shares
    )


def _leave(words: Words, line: BankLine) -> tuple[tuple[Button, ...], ...]:
    data = LineSplitCallback(what="leave", line_id=line.id, minor=0, value="").pack()
    return ((Button(words.plain("button-leave"), data=data),),)


def _back(words: Words) -> tuple[tuple[Button, ...], ...]:
    data = ReviewCallback(what="next", first_id=0, count=0, value="").pack()
    return ((Button(words.plain("button-review-next"), data=data),),)
