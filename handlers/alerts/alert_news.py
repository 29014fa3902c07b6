"""Who is told of alerts: the bound group or each leader; who else when nobody reacts."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from alerts.alert import Alert
from handlers.alerts.alert_cards import alert_card, set_button, telling_card
from handlers.alerts.alert_texts import alert_lines, short_of_alert
from handlers.cards import Setting
from locales.words import Words, words_of
from services.alerts.alert_places import Place, alert_places
from services.alerts.ring_alerts import Rung
from services.alerts.week_of_alerts import WeekOfAlerts
from services.leaders import leaders
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import shop_of

CLOSED_SHOWN = 8


def alert_news(books: Books, rung: Rung, now: dt.datetime) -> tuple[OutgoingMessage, ...]:
    """Say what a look over the alerts came to."""
    today = shop_of(books).day_of(now)
    return tuple(
        message for place in alert_places(books) for message in _in(books, place, rung, today)
    ) + tuple(_escalated(books, rung.unheard, today))


def telling_key(telling_id: int, chat_id: int) -> str:
    """Name the message of some alerts in a chat, to change it later."""
    return f"alerts:{telling_id}:{chat_id}"


def alert_letter(books: Books, week: WeekOfAlerts, today: dt.date) -> tuple[OutgoingMessage, ...]:
    """Say how well last week's alerts did."""
    found = []
    for place in alert_places(books):
        setting = _setting(place, today)
        key = f"alerts-week:{today.isoformat()}:{place.chat_id}"
        lines = list(_week_lines(setting.words, week))
        message = setting.message("\n".join(lines), _advice_row(setting.words, week))
        found.append(replace(message, thread_id=place.thread_id, dedupe_key=key))
    return tuple(found)


def _week_lines(words: Words, week: WeekOfAlerts) -> Iterator[str]:
    answered = week.useful + week.useless
    yield words(
        "alerts-week",
        count=week.told,
        useful=week.useful,
        useless=week.useless,
        open=week.told - answered,
    )
    for each in week.triggers:
        name = words.plain(f"alert-name-{each.trigger}")
        yield words("alerts-week-line", name=name, told=each.told, useful=each.useful)
    if week.advised is not None:
        yield words("alerts-week-advice", name=words.plain(f"alert-name-{week.advised}"))


def _advice_row(words: Words, week: WeekOfAlerts) -> tuple[tuple[Button, ...], ...]:
    if week.advised is None:
        return ()
    label = words.plain(f"alert-name-{week.advised}")
    return ((set_button(label, "one", week.advised),),)


def elsewhere(
    books: Books, alert: Alert, but: int, today: dt.date, *, explains: bool = False
) -> tuple[OutgoingMessage, ...]:
    """Show an answer in the other chats that were told: on the card, where an alert was alone.

    Where it was told among others there is no such card: only a word that explains it, and that
    somebody was asked for, comes with one.
    """
    told = books.alerts.telling_of(alert.id)
    is_awaited = explains and alert.assignee_id is not None
    if told is None or (told[1] != 1 and not is_awaited):
        return ()
    cards = []
    for place in alert_places(books):
        card = alert_card(books, _setting(place, today), alert)
        key = telling_key(told[0], place.chat_id)
        if told[1] == 1:
            cards.append(replace(card, edits_key=key))
        else:
            cards.append(replace(card, thread_id=place.thread_id, is_silent=True))
    return tuple(each for each in cards if each.chat_id != but)


def given_alert(
    books: Books, alert: Alert, giver: Person, today: dt.date, said: str = "alert-given"
) -> tuple[OutgoingMessage, ...]:
    """Show an alert to whom somebody has given it."""
    person = None if alert.assignee_id is None else books.people.find(alert.assignee_id)
    if person is None or person.id == giver.id:
        return ()
    words = words_of(person.language)
    setting = Setting(words, person.telegram_id, today, person)
    return (alert_card(books, setting, alert, said=words(said, name=giver.name)),)


def _in(books: Books, place: Place, rung: Rung, today: dt.date) -> Iterator[OutgoingMessage]:
    setting = _setting(place, today)
    for telling in rung.tellings:
        card = telling_card(books, setting, telling.alerts)
        key = telling_key(telling.id, place.chat_id)
        yield replace(card, thread_id=place.thread_id, dedupe_key=key)
    yield from _closings(books, place, setting, rung.closed)


def _closings(
    books: Books, place: Place, setting: Setting, closed: Sequence[Alert]
) -> Iterator[OutgoingMessage]:
    """Close with word: the card says so itself, and of those told together one silent message."""
    together = []
    for each in closed:
        told = books.alerts.telling_of(each.id)
        if told is None or told[1] != 1:
            together.append(each)
            continue
        text = "\n".join(alert_lines(books, setting, each))
        yield replace(setting.message(text), edits_key=telling_key(told[0], place.chat_id))
    if together:
        lines = [setting.words("alerts-closed", count=len(together))]
        lines += [short_of_alert(setting.words, each) for each in together[:CLOSED_SHOWN]]
        message = setting.message("\n".join(lines))
        yield replace(message, thread_id=place.thread_id, is_silent=True)


def _escalated(
    books: Books, unheard: Sequence[Alert], today: dt.date
) -> Iterator[OutgoingMessage]:
    """Call in each leader himself; who is told by himself anyway is reminded."""
    for each in unheard:
        for person in leaders(books):
            words = words_of(person.language)
            setting = Setting(words, person.telegram_id, today, person)
            card = alert_card(books, setting, each, said=words("alert-unheard"))
            key = f"alert-unheard:{each.id}:{each.tellings}:{person.id}"
            yield replace(card, dedupe_key=key)


def _setting(place: Place, today: dt.date) -> Setting:
    return Setting(words_of(place.language), place.chat_id, today, place.person)
