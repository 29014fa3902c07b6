"""All conversations, in the order in which they are tried."""

import copy
from collections.abc import Callable, Iterable, Sequence

from aiogram import Router

from handlers import (
    other,
)
from handlers.advances import (
    advances,
)
from handlers.alerts import (
    alert_settings,
    alerts,
)
from handlers.answers import (
    asking,
)
from handlers.approvals import (
    approval_answers,
    approvals,
    limits,
)
from handlers.bank import (
    bank_files,
    banks,
)
from handlers.cash import (
    assent,
    cash,
    missing,
    overdue,
    receipts,
    refunds,
    voice,
)
from handlers.cash.newest_question import is_for_older
from handlers.crm import (
    crm,
)
from handlers.entries import (
    comment,
    entry_detail,
    entry_fields,
    proposals,
    raw_record,
    split,
)
from handlers.exceptions import (
    balances,
    exceptions,
    inquiries,
    order,
)
from handlers.filing import (
    auto,
    line_questions,
    line_split,
    review,
    rules,
)
from handlers.filters import is_asked, is_command, is_stranger, is_talk
from handlers.results import (
    charts,
    close,
    digests,
    figures,
    files,
    plans,
    restatements,
    results,
    today,
)
from handlers.team import (
    accounts,
    groups,
    help,  # noqa: A004 - the conversation's name
    jobs,
    language,
    memory,
    set_up,
    start,
    strangers,
    team,
)
from handlers.tills import (
    cash_book,
    count,
    deposit,
    handover,
    shift,
    till,
    transfers,
)

_ANSWERS = (
    entry_fields.typed,
    advances.typed,
    count.typed,
    transfers.typed,
    approval_answers.router,
    limits.typed,
    split.typed,
    comment.typed,
    review.typed,
    line_split.typed,
    rules.typed,
    line_questions.typed,
    exceptions.typed,
    close.typed,
    alerts.typed,
    alert_settings.typed,
    inquiries.typed,
    overdue.typed,
    overdue.reasons,
)
"""Conversations that asked somebody to type something; what is no answer goes on to cash talk."""
_TALK = (
    count.resumed,
    approval_answers.replied,
    transfers.replied,
    assent.router,
    shift.router,
    plans.typed,
    cash.router,
)
"""What somebody of the shop types in private; the last one takes whatever the others leave."""
_COMMANDS = (
    start.router,
    help.router,
    today.router,
    results.router,
    plans.router,
    restatements.router,
    charts.router,
    digests.router,
    asking.router,
    till.router,
    count.router,
    handover.router,
    cash_book.router,
    banks.router,
    crm.router,
    review.router,
    rules.router,
    auto.router,
    overdue.router,
    entry_detail.router,
    order.router,
    exceptions.router,
    alerts.router,
    deposit.router,
    team.router,
    memory.router,
    advances.router,
    refunds.router,
    accounts.router,
    close.router,
    approvals.router,
    limits.router,
    jobs.router,
    language.router,
    other.commands,
)
_STRANGERS = (start.codes, strangers.router)
_OTHER = (
    entry_fields.router,
    asking.router,
    charts.router,
    digests.router,
    files.router,
    advances.pressed,
    refunds.pressed,
    till.pages,
    transfers.router,
    split.router,
    comment.router,
    proposals.router,
    missing.router,
    approvals.router,
    plans.router,
    restatements.router,
    figures.router,
    close.router,
    raw_record.router,
    limits.router,
    set_up.router,
    bank_files.router,
    balances.router,
    crm.router,
    review.router,
    line_split.router,
    rules.router,
    auto.router,
    line_questions.router,
    exceptions.router,
    alerts.router,
    alert_settings.router,
    inquiries.router,
    jobs.router,
    receipts.router,
    voice.router,
    other.router,
)


def _bundle(name: str, **filters: Sequence[Callable[..., object]]) -> Router:
    """Make a router for others that hears only what passes; it is made once, then copied."""
    bundle = Router(name=name)
    for kind, passes in filters.items():
        bundle.observers[kind].filter(*passes)
    return bundle


_ROOT = _bundle("tilly")
_COMMANDS_ONLY = _bundle("commands", message=[is_command])
_OUTSIDERS = _bundle(
    "outsiders",
    message=[is_stranger],
    edited_message=[is_stranger],
    callback_query=[is_stranger],
)
_TALK_ONLY = _bundle("talk", message=[is_talk])
_ANSWERS_ONLY = _bundle("answers", message=[is_asked, is_for_older])


def build_routers() -> Router:
    """Put the conversations together.

    Cash talk, the commonest of all, comes first but for what answers a question, and takes just
    what people of the shop type in private. Groups come before the rest, since nothing of a
    private chat may happen there.
    """
    root = _copied(_ROOT)
    root.include_routers(
        _filled(_ANSWERS_ONLY, _ANSWERS),
        _copied(alerts.replied),
        _filled(_TALK_ONLY, _TALK),
        _copied(groups.router),
        _filled(_COMMANDS_ONLY, _COMMANDS),
        _filled(_OUTSIDERS, _STRANGERS),
        *map(_copied, _OTHER),
    )
    return root


def _filled(bundle: Router, routers: Iterable[Router]) -> Router:
    """Put routers into a copy of one."""
    copied = _copied(bundle)
    copied.include_routers(*map(_copied, routers))
    return copied


def _copied(router: Router) -> Router:
    """Leave the module's own router free for the next bot.

    Two dozen observers stand in each router and one or two of them have handlers: only these ask
    whose they are. Bots share the handlers and the rest, since nothing of a bot is in them.
    """
    copied = copy.copy(router)
    copied.sub_routers = []
    for each in router.sub_routers:
        copied.include_router(_copied(each))
    copied.observers = dict(router.observers)
    for name, observer in router.observers.items():
        if observer.handlers:
            own = copied.observers[name] = copy.copy(observer)
            own.router = copied
            setattr(copied, name, own)
    return copied
