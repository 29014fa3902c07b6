"""How an inquiry is put and answered, and how its answer is told."""

import html
import re
from collections.abc import Iterator

from handlers.callbacks import InquiryCallback
from handlers.cards import Setting
from handlers.record_lines import record_line, record_name, sentence
from locales.words import Words, shorten, words_of
from services.exceptions.exception_ports import ExceptionItem
from services.exceptions.inquiry_answers import CODES, WORDS
from services.exceptions.inquiry_ports import (
    Answer,
    Choice,
    Inquiry,
    InquiryState,
    Topic,
    answered_of,
    waiting_of,
)
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import shop_of
from services.records.see_record import see_records

NAME_MAX, TEXT_MAX = 24, 200
_TAG = re.compile(r"</?[a-z]+>")


def question_card(
    books: Books,
    inquiry: Inquiry,
    item: ExceptionItem,
    person: Person,
    *,
    edits: int | None = None,
    is_again: bool = False,
) -> OutgoingMessage:
    """Put an inquiry to whoever is asked, in his language; the answers are buttons."""
    words = words_of(person.language)
    lines = question_lines(books, words, inquiry, item)
    key = f"{inquiry.card}:again" if is_again else inquiry.card
    rows = [
        (_button(choice_label(books, words, item, each), "choose", inquiry.id, str(place)),)
        for place, each in enumerate(inquiry.choices)
    ]
    rows.append((_button(words.plain("button-answer-words"), "words", inquiry.id),))
    return OutgoingMessage(
        person.telegram_id,
        "\n".join((words("inquiry-again"), *lines) if is_again else lines),
        tuple(rows),
        edits=edits,
        dedupe_key=None if edits else key,
    )


def question_lines(
    books: Books, words: Words, inquiry: Inquiry, item: ExceptionItem
) -> Iterator[str]:
    """Say who asks, what is wrong, and of which records."""
    records = see_records(books, [*item.records, *item.candidates, inquiry.order])
    told = sentence(words, item, records.get(item.about))
    if inquiry.topic is Topic.CASHIER:
        yield words("inquiry-of-cashier")
    else:
        yield words("inquiry-of-manager", name=_asker(books, inquiry))
    yield f"<b>{told}</b>"
    for key in dict.fromkeys((inquiry.order, *item.records[:3])):
        if key in records:
            yield "• " + record_line(words, records[key])
    yield words("inquiry-where" if inquiry.topic is Topic.CASHIER else "inquiry-what")


def comment_text(books: Books, inquiry: Inquiry) -> str:
    """Put an inquiry as a comment in the CRM, in the shop's language; answers have numbers."""
    item, words = books.exceptions.find(inquiry.item_id), words_of(shop_of(books).language)
    if item is None:
        return ""
    told = "\n".join(question_lines(books, words, inquiry, item))
    lines = [html.unescape(_TAG.sub("", told))]
    lines += [
        f"{place} – {choice_label(books, words, item, each)}"
        for place, each in enumerate(inquiry.choices, start=1)
    ]
    return "\n".join((*lines, words.plain("inquiry-comment")))


def choice_label(books: Books, words: Words, item: ExceptionItem, choice: Choice) -> str:
    """Label an answer."""
    record, amount = "", item.amount
    if choice.record and (seen := see_records(books, [choice.record]).get(choice.record)):
        record, amount = shorten(record_name(words, seen), NAME_MAX), abs(seen.amount)
    return words.plain(f"answer-{choice.code}", record=record, amount=amount)


def holder_card(
    setting: Setting, inquiry: Inquiry, people: tuple[Person, ...], edits: int
) -> OutgoingMessage:
    """Ask who has the money."""
    words = setting.words
    rows = [
        (_button(shorten(each.name), "holder", inquiry.id, str(each.id)),)
        for each in people
        if each.is_active and each.id != inquiry.to_id
    ]
    rows.append((_button(words.plain("button-answer-other-name"), "holder", inquiry.id),))
    rows.append((_button(words.plain("button-back"), "back", inquiry.id),))
    return setting.message(words("inquiry-who-has"), tuple(rows), edits=edits)


def typing_card(
    setting: Setting, inquiry: Inquiry, message_id: str, edits: int
) -> OutgoingMessage:
    """Ask for words."""
    back = _button(setting.words.plain("button-never-mind"), "back", inquiry.id)
    return setting.message(setting.words(message_id), ((back,),), edits=edits)


def answered_card(
    books: Books, words: Words, inquiry: Inquiry, item: ExceptionItem, person: Person
) -> OutgoingMessage:
    """Show a question with its answer in place of the buttons."""
    lines = list(question_lines(books, words, inquiry, item))[:-1]
    if inquiry.answer is not None:
        said = html.escape(said_in(books, words, item, inquiry.answer), quote=False)
        lines.append(f"✅ {said}")
    return OutgoingMessage(person.telegram_id, "\n".join(lines), edits_key=inquiry.card)


def ended_card(books: Books, inquiry: Inquiry, item: ExceptionItem) -> OutgoingMessage | None:
    """Say that nobody need answer any more; None for a comment in the CRM."""
    person = None if inquiry.to_id is None else books.people.find(inquiry.to_id)
    if person is None or not person.is_active:
        return None
    words = words_of(person.language)
    lines = list(question_lines(books, words, inquiry, item))[:-1]
    lines.append(words("inquiry-gone"))
    return OutgoingMessage(person.telegram_id, "\n".join(lines), edits_key=inquiry.card)


def inquiry_lines(books: Books, setting: Setting, item: ExceptionItem) -> Iterator[str]:
    """Say who was asked about an exception, and what he answered."""
    words, inquiries = setting.words, books.inquiries.of_items([item.id])
    answered, waiting = answered_of(inquiries), waiting_of(inquiries)
    if answered is not None and answered.answer is not None:
        said = html.escape(said_in(books, words, item, answered.answer), quote=False)
        name = html.escape(_answerer(books, answered), quote=False)
        yield f"💬 {name}: <i>{said}</i>"
    if waiting is not None:
        day = shop_of(books).day_of(waiting.asked_at)
        person = None if waiting.to_id is None else books.people.find(waiting.to_id)
        name = waiting.name if person is None else person.name
        where = "inquiry-waits-crm" if waiting.to_id is None else "inquiry-waits"
        yield words(where, name=name, day=day)
    elif inquiries and inquiries[-1].state is InquiryState.FAILED:
        yield words("inquiry-failed", name=inquiries[-1].name)


def said_in(books: Books, words: Words, item: ExceptionItem, answer: Answer) -> str:
    """Tell an answer in words, as plain text."""
    if answer.code == WORDS:
        return shorten(answer.text, TEXT_MAX)
    said = choice_label(books, words, item, Choice(answer.code, answer.record))
    return f"{said}: {shorten(answer.text, NAME_MAX)}" if answer.text else said


def said_of(words: Words, note: str) -> str:
    """Tell an answer as the history keeps it: a code, or words."""
    return words.plain(f"answered-{note}") if note in CODES else note


def _answerer(books: Books, inquiry: Inquiry) -> str:
    answer = inquiry.answer
    if answer is not None and not answer.by.startswith("person:"):
        return answer.by
    person = None if inquiry.to_id is None else books.people.find(inquiry.to_id)
    return inquiry.name if person is None else person.name


def _asker(books: Books, inquiry: Inquiry) -> str:
    person = books.people.find(int(inquiry.asked_by.partition(":")[2]))
    return "" if person is None else person.name


def _button(label: str, what: str, inquiry_id: int, value: str = "") -> Button:
    data = InquiryCallback(what=what, inquiry_id=inquiry_id, value=value)
    return Button(label, data=data.pack())
