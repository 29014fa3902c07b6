"""What people hear of their receipts after the content came, or did not."""

from typing import assert_never

from handlers.cards import Setting, short_of
from locales.words import words_of
from services.cash.keep_receipt import ReceiptRefused, ReceiptStored
from services.cash.receipt_ports import Receipt
from services.messages import OutgoingMessage
from services.people import Permission
from services.ports import Books
from services.posting import shop_of


def receipt_news(
    books: Books, what: ReceiptStored | ReceiptRefused
) -> tuple[OutgoingMessage, ...]:
    """Tell the sender that a receipt came before, or will not come; leaders of the former, too."""
    setting = _setting_of(books, what.receipt)
    if setting is None:
        return ()
    match what:
        case ReceiptStored(_, None):
            return ()
        case ReceiptStored():
            told, news = _told_before(setting, what), _to_leaders(books, what)
        case ReceiptRefused(_, None):
            told, news = setting.words("receipt-lost"), ()
        case ReceiptRefused(_, megabytes):
            told, news = setting.words("receipt-too-large", megabytes=megabytes or 0), ()
        case _:
            assert_never(what)
    return (setting.message(told, reply_to=what.receipt.message_id), *news)


def _told_before(setting: Setting, stored: ReceiptStored) -> str:
    """Say where the same content is already."""
    if not stored.before_entries:
        sent_at = stored.receipt.sent_at if stored.before is None else stored.before.sent_at
        return setting.words("receipt-same", day=sent_at.date())
    entries = "\n".join(short_of(setting, each) for each in stored.before_entries)
    return "\n".join((setting.words("receipt-same-with"), entries))


def _to_leaders(books: Books, stored: ReceiptStored) -> tuple[OutgoingMessage, ...]:
    """Tell who sees the shop that one paper was sent for two things."""
    before = stored.before
    if before is None or before.told_in == stored.receipt.told_in:
        return ()
    sender = books.people.find(stored.receipt.person_id)
    leaders = [
        each
        for each in books.people.all()
        if each.may(Permission.SET_LIMITS) and each.id != stored.receipt.person_id
    ]
    news = []
    for leader in leaders:
        words = words_of(leader.language)
        setting = Setting(words, leader.telegram_id, shop_of(books).day_of(before.sent_at), leader)
        name = "" if sender is None else sender.name
        told = "\n".join((words("receipt-sent-twice", name=name), _told_before(setting, stored)))
        news.append(setting.message(told))
    return tuple(news)


def _setting_of(books: Books, receipt: Receipt) -> Setting | None:
    person = books.people.find(receipt.person_id)
    if person is None:
        return None
    today = shop_of(books).day_of(receipt.sent_at)
    return Setting(words_of(person.language), receipt.chat_id, today, person)
