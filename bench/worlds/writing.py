"""The seven files of a month and its truth, as text."""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.worlds.calendar import iso, moment_text, money_text
from bench.worlds.dice import Dice
from bench.worlds.records import NOBODY, Role, World
from bench.worlds.settlement_ties import Ties
from bench.worlds.verdicts import find_exceptions

_HEADS = {
    "orders": "order_id number created_at closed_at status currency total refunded_total "
    "customer_name customer_phone customer_tax_id channel payment_method",
    "payments": "payment_id provider merchant_code order_ref created_at kind currency gross fee "
    "net payout_id payer_name",
    "payouts": "payout_id provider merchant_code paid_at currency gross fee net",
    "bank": "line_id account booked_at currency amount counterparty counterparty_iban "
    "counterparty_tax_id purpose",
    "cash": "entry_id happened_at direction currency amount category order_ref note",
}
_LETTERS = {"easycard": "EA", "plata": "PL", "pos": "PO", "nova-kurier": "NO", "rynok": "RY"}
CURRENCY = "UAH"


class Writer:
    """Gives every record its id and writes the world into a folder."""

    def __init__(self, world: World, ties: Ties, dice: Dice) -> None:
        self._world, self._ties = world, ties
        self._payments = sorted(
            range(len(world.payments)), key=lambda place: (world.payments[place].created, place)
        )
        self._lines = sorted(range(len(world.bank)), key=self._line_order)
        self._entries = sorted(
            range(len(world.cash)), key=lambda place: (world.cash[place].at, place)
        )
        self._payouts = sorted(
            range(len(world.payouts)),
            key=lambda p: (world.payouts[p].paid_on, world.payouts[p].payout_id),
        )
        serial = dice.between(200_000_000, 800_000_000)
        self._ids: dict[str, dict[int, str]] = {"payment": {}, "bank": {}, "cash": {}}
        for place in self._payments:
            serial += dice.between(150, 900)
            self._ids["payment"][place] = f"{_LETTERS[world.payments[place].provider]}{serial}"
        serial = dice.between(1_000_000, 3_000_000)
        for place in self._lines:
            serial += dice.between(1, 9)
            self._ids["bank"][place] = str(serial)
        for at, place in enumerate(self._entries):
            self._ids["cash"][place] = f"K{100_001 + at}"
        self._accounts = ("UA" + dice.digits(27), "UA" + dice.digits(27))

    def _line_order(self, place: int) -> tuple[int, int, float]:
        line = self._world.bank[place]
        return line.booked_on, line.account, line.rank

    def write(self, folder: Path) -> None:
        """Write all eight files."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in (
            ("orders", self._order_rows()),
            ("payments", self._payment_rows()),
            ("payouts", self._payout_rows()),
            ("bank", self._bank_rows()),
            ("cash", self._cash_rows()),
        ):
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(_HEADS[name].split())
                writer.writerows(rows)
        (folder / "as_of.txt").write_text(iso(self._world.as_of) + "\n", encoding="utf-8")
        with (folder / "truth.json").open("w", encoding="utf-8") as file:
            file.writelines(self._truth())

    def _id(self, book: str, place: int) -> str:
        if book == "order":
            return self._world.orders[place].order_id
        if book == "payout":
            return self._world.payouts[place].payout_id
        return self._ids[book][place]

    def _order_rows(self) -> Iterator[tuple[str, ...]]:
        for order in self._world.orders:
            who = order.customer
            yield (
                order.order_id, order.number, moment_text(order.created),
                moment_text(order.closed) if order.closed else "", order.status, CURRENCY,
                money_text(order.total), money_text(order.refunded), who.shown, who.phone,
                who.tax_id if who.tells_tax_id else "", order.channel, order.method,
            )  # fmt: skip

    def _payment_rows(self) -> Iterator[tuple[str, ...]]:
        world = self._world
        for place in self._payments:
            row = world.payments[place]
            told = world.payouts[world.payout_of[place]].payout_id if place in world.listed else ""
            yield (
                self._ids["payment"][place], row.provider, row.code, row.ref,
                moment_text(row.created), row.kind, CURRENCY, money_text(row.gross),
                money_text(row.fee), money_text(row.net), told, row.payer,
            )  # fmt: skip

    def _payout_rows(self) -> Iterator[tuple[str, ...]]:
        for place in self._payouts:
            row = self._world.payouts[place]
            yield (
                row.payout_id, row.provider, row.code, iso(row.paid_on), CURRENCY,
                money_text(row.gross), money_text(row.fee), money_text(row.net),
            )  # fmt: skip

    def _bank_rows(self) -> Iterator[tuple[str, ...]]:
        for place in self._lines:
            row = self._world.bank[place]
            yield (
                self._ids["bank"][place], self._accounts[row.account], iso(row.booked_on),
                CURRENCY, money_text(row.amount), row.counterparty, row.iban, row.tax_id,
                row.purpose,
            )  # fmt: skip

    def _cash_rows(self) -> Iterator[tuple[str, ...]]:
        for place in self._entries:
            row = self._world.cash[place]
            yield (
                self._ids["cash"][place], moment_text(row.at), row.direction, CURRENCY,
                money_text(row.amount), row.category, row.ref, row.note,
            )  # fmt: skip

    def _truth(self) -> Iterator[str]:
        yield f'{{"as_of": "{iso(self._world.as_of)}",\n"links": [\n'
        yield from _joined(self._links())
        yield '],\n"exceptions": [\n'
        yield from _joined(self._exceptions())
        yield '],\n"undecidable_records": [\n'
        named = sorted(f"{book}:{self._id(book, place)}" for book, place in self._ties.records)
        yield from _joined(json.dumps(name, ensure_ascii=False) for name in named)
        yield "]}\n"

    def _links(self) -> Iterator[str]:
        world = self._world
        for place, row in enumerate(world.payments):
            if row.order != NOBODY:
                yield self._order_link(
                    "payment", (row.order, place), row.gross, twice=row.role is Role.DUPLICATE
                )
        for place, line in enumerate(world.bank):
            for order, share in line.parts:
                yield self._order_link(
                    "bank", (order, place), share, twice=line.role is Role.DUPLICATE
                )
        for place, entry in enumerate(world.cash):
            if entry.order != NOBODY:
                signed = entry.amount if entry.direction == "in" else -entry.amount
                yield self._order_link("cash", (entry.order, place), signed, twice=False)
        told = {("payment_payout", *pair) for pair in world.payout_of.items()}
        open_ = {pair for pair in self._ties.pairs if pair[0] == "payment_payout"}
        for kind, payment, payout in sorted(told | open_):
            notes = {"undecidable": True} if (kind, payment, payout) in open_ else {}
            yield self._link(kind, payment, payout, world.payments[payment].net, notes)
        yield from self._settlement_links()

    def _settlement_links(self) -> Iterator[str]:
        world, written = self._world, set()
        for place, line in enumerate(world.bank):
            lefts = [("payout_bank", payout) for payout in line.payouts]
            lefts += [("cash_bank", line.deposit)] if line.deposit != NOBODY else []
            for kind, left in lefts:
                open_ = (kind, left, place) in self._ties.pairs
                written.add((kind, left, place))
                amount = line.amount if len(lefts) == 1 else world.payouts[left].net
                yield self._link(kind, left, place, amount, {"undecidable": True} if open_ else {})
        for kind, left, place in sorted(self._ties.pairs - written):
            if kind == "payment_payout":
                continue
            yield self._link(kind, left, place, world.bank[place].amount, {"undecidable": True})

    def _order_link(self, book: str, pair: tuple[int, int], amount: int, *, twice: bool) -> str:
        records = self._ties.records
        notes = {"optional": True} if twice else {}
        if (book, pair[1]) in records:
            notes["undecidable"] = True
        return self._link(f"order_{book}", *pair, amount, notes)

    def _link(self, kind: str, left: int, right: int, amount: int, notes: dict[str, bool]) -> str:
        books = kind.split("_")
        link: dict[str, str | bool] = {
            "kind": kind,
            "left": self._id(books[0], left),
            "right": self._id(books[1], right),
            "amount": money_text(amount),
        }
        return json.dumps({**link, **notes}, ensure_ascii=False)

    def _exceptions(self) -> Iterator[str]:
        for each in find_exceptions(self._world):
            record = f"{each.book}:{self._id(each.book, each.place)}"
            exception: dict[str, object] = {
                "kind": each.kind,
                "records": [record],
                "amount": money_text(each.amount),
            }
            if (each.book, each.place) in self._ties.records:
                exception["undecidable"] = True
            yield json.dumps(exception, ensure_ascii=False)


def _joined(items: Iterable[str]) -> Iterator[str]:
    before = ""
    for item in items:
        yield before + item
        before = ",\n"
    yield "\n"
