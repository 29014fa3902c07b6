"""The cards of a handover: to who hands the till over, and to who takes it."""

from collections.abc import Iterable

from handlers.callbacks import HandoverCallback
from handlers.tills.count_cards import amounts, till_name
from locales.words import Words, words_of
from services.messages import Button, OutgoingMessage, Tone
from services.people import Person
from services.ports import Books
from services.tills.handover_types import Handover, HandoverState


def choose_card(
    books: Books, words: Words, chat_id: int, till: str, people: Iterable[Person]
) -> OutgoingMessage:
    """Ask to whom the till is handed over."""
    rows = tuple((Button(each.name, data=_data(None, "offer", each.id)),) for each in people)
    name = till_name(books, words, till)
    if not rows:
        return OutgoingMessage(chat_id, words("handover-nobody", till=name))
    return OutgoingMessage(chat_id, words("handover-whom", till=name), rows)


def waits_card(
    books: Books, words: Words, chat_id: int, handover: Handover, *, edits: int | None = None
) -> OutgoingMessage:
    """Show the giver what he waits for, with a way back."""
    till = till_name(books, words, handover.till)
    name = name_of(books, handover.taker_id)
    if handover.state is HandoverState.COUNTING:
        text = words("handover-waits-count", name=name, till=till)
    else:
        held = amounts(words, handover.balances)
        text = words("handover-waits", name=name, till=till, balances=held)
    keep = Button(words.plain("button-never-mind"), data=_data(handover, "keep"))
    return OutgoingMessage(chat_id, text, ((keep,),), edits=edits)


def offer_card(
    books: Books,
    taker: Person,
    handover: Handover,
    *,
    has_moved: bool = False,
    edits: int | None = None,
) -> OutgoingMessage:
    """Ask the next person whether he takes the till as the books have it."""
    words = words_of(taker.language)
    lines = [words("handover-moved")] if has_moved else []
    lines.append(
        words(
            "handover-offer",
            name=name_of(books, handover.giver_id),
            till=till_name(books, words, handover.till),
            balances=amounts(words, handover.balances),
        )
    )
    take = Button(
        words.plain("button-handover-take"), data=_data(handover, "take"), tone=Tone.GOOD
    )
    count = Button(words.plain("button-handover-count"), data=_data(handover, "count"))
    return OutgoingMessage(taker.telegram_id, "\n".join(lines), ((take,), (count,)), edits=edits)


def name_of(books: Books, person_id: int) -> str:
    """Give a person's name, of whoever was here once."""
    person = books.people.find(person_id)
    return "" if person is None else person.name


def _data(handover: Handover | None, act: str, person_id: int = 0) -> str:
    return HandoverCallback(
        handover_id=0 if handover is None else handover.id,
        revision=0 if handover is None else handover.revision,
        act=act,
        person_id=person_id,
    ).pack()
