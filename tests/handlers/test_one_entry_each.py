"""Whatever order things come in, each operation has one effective entry and a full trail."""

import asyncio
import datetime as dt
import itertools
from collections import defaultdict
from dataclasses import dataclass, field

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from handlers.callbacks import AdvanceCallback, ApprovalCallback, EntryCallback, UndoCallback
from ledger.advances import ADVANCES
from ledger.journal import PostedEntry
from ledger.money import Money
from services.advances.account_for import SOURCE as RECEIPTS
from services.approvals.approvals import Approval
from services.approvals.payout_limits import PayoutLimit
from services.messages import OutgoingMessage
from services.people import Newcomer, Role
from services.ports import Books
from services.team.set_up_shop import lay_chart
from services.verify_books import verify_books
from storage.database import open_database
from storage.repositories.journal import POSTED, REVERSED
from tests.conftest import NOW, StillClock
from tests.databases import PostgresTemplate, SqliteTemplate
from tests.handlers.chat import Chat
from tests.shop import SHOP, lexicon
from tests.thorough import times

CASHIER, ACCOUNTANT, DIRECTOR, OWNER = 1, 2, 3, 4
LIMIT = 500
"""What a cashier pays out without asking; a director pays out anything."""
TILL = "till.1"

whole = st.integers(10, 90).map(lambda tens: 10 * tens)
backs = st.integers(0, 4)
"""Counted back from the newest one."""
tellers = st.sampled_from([CASHIER, CASHIER, DIRECTOR])
assents = st.sampled_from(["yes", "no", "ok"])
kinds = st.sampled_from(["courier", "petrol", "sale", "pair", "give"])
steps = st.one_of(
    st.tuples(st.just("say"), tellers, kinds, whole),
    st.tuples(st.just("say"), tellers, kinds, whole),
    st.tuples(st.just("edit"), backs, kinds, whole),
    st.tuples(st.just("edit"), backs, kinds, whole),
    st.tuples(st.just("mend"), backs),
    st.tuples(st.just("correct"), tellers, whole),
    st.tuples(st.just("cancel"), tellers),
    st.tuples(st.just("assent"), st.sampled_from([CASHIER, DIRECTOR, OWNER]), assents),
    st.tuples(st.just("reply"), backs, whole),
    st.tuples(st.just("reply_to_card"), backs, whole),
    st.tuples(st.just("undo"), st.sampled_from([None, DIRECTOR]), backs),
    st.tuples(st.just("change"), backs, whole),
    st.tuples(st.just("approve"), st.sampled_from([CASHIER, DIRECTOR, OWNER, OWNER]), backs),
    st.tuples(st.just("withdraw"), backs),
    st.tuples(st.just("receipts"), tellers, whole),
    st.tuples(st.just("edit_receipts"), backs, whole),
    st.tuples(st.just("undo_receipts"), backs),
    st.tuples(st.just("redeliver")),
    st.tuples(st.just("restart")),
    st.tuples(st.just("wait"), st.integers(1, 20)),
)


REPLY_TO_AN_OLDER_ONE_THAT_WAITS: list[tuple[object, ...]] = [
    ("say", CASHIER, "courier", 600),
    ("say", CASHIER, "courier", 700),
    ("reply", 1, 800),
    ("reply_to_card", 2, 300),
    ("approve", OWNER, 0),
]
REPLY_TO_AN_OLDER_CARD: list[tuple[object, ...]] = [
    ("say", CASHIER, "courier", 250),
    ("correct", CASHIER, 350),
    ("say", CASHIER, "petrol", 100),
    ("reply_to_card", 2, 360),
]
REPLY_TO_WHAT_IS_GONE: list[tuple[object, ...]] = [
    ("say", CASHIER, "courier", 250),
    ("say", CASHIER, "petrol", 100),
    ("undo", None, 1),
    ("reply", 1, 260),
    ("reply_to_card", 1, 270),
]


REPLY_TO_A_PAYOUT_THAT_IS_GONE: list[tuple[object, ...]] = [
    ("say", CASHIER, "sale", 390),
    ("edit", 4, "petrol", 720),
    ("say", CASHIER, "petrol", 620),
    ("reply_to_card", 2, 190),
    ("reply_to_card", 2, 840),
]


MENDED: list[tuple[object, ...]] = [
    ("say", CASHIER, "courier", 250),
    ("correct", CASHIER, 350),
    ("mend", 0),
    ("cancel", CASHIER),
    ("mend", 0),
    ("edit", 0, "courier", 260),
]


A_YES_IN_WORDS_DECIDES_NOTHING: list[tuple[object, ...]] = [
    ("say", CASHIER, "courier", 600),
    ("assent", CASHIER, "yes"),
    ("assent", OWNER, "yes"),
    ("approve", OWNER, 0),
    ("assent", CASHIER, "no"),
]


RECEIPTS_ARE_NO_ENTRY_OF_THE_CHAT: list[tuple[object, ...]] = [
    ("say", CASHIER, "give", 400),
    ("receipts", CASHIER, 150),
    ("redeliver",),
    ("correct", CASHIER, 120),
    ("cancel", CASHIER),
    ("edit_receipts", 0, 130),
    ("undo_receipts", 0),
    ("receipts", CASHIER, 900),
    ("cancel", CASHIER),
]


@dataclass
class Operation:
    """What is expected of one operation of one message."""

    teller: int
    message: int
    stands: int | None = None
    """What its entry should have moved in the till, in whole units; None for no entry."""
    waits: int | None = None
    """What its payout that waits for a yes would move."""
    number: int = 0
    """Its standing entry, as the books number it: the model says that it stands, not which."""
    approval: int = 0
    """Its waiting payout, as the books number it."""
    numbers: set[int] = field(default_factory=set)
    """Every entry that ever told of it."""
    told: list[tuple[int, str, str, int]] = field(default_factory=list)
    """Every entry that is expected: a count, the message's text then, what for, and how much."""
    words: tuple[str, str] = ("", "")
    """The text and the purpose of what waits, else of what stood last."""

    def is_told(self, amount: int, words: tuple[str, str] | None = None) -> None:
        """Expect what comes of its being told, or put right, with an amount."""
        if words is None:
            words = self.told[-1][1:3] if self.stands is not None else self.words
        self.words = words
        is_held = (
            self.teller == CASHIER
            and amount < -LIMIT
            and (self.stands is None or self.stands > 0 or amount < self.stands)
        )
        if is_held:
            self.waits = amount
        else:
            self.stands = amount
            self.is_posted()

    def is_posted(self) -> None:
        """Expect an entry with the words of the operation."""
        assert self.stands is not None
        self.waits = None
        self.told.append((next(_counts), *self.words, self.stands))

    def is_gone(self) -> None:
        """Expect nothing of it to stand or to wait."""
        self.stands = self.waits = None


_counts = itertools.count(1)


def said(kind: str, amount: int) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Give a message, and what its operations are for and move."""
    match kind:
        case "sale":
            return f"sale {amount}", (("sale", amount),)
        case "pair":
            moves = (("courier", -amount), ("petrol", -amount - 5))
            return f"courier {amount}\npetrol {amount + 5}", moves
        case "give":
            return f"gave Petro {amount} to account for, materials", (("give", -amount),)
        case what:
            return f"{what} {amount}", ((what, -amount),)


def says_as_before(told: list[Operation], moves: tuple[tuple[str, int], ...]) -> bool:
    """Tell whether a message's newest filed text said just this when it was filed first."""
    every = sorted(each for one in told for each in one.told)
    if not every or any(one.waits is not None for one in told):
        return False
    text = every[-1][1]
    first = [next((each for each in one.told if each[1] == text), None) for one in told]
    return tuple(each[2:] for each in first if each is not None) == moves


class AnyOrder:
    """Does one step after another to the real handlers, and to a dictionary."""

    def __init__(self, chat: Chat, url: str) -> None:
        self.chat, self._url = chat, url
        self.operations: dict[tuple[int, int, int], Operation] = {}
        self._messages: list[tuple[int, int]] = []
        self._undoes: list[tuple[int, int]] = []
        """Who was shown a button to undo which entry, in the order of showing."""
        self._approves: list[tuple[int, str]] = []
        self._withdraws: list[tuple[int, str]] = []
        self._texts: dict[tuple[int, int], tuple[str, int]] = {}
        self._told_receipts: dict[int, tuple[int, int]] = {}
        """Who told which receipts, by the number of the entry that stands, and how much."""
        self._brought: list[tuple[int, int]] = []
        """Who told receipts by which message."""
        self._undoes_receipts: list[tuple[int, str]] = []
        self._seen = 0

    async def do(self, what: str, *how: object) -> None:
        """Do a step and check what must be so after it."""
        await getattr(self, f"_{what}")(*how)
        await self.hold()

    def _shown(self, messages: list[OutgoingMessage]) -> None:
        for message in messages:
            for button in (each for row in message.buttons for each in row):
                self._keep(message.chat_id, button.data or "")

    def _keep(self, user: int, data: str) -> None:
        if data.startswith("u:"):
            self._undoes.append((user, UndoCallback.unpack(data).number))
        elif data.startswith("pay:"):
            action = ApprovalCallback.unpack(data).action
            kept = {"approve": self._approves, "withdraw": self._withdraws}.get(action)
            if kept is not None:
                kept.append((user, data))
        elif data.startswith("v:") and AdvanceCallback.unpack(data).action == "undo":
            self._undoes_receipts.append((user, data))

    async def _say(self, user: int, kind: str, amount: int) -> None:
        text, moves = said(kind, amount)
        self._shown(await self.chat.say(user, text))
        message = self.chat.last_message_id
        self._messages.append((user, message))
        self._texts[user, message] = kind, amount
        for place, (what, move) in enumerate(moves):
            self._operation(user, message, place).is_told(move, (text, what))

    async def _mend(self, back: int) -> None:
        if self._messages:
            place = self._messages[-1 - back % len(self._messages)]
            await self._edit(back, *self._texts[place], mark="!" * (1 + self._seen % 9))

    async def _edit(self, back: int, kind: str, amount: int, mark: str = "") -> None:
        if not self._messages:
            return
        user, message = self._messages[-1 - back % len(self._messages)]
        text, moves = said(kind, amount)
        text += mark
        self._texts[user, message] = kind, amount
        self._shown(await self.chat.edit(user, message, text))
        if says_as_before(self._of(user, message), moves):
            return
        for place, (what, move) in enumerate(moves):
            one = self._operation(user, message, place)
            if one.waits is None or (one.waits, one.words[1]) != (move, what):
                one.is_told(move, (text, what))
        for place in range(len(moves), 2):
            self._operation(user, message, place).is_gone()

    async def _correct(self, user: int, amount: int) -> None:
        self._shown(await self.chat.say(user, f"no, {amount}"))
        self._change_last(user, amount)

    async def _cancel(self, user: int) -> None:
        self._shown(await self.chat.say(user, "cancel that"))
        self._change_last(user, None)

    async def _assent(self, user: int, word: str) -> None:
        """A word posts nothing of what is filed, and decides on no payout that waits."""
        self._shown(await self.chat.say(user, word))

    async def _reply(self, back: int, amount: int) -> None:
        if not self._messages:
            return
        user, message = self._messages[-1 - back % len(self._messages)]
        replied = self.chat.message_of(user, message)
        self._shown(await self.chat.say(user, f"no, {amount}", reply_to_message=replied))
        self._answer(self._of(user, message), user, amount)

    async def _reply_to_card(self, back: int, amount: int) -> None:
        shown: list[tuple[int, int | str]] = [*self._undoes, *self._withdraws]
        if not shown:
            return
        user, seen = shown[-1 - back % len(shown)]
        if isinstance(seen, int):
            data = UndoCallback(number=seen, is_alone=True).pack()
            meant = [each for each in self.operations.values() if seen in each.numbers]
        else:
            data = str(seen)
            waiting = self._waiting(data)
            meant = [] if waiting is None else [waiting]
        card = self.chat.message_of(user, 0)
        markup = {"inline_keyboard": [[{"text": "button", "callback_data": data}]]}
        replied = card | {"reply_markup": markup}
        self._shown(await self.chat.say(user, f"no, {amount}", reply_to_message=replied))
        if isinstance(seen, int):
            meant = [each for each in meant if each.stands is not None]
        elif meant:
            self._put_right_waiting(meant[0], amount)
            return
        self._put_right(meant, amount)

    def _answer(self, meant: list[Operation], user: int, amount: int) -> None:
        """Expect a reply to change what it replies to, and nothing else that was told."""
        told = [each for each in meant if each.stands is not None]
        waiting = [each for each in meant if each.waits is not None]
        if told or waiting:
            self._put_right(told or waiting, amount)
        elif not any(each.numbers for each in meant):
            self._change_last(user, amount)

    def _change_last(self, user: int, amount: int | None) -> None:
        """Expect what was told last to change: an entry, or a payout that waits and is newer."""
        own = [each for each in self.operations.values() if each.teller == user]
        told = sorted((x for x in own if x.stands is not None), key=lambda x: -x.number)
        waiting = sorted((x for x in own if x.waits is not None), key=lambda x: -x.approval)
        receipts = [number for number, (by, _) in self._told_receipts.items() if by == user]
        last = told[0].number if told else 0
        if waiting and not (told and waiting[0].message < told[0].message):
            self._put_right_waiting(waiting[0], amount)
        elif told and max(receipts, default=0) < last:
            newest = told[0].message
            self._put_right([each for each in told if each.message == newest], amount)

    def _put_right_waiting(self, waiting: Operation, amount: int | None) -> None:
        if amount is None:
            waiting.waits = None
        elif -amount != waiting.waits:
            waiting.is_told(-amount)

    def _put_right(self, meant: list[Operation], amount: int | None) -> None:
        """Expect a change of one operation; of several the person is asked which he means."""
        if len(meant) != 1:
            return
        (only,) = meant
        if only.stands is None:
            self._put_right_waiting(only, amount)
        elif amount is None:
            only.is_gone()
        elif amount != abs(only.stands):
            only.is_told(amount if only.stands > 0 else -amount)

    async def _undo(self, user: int | None, back: int) -> None:
        if not self._undoes:
            return
        owner, number = self._undoes[-1 - back % len(self._undoes)]
        data = UndoCallback(number=number, is_alone=True).pack()
        self._shown(await self.chat.tap(user or owner, data))
        for each in self.operations.values():
            is_his = each.teller == owner or user is not None
            if each.number == number and each.stands is not None and is_his:
                each.is_gone()

    async def _change(self, back: int, amount: int) -> None:
        if not self._undoes:
            return
        user, number = self._undoes[-1 - back % len(self._undoes)]
        standing = [x for x in self.operations.values() if x.stands and x.number == number]
        data = EntryCallback(number=number, field="amount", value="-").pack()
        self._shown(await self.chat.tap(user, data))
        if standing:
            await self.chat.redeliver()
            self._shown(await self.chat.say(user, str(amount)))
            self._put_right(standing, amount)

    async def _approve(self, user: int, back: int) -> None:
        if not self._approves:
            return
        _, data = self._approves[-1 - back % len(self._approves)]
        self._shown(await self.chat.tap(user, data))
        found = self._waiting(data)
        if found is not None and user in {DIRECTOR, OWNER} and user != found.teller:
            found.stands = found.waits
            found.is_posted()

    async def _withdraw(self, back: int) -> None:
        if not self._withdraws:
            return
        user, data = self._withdraws[-1 - back % len(self._withdraws)]
        self._shown(await self.chat.tap(user, data))
        found = self._waiting(data)
        if found is not None:
            found.waits = None

    async def _receipts(self, user: int, amount: int) -> None:
        """Tell receipts of what Petro holds: no till moves; what is more than that is asked."""
        held = await self._held()
        if held <= 0:
            return
        self._shown(await self.chat.say(user, self._brings(amount)))
        self._brought.append((user, self.chat.last_message_id))
        if amount <= held:
            newest = await self.chat.database.read(lambda books: books.journal.count())
            self._told_receipts[newest] = user, amount

    async def _edit_receipts(self, back: int, amount: int) -> None:
        """An edit of receipts changes nothing: they are taken back and told anew."""
        if self._brought:
            user, message = self._brought[-1 - back % len(self._brought)]
            self._shown(await self.chat.edit(user, message, self._brings(amount)))

    async def _undo_receipts(self, back: int) -> None:
        if self._undoes_receipts:
            user, data = self._undoes_receipts[-1 - back % len(self._undoes_receipts)]
            self._shown(await self.chat.tap(user, data))
            self._told_receipts.pop(AdvanceCallback.unpack(data).number, None)

    async def _held(self) -> int:
        """Give what Petro has to account for, in whole units."""
        held = await self.chat.database.read(lambda books: books.balances.of(ADVANCES, "UAH"))
        return held.minor // 100

    @staticmethod
    def _brings(amount: int) -> str:
        return f"Petro brought receipts for {amount} materials"

    async def _redeliver(self) -> None:
        await self.chat.redeliver()

    async def _restart(self) -> None:
        await self.chat.database.close()
        self.chat.restart(await open_database(self._url))

    async def _wait(self, minutes: int) -> None:
        self.chat.clock.move(dt.timedelta(minutes=minutes))

    def _waiting(self, data: str) -> Operation | None:
        number = ApprovalCallback.unpack(data).approval_id
        found = [x for x in self.operations.values() if x.waits and x.approval == number]
        return found[0] if found else None

    def _operation(self, user: int, message: int, place: int) -> Operation:
        return self.operations.setdefault((user, message, place), Operation(user, message))

    def _of(self, user: int, message: int) -> list[Operation]:
        return [self._operation(user, message, place) for place in range(2)]

    async def hold(self) -> None:
        """Check that the books are what the dictionary says, and how they came to be so."""
        entries, waiting = await self.chat.database.read(
            lambda books: (tuple(books.journal.all()), books.approvals.waiting())
        )
        for each in self.operations.values():
            each.number = each.approval = 0
        self._agree(entries, waiting)
        self._is_full(entries)

    def _agree(self, entries: tuple[PostedEntry, ...], waiting: tuple[Approval, ...]) -> None:
        stands: dict[tuple[int, int, int], int] = {}
        receipts = [each for each in entries if each.entry.origin.source == RECEIPTS]
        entries = tuple(each for each in entries if each.entry.origin.source != RECEIPTS)
        standing = [each for each in receipts if each.reversed_by is None]
        assert {each.number: spent(each) for each in standing} == {
            number: amount for number, (_, amount) in self._told_receipts.items()
        }
        for each in entries:
            if each.entry.reverses is None:
                told = self.operations[key_of(each.entry.origin.external_id)]
                told.numbers.add(each.number)
            if each.entry.reverses is None and each.reversed_by is None:
                key = key_of(each.entry.origin.external_id)
                assert key not in stands, "one effective entry an operation"
                stands[key] = moved(each)
                self.operations[key].number = each.number
        waits: dict[tuple[int, int, int], int] = {}
        for approval in waiting:
            key = key_of(approval.origin.external_id)
            assert key not in waits, "one waiting payout an operation"
            waits[key] = -approval.amount.minor // 100
            self.operations[key].approval = approval.id
        expected = {k: v.stands for k, v in self.operations.items() if v.stands is not None}
        assert stands == expected
        assert waits == {k: v.waits for k, v in self.operations.items() if v.waits is not None}

    def _is_full(self, entries: tuple[PostedEntry, ...]) -> None:
        """Check that nothing vanished: numbers, versions, and reversals of what is gone."""
        assert [each.number for each in entries] == list(range(1, len(entries) + 1))
        assert len(entries) >= self._seen
        self._seen = len(entries)
        by_number = {each.number: each for each in entries}
        versions: dict[str, list[int]] = defaultdict(list)
        taken_back = [each.entry.reverses for each in entries if each.entry.reverses]
        assert len(taken_back) == len(set(taken_back)), "nothing is taken back twice"
        for each in entries:
            if each.entry.reverses is None:
                versions[each.entry.origin.external_id].append(each.entry.origin.version)
            elif by_number[each.entry.reverses].entry.origin.source != RECEIPTS:
                assert moved(by_number[each.entry.reverses]) == -moved(each)
            if each.reversed_by is not None:
                assert by_number[each.reversed_by].entry.reverses == each.number
        for told in versions.values():
            assert told == list(range(1, len(told) + 1))

    def is_told(self, books: Books) -> None:
        """Check the audit log, which only grows, and that nobody decided on his own payout."""
        for each in books.journal.all():
            found = {record.cause for record in books.audit.about(f"entry:{each.number}")}
            assert (POSTED if each.entry.reverses is None else REVERSED) in found
            assert each.raw_record_id is not None
        people = {person.id: person.telegram_id for person in books.people.all()}
        for number in itertools.count(1):
            approval = books.approvals.find(number)
            if approval is None:
                break
            assert approval.decided_by != approval.asked_by
            assert people[approval.asked_by] == key_of(approval.origin.external_id)[0]


def key_of(external_id: str) -> tuple[int, int, int]:
    """Give the chat, the message, and the place in it of an operation."""
    chat, _, rest = external_id.partition("/")
    message, _, place = rest.partition("#")
    return int(chat), int(message), int(place or 1) - 1


def moved(posted: PostedEntry) -> int:
    """Give what an entry moved in the till, in whole units."""
    (leg,) = (each for each in posted.entry.postings if each.account == TILL)
    return leg.amount.minor // 100


def spent(posted: PostedEntry) -> int:
    """Give what receipts account for, in whole units; the till has no part in it."""
    assert all(leg.account != TILL for leg in posted.entry.postings)
    (leg,) = (each for each in posted.entry.postings if each.account == ADVANCES)
    return -leg.amount.minor // 100


def staff(books: Books) -> None:
    """Set a shop up with one of each role, and a limit for cashiers."""
    books.shop.put(SHOP)
    lay_chart(books, till_names=("Hall",))
    for user, role in enumerate(Role, start=1):
        books.people.add(Newcomer(user, role.value.title(), "en"), role, NOW)
    books.limits.put(PayoutLimit(Role.CASHIER, "UAH", Money(LIMIT * 100, "UAH")))


async def play(url: str, played: list[tuple[object, ...]]) -> None:
    """Play a sequence of steps over fresh books, and prove these."""
    database = await open_database(url)
    await database.write(staff)
    order = AnyOrder(Chat(database, StillClock(), lexicon()), url)
    try:
        for what, *how in played:
            await order.do(str(what), *how)
        await order.chat.database.write(order.is_told)
        assert await order.chat.database.read(verify_books) == ()
    finally:
        await order.chat.database.close()


def test_any_sequence_gives_one_entry_each_and_a_full_trail(
    template: SqliteTemplate | PostgresTemplate,
) -> None:
    tried = times(10, 120) if isinstance(template, SqliteTemplate) else times(4, 40)
    with asyncio.Runner() as runner:

        @settings(max_examples=tried, phases=(Phase.explicit, Phase.generate))
        @given(st.lists(steps, min_size=8, max_size=16))
        @example(REPLY_TO_AN_OLDER_ONE_THAT_WAITS)
        @example(REPLY_TO_AN_OLDER_CARD)
        @example(REPLY_TO_WHAT_IS_GONE)
        @example(REPLY_TO_A_PAYOUT_THAT_IS_GONE)
        @example(MENDED)
        @example(A_YES_IN_WORDS_DECIDES_NOTHING)
        @example(RECEIPTS_ARE_NO_ENTRY_OF_THE_CHAT)
        def any_order(played: list[tuple[object, ...]]) -> None:
            with template.lent() as url:
                runner.run(play(url, played))

        any_order()
