"""The buttons that show receipts."""

from handlers.callbacks import ReceiptCallback
from locales.words import Words
from services.cash.receipt_ports import Receipt
from services.messages import Button


def receipt_buttons(words: Words, receipts: tuple[Receipt, ...]) -> tuple[tuple[Button, ...], ...]:
    """Give a button for each receipt that shows it."""
    return tuple(
        (
            Button(
                words.plain("button-receipt", number=str(place)),
                data=ReceiptCallback(receipt_id=each.id, what="show", number=0).pack(),
            ),
        )
        for place, each in enumerate(receipts, start=1)
    )
