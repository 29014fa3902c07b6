"""All conversations, in the order in which they are tried."""

import copy

from aiogram import Router

from handlers import (
    accounts,
    cash,
    close,
    groups,
    help,  # noqa: A004 - the conversation's name
    language,
    other,
    set_up,
    start,
    strangers,
    team,
    till,
    today,
)

_IN_ORDER = (
    groups.router,
    start.router,
    strangers.router,
    help.router,
    today.router,
    till.router,
    team.router,
    accounts.router,
    close.router,
    language.router,
    other.commands,
    set_up.router,
    cash.router,
    other.router,
)


def build_routers() -> Router:
    """Put the conversations together.

    Groups come first, since nothing of a private chat may happen there; then the way in; then
    who is not known is turned away; commands go before typed answers, and those before cash.
    """
    root = Router(name="tilly")
    # A router can be part of one bot only; copies leave the modules' own ones free for the next.
    root.include_routers(*map(copy.deepcopy, _IN_ORDER))
    return root
