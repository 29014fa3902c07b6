"""What else an accountant can do with an entry on its card."""

from handlers.callbacks import CommentCallback, SplitCallback
from locales.words import Words
from services.messages import Button
from services.people import Permission, Person


def accountant_rows(
    words: Words, number: int, viewer: Person | None
) -> tuple[tuple[Button, ...], ...]:
    """Give further rows for who may see the cash book; none for anybody else."""
    if viewer is None or not viewer.may(Permission.SEE_CASH_BOOK):
        return ()
    split = SplitCallback(number=number, minor=0, field="ask", value="-").pack()
    return (
        (
            Button(words.plain("button-split"), data=split),
            comment_button(words, number),
        ),
    )


def comment_button(words: Words, number: int) -> Button:
    """Give the way to say something of an entry."""
    data = CommentCallback(number=number, is_left=False).pack()
    return Button(words.plain("button-comment"), data=data)
