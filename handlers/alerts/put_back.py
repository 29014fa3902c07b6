"""Ask for an edit of a closed order to be put back where it was made."""

import datetime as dt
from collections.abc import Iterator

from handlers.alerts.alert_cards import alert_card
from handlers.cards import Setting
from locales.words import words_of
from services.alerts.answer_alerts import AlertAnswer, AlertAnswered
from services.messages import OutgoingMessage
from services.people import Person, Role
from services.ports import Books


def put_back_news(
    books: Books, answer: AlertAnswer, wanted_by: Person, today: dt.date
) -> Iterator[OutgoingMessage]:
    """Tell the accountants what is to be put back: the books only read the CRM.

    The alert stays until the order says again what it said when it was closed.
    """
    if not isinstance(answer, AlertAnswered):
        return
    for person in books.people.all():
        if person.role is not Role.ACCOUNTANT or not person.is_active or person.id == wanted_by.id:
            continue
        words = words_of(person.language)
        setting = Setting(words, person.telegram_id, today, person)
        said = words("alert-put-back", name=wanted_by.name)
        yield alert_card(books, setting, answer.alert, said=said)
