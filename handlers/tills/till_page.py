"""A till as it is shown: what it has, what is on its way, a page of its entries."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.callbacks import TillCallback
from handlers.cards import Setting, balance_lines
from handlers.copying import copy_amount
from handlers.tills.transfer_cards import (
    Surroundings,
    got_button,
    line_of,
    missing_rows,
    open_button,
)
from ledger.journal import PostedEntry
from locales.words import as_name, shorten
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.tills.look_into_till import Look, TillView, is_late
from services.tills.transfers import Transfer, TransferState, may_settle

TILLS_PER_ROW = 3
TRANSFERS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class TillPage:
    """All that it takes to show a till to a person."""

    setting: Setting
    person: Person
    around: Surroundings
    at: dt.datetime

    def message(self, look: Look, view: TillView, *, edits: int | None) -> OutgoingMessage:
        """Show a till, in place of another page of it."""
        lines = balance_lines(self.setting, [view.till], view.till.key, view.balances)
        lines += self._on_the_way(view.on_the_way)
        lines += ["", *self._entries(look, view)]
        return self.setting.message("\n".join(lines), self._buttons(view), edits=edits)

    def _on_the_way(self, transfers: Sequence[Transfer]) -> Iterator[str]:
        """Tell what is between the tills, the oldest first; what should be there is marked."""
        for transfer in transfers[:TRANSFERS_SHOWN]:
            line = line_of(self.setting.words, transfer, self.around)
            yield f"⚠️ {line}" if is_late(transfer, self.at) else line
        if len(transfers) > TRANSFERS_SHOWN:
            yield self.setting.words("till-and-more", count=len(transfers) - TRANSFERS_SHOWN)

    def _entries(self, look: Look, view: TillView) -> Iterator[str]:
        words, page = self.setting.words, view.page
        is_today = view.day == self.setting.today
        shown = [] if view.found is None else [view.found]
        shown += [each for each in page.entries if each != view.found]
        yield from self._heading(view, is_empty=not shown, is_first=look.turn.number is None)
        for each in shown:
            yield self._entry(view, each)
        if page.looked_back_to is not None:
            yield words("till-looked-back", number=str(page.looked_back_to))
        if not view.asked and is_today:
            yield words("till-how")

    def _heading(self, view: TillView, *, is_empty: bool, is_first: bool) -> Iterator[str]:
        words = self.setting.words
        if view.day is not None:
            yield f"<b>{words('day-title', day=view.day)}</b>"
            if is_empty:
                yield words("till-nothing-that-day")
        elif not is_empty:
            yield words("till-found", asked=view.asked)
        elif is_first and view.page.looked_back_to is None:
            yield words("till-nothing-found", asked=view.asked)
            yield words("till-how")
        else:
            yield words("till-nothing-yet", asked=view.asked)

    def _entry(self, view: TillView, posted: PostedEntry) -> str:
        """Tell an entry in a line; one that was taken back, or takes one back, is struck out."""
        words, entry, shop = self.setting.words, posted.entry, self.around.shop
        moved = [leg.amount for leg in entry.postings if leg.account == view.till.key]
        amounts = " ".join(
            words.plain("till-in" if each.minor > 0 else "till-out", amount=abs(each))
            for each in moved
        )
        parts = [words.category(entry.category)]
        parts += [shorten(as_name(each)) for each in (entry.counterparty,) if each]
        if entry.order_reference:
            parts.append(words.plain("cash-line-order", order=shorten(entry.order_reference)))
        told_at = shop.local(entry.occurred_at)
        if view.day is not None and told_at.date() == view.day:
            parts.append(f"{told_at:%H:%M}")
        elif view.day is None:
            parts.append(words.plain("day-title", day=entry.belongs_on or entry.booked_on))
        is_off = posted.reversed_by is not None or entry.reverses is not None
        return words(
            "till-line-off" if is_off else "till-line",
            number=str(posted.number),
            amounts=amounts,
            what=" · ".join(parts),
        )

    def _buttons(self, view: TillView) -> tuple[tuple[Button, ...], ...]:
        words = self.setting.words
        rows: list[tuple[Button, ...]] = [
            (got_button(words, each),) for each in self._to_settle(view)
        ]
        rows += [(open_button(words, each),) for each in self._missing(view)]
        if turns := tuple(self._turns(view)):
            rows.append(turns)
        rows += [(copy_amount(words, each),) for each in view.balances if each]
        tills = [
            self._button(each.name(self.setting.words.language), each.key, view.asked)
            for each in view.others
            if each.key != view.till.key
        ]
        rows += [
            tuple(tills[place : place + TILLS_PER_ROW])
            for place in range(0, len(tills), TILLS_PER_ROW)
        ]
        return tuple(rows)

    def _to_settle(self, view: TillView) -> list[Transfer]:
        """Give what is on its way to this till and what this person may say to have come."""
        return [
            each
            for each in view.on_the_way[:TRANSFERS_SHOWN]
            if each.to_till == view.till.key
            and each.state is TransferState.SENT
            and may_settle(each, self.person, self.around.people, self.around.chart.tills)
        ]

    def _missing(self, view: TillView) -> list[Transfer]:
        """Give what somebody says has not come, and this person may say something about."""
        return [
            each
            for each in view.on_the_way[:TRANSFERS_SHOWN]
            if each.state is TransferState.REFUSED
            and missing_rows(self.setting.words, each, self.around, self.person)
        ]

    def _turns(self, view: TillView) -> Iterator[Button]:
        """Give the ways to newer and to older entries, or to look further back."""
        words, page, till = self.setting.words, view.page, view.till.key
        if page.has_newer and page.entries:
            newest = page.entries[0].number
            label = words.plain("button-newer")
            yield self._button(label, till, view.asked, newest, is_newer=True)
        elif page.has_newer:
            yield self._button(words.plain("button-newest"), till, view.asked)
        if page.has_older:
            label, oldest = words.plain("button-older"), page.entries[-1].number
            yield self._button(label, till, view.asked, oldest)
        elif page.looked_back_to is not None:
            label = words.plain("button-further")
            yield self._button(label, till, view.asked, page.looked_back_to + 1)

    def _button(
        self, label: str, till: str, asked: str, number: int = 0, *, is_newer: bool = False
    ) -> Button:
        data = TillCallback(till=till, number=number, is_newer=is_newer, asked=asked)
        return Button(label, data=data.pack())
