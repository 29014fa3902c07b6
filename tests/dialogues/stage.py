"""Plays a dialogue with the real handlers and writes down what each person sees."""

import datetime as dt
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import assert_never

from handlers.alerts.alert_news import alert_news
from handlers.approvals.approval_news import approval_news
from handlers.cash.draft_replies import asked_again
from handlers.cash.missing import missing_question
from handlers.results.restatements import restatement_news
from handlers.tills.transfer_notices import transfer_asked_again
from jobs.ask_about_missing import ask_what_is_missing
from jobs.draft_reminders import remind_of_drafts
from jobs.expire_approvals import let_approvals_lapse
from jobs.lapse_counts import let_counts_lapse
from jobs.remind_of_advances import remind_of_advances
from jobs.remind_of_transfers import remind_of_transfers
from jobs.ring_alerts import ring
from jobs.tell_of_restatements import tell_of_restatements
from ledger.accounts import LANGUAGES
from locales.words import MissingWordsError, Words, words_of
from parsing.annotation.lexicon import Lexicon
from services.messages import Grid, OutgoingMessage, Tone
from services.people import Newcomer, Role
from services.ports import Books, Clock, Database
from services.shop import Shop
from services.team.claim_ownership import issue_owner_code
from services.team.set_up_shop import lay_chart
from tests.conftest import NOW, StillClock
from tests.dialogues.alert_jobs import closed_order_is_changed
from tests.dialogues.bank_jobs import (
    CASH_ORDERS,
    MORE_CASH,
    NEXT,
    ORDERS,
    PAID,
    REST,
    STATEMENT,
    TABLE,
    drops,
    looked_through,
    matched,
    morning,
)
from tests.dialogues.clock_jobs import due_fails, due_runs
from tests.dialogues.crm_jobs import portal_is_read
from tests.dialogues.steps import Opens, Runs, Scene, Sends, Step, Taps, Types, Waits
from tests.handlers.chat import Announce, Chat

PEOPLE: dict[str, tuple[int, Role, dict[str, str], str | None]] = {
    "cashier": (1, Role.CASHIER, {"en": "Olha", "uk": "Ольга", "ru": "Ольга"}, "till.1"),
    "accountant": (2, Role.ACCOUNTANT, {"en": "Iryna", "uk": "Ірина", "ru": "Ирина"}, None),
    "director": (3, Role.DIRECTOR, {"en": "Dmytro", "uk": "Дмитро", "ru": "Дмитрий"}, None),
    "owner": (4, Role.OWNER, {"en": "Anna", "uk": "Анна", "ru": "Анна"}, None),
    "second": (5, Role.CASHIER, {"en": "Petro", "uk": "Петро", "ru": "Пётр"}, "till.2"),
    "relief": (8, Role.CASHIER, {"en": "Lina", "uk": "Ліна", "ru": "Лина"}, None),
}
"""Who works in the shop: Telegram's number, role, name in each language, till."""

STRANGERS = {
    "newcomer": (6, {"en": "Nadia", "uk": "Надія", "ru": "Надежда"}),
    "stranger": (7, {"en": "Roman", "uk": "Роман", "ru": "Роман"}),
}
"""Who is not known to the shop, or not yet."""

TILLS = {
    "en": ("Front till", "Warehouse till"),
    "uk": ("Каса в залі", "Каса на складі"),
    "ru": ("Касса в зале", "Касса на складе"),
}
HEADINGS = {"en": "English", "uk": "Українська", "ru": "Русский"}
_LINK = re.compile(r"(?<=start=)[\w-]+")
_CODE = re.compile(r"\w{4}-\w{4}")
_ANYTHING = "…"
_TOO_OLD = "-"

Job = Callable[[Database, Clock, Announce], Awaitable[object]]
JOBS: dict[str, Job] = {
    "open questions": lambda database, clock, announce: remind_of_drafts(
        database, clock, asked_again, announce
    ),
    "what was not told": lambda database, clock, announce: ask_what_is_missing(
        database, clock, missing_question, announce
    ),
    "payouts lapse": lambda database, clock, announce: let_approvals_lapse(
        database, clock, approval_news, announce
    ),
    "money to account for": lambda database, clock, announce: remind_of_advances(
        database, clock, words_of, announce
    ),
    "counts that were left end": lambda database, clock, announce: let_counts_lapse(
        database, clock, words_of, announce
    ),
    "cash between tills that nobody confirmed": lambda database, clock, announce: (
        remind_of_transfers(database, clock, transfer_asked_again, announce)
    ),
    "the accountant drops a bank statement": drops(STATEMENT, "statement.xml", 901),
    "the accountant drops the next day's": drops(NEXT, "next.xml", 902),
    "the accountant drops a table": drops(TABLE, "export.csv", 903),
    "in the morning": morning,
    "the accountant drops the month's orders": drops(ORDERS, "orders.csv", 904),
    "the accountant drops the day's statement": drops(PAID, "paid.xml", 905),
    "the accountant drops what came the day after": drops(REST, "rest.xml", 906),
    "orders, payments and the bank are matched": matched,
    "the accountant drops orders paid in cash": drops(CASH_ORDERS, "cash.csv", 907),
    "the accountant drops one more such order": drops(MORE_CASH, "more.csv", 908),
    "the books are looked through": looked_through,
    "the portal is read": portal_is_read,
    "what is due runs": due_runs,
    "what is due fails": due_fails,
    "what has changed in told days": lambda database, clock, announce: tell_of_restatements(
        database, clock, restatement_news, announce
    ),
    "a closed order is changed": closed_order_is_changed,
    "leaders are told what matters": lambda database, clock, announce: ring(
        database, clock, alert_news, announce
    ),
}
"""What the clock calls, by the name that it has on the page."""


class Stage:
    """One shop in one language, and what was seen in it."""

    def __init__(self, database: Database, lexicon: Lexicon, language: str) -> None:
        self._clock = StillClock()
        self._chat = Chat(database, self._clock, lexicon)
        self._database = database
        self._language = language
        self._words: Words = words_of(language)
        self._shown: dict[int, list[OutgoingMessage]] = {}
        self._typed: dict[int, int] = {}
        self._token = ""
        self._names = {number: names[language] for number, names in _everybody().values()}
        self.lines: list[str] = []

    async def set_up(self, *, is_new: bool) -> None:
        """Staff the shop, or leave it to its first owner."""
        language = self._language

        def staff(books: Books) -> None:
            books.shop.put(Shop("Teplo", "UAH", "Europe/Kyiv", language, is_ready=True))
            lay_chart(books, till_names=TILLS[language])
            for number, role, names, till in PEOPLE.values():
                person = books.people.add(Newcomer(number, names[language], language), role, NOW)
                if till is not None:
                    books.people.change(replace(person, till=till))

        if is_new:
            code = await self._database.write(lambda books: issue_owner_code(books, NOW))
            self._token = code or ""
        else:
            await self._database.write(staff)

    async def play(self, step: Step) -> None:
        """Take a step and write down what it leads to."""
        match step:
            case Waits(by):
                self._clock.move(by)
                self.lines.append(f"*{_span_of(by)}*")
            case Runs(job):
                self.lines.append(f"*{job}*")
                run = JOBS[job]
                self._hear(
                    await self._chat.run(lambda told: run(self._database, self._clock, told))
                )
            case Types(who):
                await self._type(who, getattr(step, self._language), is_edit=step.is_edit)
            case Sends(who):
                await self._send(who, getattr(step, self._language), is_reply=step.is_reply)
            case Opens(who):
                await self._open(who)
            case Taps(who):
                await self._tap(step)
            case _:
                assert_never(step)

    async def _type(self, who: str, said: str, *, is_edit: bool) -> None:
        user = _number_of(who)
        self._tell(who, said + (" ✎" if is_edit else ""))
        if is_edit:
            self._hear(await self._chat.edit(user, self._typed[user], said))
            return
        heard = await self._say(user, said)
        self._typed[user] = self._chat.last_message_id
        self._hear(heard)

    async def _send(self, who: str, said: str, *, is_reply: bool) -> None:
        user = _number_of(who)
        sent: dict[str, object] = {"photo": [_photo(self._chat.last_message_id)]}
        if said:
            sent["caption"] = said
        if is_reply:
            sent["reply_to_message"] = self._chat.card(user, self._shown[user][-1])
        self._tell(who, f"{'↩ ' if is_reply else ''}📷 {said}".rstrip())
        self._hear(await self._say(user, "", **sent))

    async def _open(self, who: str) -> None:
        said = self._token if _CODE.fullmatch(self._token) else f"/start {self._token}"
        self._tell(who, said.replace(self._token, "…"))
        self._hear(await self._say(_number_of(who), said))

    async def _say(self, user: int, said: str, **more: object) -> Sequence[OutgoingMessage]:
        name = self._names[user]
        who = {"id": user, "is_bot": False, "first_name": name, "language_code": self._language}
        return await self._chat.say(user, said, language=self._language, **more, **{"from": who})

    async def _tap(self, step: Taps) -> None:
        user, label = _number_of(step.who), self._label(step.label, step.arguments)
        cards = self._shown[user]
        pressed = _find(cards, label, str.__eq__) or _find(cards, label, str.__contains__)
        assert pressed is not None, f"nobody shows {step.who} a button {label!r}"
        card, found = pressed
        self._tell(step.who, f"[{found}]")
        if step.is_too_old:
            card = replace(
                card,
                buttons=tuple(
                    tuple(replace(each, data=_TOO_OLD) for each in row) for row in card.buttons
                ),
            )
        self._hear(await self._chat.press(user, card, found))

    def _label(self, label: str, arguments: dict[str, str]) -> str:
        if label in _everybody():
            return self._names[_number_of(label)]
        try:
            return self._words.plain(label, **arguments).partition(_ANYTHING)[0]
        except MissingWordsError:
            return label

    def _tell(self, who: str, said: str) -> None:
        name = self._names[_number_of(who)]
        self.lines.append(f"**{name}:** {said.replace(chr(10), '<br>')}")

    def _hear(self, heard: Sequence[OutgoingMessage]) -> None:
        for message in heard:
            link = _LINK.search(message.text)
            if link is not None:
                self._token = link[0]
            self._shown.setdefault(message.chat_id, []).append(message)
            is_edit = message.edits is not None or message.edits_key is not None
            name = self._names[message.chat_id] + (" ✎" if is_edit else "")
            name += "".join(f" {each.emoji or '⌫'}" for each in message.reactions)
            self.lines.append(f"**Tilly → {name}:** {_shown(message)}")


def _everybody() -> dict[str, tuple[int, dict[str, str]]]:
    return {who: (number, names) for who, (number, _, names, _) in PEOPLE.items()} | STRANGERS


def _number_of(who: str) -> int:
    return _everybody()[who][0]


def _find(
    cards: Sequence[OutgoingMessage], label: str, fits: Callable[[str, str], bool]
) -> tuple[OutgoingMessage, str] | None:
    """Find a button in the newest card that has one which fits."""
    for card in reversed(cards):
        for button in (each for row in card.buttons for each in row):
            if button.tone is not Tone.OFF and fits(button.label, label):
                return card, button.label
    return None


def _photo(number: int) -> dict[str, object]:
    return {
        "file_id": f"photo-{number}",
        "file_unique_id": f"unique-{number}",
        "width": 600,
        "height": 800,
    }


def _shown(message: OutgoingMessage) -> str:
    text = (message.text if message.grid is None else _table(message.grid)).replace("\n", "<br>")
    picture = "🖼<br>" if message.picture is not None else ""
    file = f"📄 {message.document.name}<br>" if message.document is not None else ""
    rows = [
        "&nbsp;".join(_button(each.label, each.tone) for each in row) for row in message.buttons
    ]
    return _LINK.sub("…", "<br>".join((f"{picture}{file}{text}", *rows)))


def _table(grid: Grid) -> str:
    rows = (" · ".join(each or "–" for each in row) for row in (grid.head, *grid.rows))
    return "\n".join((f"▦ {grid.title}", *rows, *grid.foot))


def _button(label: str, tone: Tone) -> str:
    return f"~~`{label}`~~" if tone is Tone.OFF else f"`{label}`"


def _span_of(by: dt.timedelta) -> str:
    hours = by.total_seconds() / 3600
    return f"{hours:.0f} h" if hours < 48 else f"{by.days} d"


def page_of(scene: Scene, told: dict[str, list[str]]) -> str:
    """Write a scene down as it is seen in each language."""
    parts = [f"## {scene.title}", scene.about]
    for language in LANGUAGES:
        parts.append(f"### {HEADINGS[language]}")
        parts.append("\n>\n".join(f"> {line}" for line in told[language]))
    return "\n\n".join(parts)
