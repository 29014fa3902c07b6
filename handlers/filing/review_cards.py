"""What the accountant sees of a group of bank lines, and the buttons that file it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handlers.cards import Setting
from handlers.filing.line_callbacks import LineSplitCallback, ReviewCallback
from handlers.filing.line_questions import line_told
from handlers.filing.rule_cards import accounts_named, accounts_said, tried_lines
from ledger.accounts import Account
from ledger.statements import StatementLine
from locales.words import Words, shorten, words_of
from services.filing.filing_ports import Filing, FilingState
from services.messages import Button, OutgoingMessage, Tone
from services.people import Person
from services.ports import Books
from services.review.answer_lines import LinesFiled
from services.review.ask_about_line import may_be_asked
from services.review.blind_checks import CheckShown, Precision, next_check
from services.review.line_rules import RuleTried
from services.review.review_lines import Review, ReviewGroup

REVIEW = "review"
"""The conversation's name in what a person is expected to type."""
LINES_MAX = 6
"""So many lines of a group are shown."""
FOUND_MAX = 6
SAID_MAX = 2
"""An answer that may mean more accounts than these proposes none."""
ANSWERS_MAX = 3
ASKED_MAX = 10
_OFTEN_MAX = 8
_IN_A_ROW = 2
LABEL_MAX = 30
_WHO_MAX = 40
LIKELY = 500
"""From this chance on, in thousandths, what a line seems to be is called a proposal."""
_LOOKED_AT = 500
"""So many of the last decisions say which accounts are used most."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What a card of the review shows."""

    review: Review
    said: str = ""
    """What stands above."""
    done: LinesFiled | None = None
    """What was just filed; it can be taken back."""
    wanted: ReviewGroup | None = None
    """The group; without it the first."""


def review_card(
    books: Books, setting: Setting, showing: Showing, *, edits: int | None = None
) -> OutgoingMessage:
    """Show a group to be filed, under what was just done."""
    review, done = showing.review, showing.done
    words = setting.words
    parts = [showing.said] if showing.said else []
    rows: list[tuple[Button, ...]] = []
    if done is not None:
        name = _account(books, words, done.category)
        parts.append(words("review-filed", count=len(done.line_ids), account=name))
    group = showing.wanted or next(iter(review.groups), None)
    check = next_check(books) if group is None else None
    if check is not None:
        parts.append(_check_told(words, check))
        rows.extend(_check_rows(books, words, check))
    elif group is None:
        parts.append(words("review-empty"))
    else:
        parts.append("\n".join(_told(books, words, review, group)))
        parts.extend(_evidence(books, words, group))
        rows.extend(_buttons(books, words, group))
    if done is not None:
        rows.append(tuple(_afterwards(words, done)))
    return setting.message("\n\n".join(parts), tuple(rows), edits=edits)


def _afterwards(words: Words, done: LinesFiled) -> Iterator[Button]:
    """Give the buttons for what was just filed."""
    for label, what in (("button-review-undo", "undo"), ("button-review-always", "rule")):
        data = ReviewCallback(what=what, first_id=done.line_ids[0], count=0, value="")
        yield Button(words.plain(label), data=data.pack())


def _evidence(books: Books, words: Words, group: ReviewGroup) -> Iterator[str]:
    """Tell who was asked about these lines, and what came back."""
    people = {each.id: each.name for each in books.people.all()}
    for each in books.line_questions.of_lines(group.line_ids)[-ANSWERS_MAX:]:
        name = people.get(each.asked_of, "?")
        if each.answer is None:
            yield words("review-asked", name=name)
        else:
            yield words("line-answer", name=name, text=shorten(each.answer, 200))


def _check_told(words: Words, check: CheckShown) -> str:
    """Show a line to be said blind."""
    return "\n".join((words("check-ask", left=check.left), line_told(words, check.line)))


def _check_rows(books: Books, words: Words, check: CheckShown) -> Iterator[tuple[Button, ...]]:
    chart = books.accounts.chart()
    for key in check.choices:
        label = _label(words, chart[key])
        data = ReviewCallback(what="check", first_id=check.line.id, count=0, value=key)
        yield (Button(label, data=data.pack()),)
    other = ReviewCallback(what="check", first_id=check.line.id, count=0, value="")
    yield (Button(words.plain("button-review-other"), data=other.pack()),)


def asks_whom(
    books: Books, setting: Setting, group: ReviewGroup, viewer: Person, *, edits: int | None
) -> OutgoingMessage:
    """Ask who knows what a group is."""
    words = setting.words
    text = "\n".join((*_lines(words, group), "", words("review-ask-whom")))
    people = may_be_asked(books, viewer)[:ASKED_MAX]
    buttons = [_press(shorten(each.name, 30), "askof", group, str(each.id)) for each in people]
    rows = [tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW)]
    return setting.message(text, (*rows, (_back(words, group),)), edits=edits)


def morning_card(
    person: Person, review: Review, checks: int, measured: Precision | None
) -> OutgoingMessage:
    """Say in the morning what waits, with a button to begin; and how well filing alone goes."""
    words = words_of(person.language)
    lines = [words("review-morning")]
    if review.groups:
        lines.append(_head(words, review))
    if checks:
        lines.append(words("review-morning-checks", count=checks))
    if measured is not None:
        lines.append(precision_line(words, measured))
    begin = ReviewCallback(what="next", first_id=0, count=0, value="").pack()
    rows = ((Button(words.plain("button-review-begin"), data=begin, tone=Tone.MAIN),),)
    return OutgoingMessage(
        person.telegram_id, "\n".join(lines), rows if review.groups or checks else ()
    )


def precision_line(words: Words, measured: Precision) -> str:
    """Say in plain words how often what was filed alone was right."""
    least = measured.at_least_percent
    if least is None:
        return words("auto-unchecked")
    return words("auto-checked", right=measured.right, answered=measured.answered, least=least)


def rule_card(
    books: Books, setting: Setting, tried: RuleTried, line_id: int, *, edits: int | None
) -> OutgoingMessage:
    """Show what a rule made from lines would have touched."""
    words = setting.words
    text = "\n".join(tried_lines(words, tried, books.accounts.chart()))
    make = ReviewCallback(what="always", first_id=line_id, count=0, value="")
    leave = ReviewCallback(what="next", first_id=line_id, count=0, value="")
    rows = (
        (Button(words.plain("button-rule-make"), data=make.pack(), tone=Tone.GOOD),),
        (Button(words.plain("button-leave"), data=leave.pack()),),
    )
    return setting.message(text, rows, edits=edits)


def asks_other(
    books: Books, setting: Setting, group: ReviewGroup, *, edits: int | None
) -> OutgoingMessage:
    """Ask for another account: the usual ones as buttons, any by its name."""
    words = setting.words
    text = "\n".join((*_lines(words, group), "", words("review-other")))
    usual = usual_accounts(books, is_out=group.total.minor < 0)
    rows = (*_account_rows(words, group, usual), (_back(words, group),))
    return setting.message(text, rows, edits=edits)


def found_accounts(
    books: Books, setting: Setting, group: ReviewGroup, text: str
) -> OutgoingMessage | None:
    """Offer the accounts whose name or code has what was typed; None when there is none."""
    words = setting.words
    found = accounts_named(books.accounts.chart(), words.language, text)
    if not found:
        return None
    rows = (*_account_rows(words, group, found[:FOUND_MAX]), (_back(words, group),))
    return setting.message(words("review-found", text=shorten(text)), rows)


def check_accounts(
    books: Books, setting: Setting, line_id: int, text: str
) -> OutgoingMessage | None:
    """Offer accounts that were typed for a line that is said blind; None when there is none."""
    words = setting.words
    found = accounts_named(books.accounts.chart(), words.language, text)[:FOUND_MAX]
    rows = tuple(
        (
            Button(
                _label(words, each),
                data=ReviewCallback(
                    what="check", first_id=line_id, count=0, value=each.key
                ).pack(),
            ),
        )
        for each in found
    )
    return setting.message(words("review-found", text=shorten(text)), rows) if rows else None


def _told(books: Books, words: Words, review: Review, group: ReviewGroup) -> Iterator[str]:
    yield _head(words, review)
    yield ""
    yield from _lines(words, group)
    if group.is_outlier:
        yield words("review-outlier")
    if group.choices and group.chance >= LIKELY:
        first = group.filings[0]
        name = _account(books, words, group.choices[0])
        reason = reason_in(words, first, group.lines[0].line)
        yield words("review-proposal", account=name, reason=reason)
    else:
        yield words("review-unsure" if group.choices else "review-no-proposal")


def _head(words: Words, review: Review) -> str:
    return words(
        "review-head",
        lines=review.line_count,
        groups=len(review.groups),
        minutes=review.minutes,
    )


def _lines(words: Words, group: ReviewGroup) -> Iterator[str]:
    """Tell whose lines they are, how much together, and the first of them."""
    one = group.lines[0].line
    who = one.counterparty or one.counterparty_account or shorten(one.purpose, _WHO_MAX)
    who = who or words.plain("review-nobody")
    names = {each.line.counterparty for each in group.lines}
    if len(names) > 1:
        who = words.plain("review-several", name=shorten(who), count=len(names) - 1)
    yield words("review-who", name=who, count=len(group.lines), total=group.total)
    for each in group.lines[:LINES_MAX]:
        yield words(
            "bank-file-sample",
            day=each.line.booked_on,
            amount=each.line.amount,
            purpose=shorten(each.line.purpose or each.line.code or "", 80),
        )
    if len(group.lines) > LINES_MAX:
        yield words("review-more", count=len(group.lines) - LINES_MAX)


def reason_in(words: Words, filing: Filing, line: StatementLine) -> str:
    """Say why a line is taken for what it is, with its own words where it goes by them."""
    reason = filing.reason
    matched = str(reason.get("matched") or "")
    because, count, others = reason.get("because"), reason.get("count"), reason.get("others")
    return words.plain(
        f"because-{because}".replace("_", "-"),
        count=int(count or 0),
        others=int(others or 0),
        matched=_whole_words(matched, f"{line.purpose} {line.counterparty or ''}"),
    )


def _whole_words(matched: str, text: str) -> str:
    """Give what a rule goes by with its last word whole: rules have stems, people have words."""
    found = re.search(rf"\b{re.escape(matched)}\w*", text, re.IGNORECASE) if matched else None
    return matched if found is None else found[0]


def _buttons(books: Books, words: Words, group: ReviewGroup) -> Iterator[tuple[Button, ...]]:
    """Give the proposal first, the next two, then the other ways."""
    chart = books.accounts.chart()
    choices = [chart[key] for key in group.choices[:3]]
    if choices and group.chance >= LIKELY:
        first, *choices = choices
        label = words.plain("button-review-yes", account=_label(words, first))
        yield (_press(label, "file", group, first.key, Tone.GOOD),)
    if choices:
        yield tuple(_press(_label(words, each), "file", group, each.key) for each in choices)
    yield from _account_rows(words, group, _answered(books, group))
    more = [_press(words.plain("button-review-other"), "other", group)]
    if len(group.lines) > 1:
        more.append(_press(words.plain("button-review-part"), "part", group))
    else:
        data = LineSplitCallback(what="ask", line_id=group.first_id, minor=0, value="")
        more.append(Button(words.plain("button-review-split"), data=data.pack()))
    more.append(_press(words.plain("button-review-ask"), "ask", group))
    more.append(_press(words.plain("button-review-later"), "later", group))
    for start in range(0, len(more), _IN_A_ROW):  # four in a row are cut on a telephone
        yield tuple(more[start : start + _IN_A_ROW])


def _answered(books: Books, group: ReviewGroup) -> list[Account]:
    """Give the accounts that the newest answer about these lines speaks of, if they are few."""
    asked = books.line_questions.of_lines(group.line_ids)
    said = next((each.answer for each in reversed(asked) if each.answer), None)
    found = [] if said is None else accounts_said(books.accounts.chart(), said)
    new = [each for each in found if each.key not in group.choices[:3]]
    return new if len(found) <= SAID_MAX else []


def _account_rows(
    words: Words, group: ReviewGroup, accounts: list[Account]
) -> Iterator[tuple[Button, ...]]:
    buttons = [_press(_label(words, each), "file", group, each.key) for each in accounts]
    for start in range(0, len(buttons), _IN_A_ROW):
        yield tuple(buttons[start : start + _IN_A_ROW])


def usual_accounts(books: Books, *, is_out: bool) -> list[Account]:
    """Give the accounts that lines of a way are filed as most often, then others."""
    chart = books.accounts.chart()
    wanted = ("expense", "liability") if is_out else ("income", "asset")
    counted: dict[str, int] = {}
    for filing in books.filings.of_state(FilingState.FILED, limit=_LOOKED_AT):
        if filing.category is not None:
            counted[filing.category] = counted.get(filing.category, 0) + 1
    fitting = [each for each in chart if each.is_open and each.type.value in wanted]
    fitting.sort(key=lambda each: (-counted.get(each.key, 0), wanted.index(each.type.value)))
    return fitting[:_OFTEN_MAX]


def _account(books: Books, words: Words, key: str) -> str:
    return books.accounts.chart()[key].name(words.language)


def _label(words: Words, account: Account) -> str:
    return shorten(account.name(words.language), LABEL_MAX)


def _back(words: Words, group: ReviewGroup) -> Button:
    return _press(words.plain("button-review-back"), "show", group)


def _press(
    label: str, what: str, group: ReviewGroup, value: str = "", tone: Tone = Tone.PLAIN
) -> Button:
    data = ReviewCallback(what=what, first_id=group.first_id, count=len(group.lines), value=value)
    return Button(label, data=data.pack(), tone=tone)
