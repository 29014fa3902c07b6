"""Plays a dialogue with the real handlers and writes down what each person sees."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ledger.accounts import LANGUAGES
from locales.words import MissingWordsError, Words, words_of
from parsing.lexicon import Lexicon
from services.messages import OutgoingMessage, Tone
from services.people import Newcomer, Role
from services.ports import Books, Database
from services.set_up_shop import lay_chart
from services.shop import Shop
from tests.conftest import NOW, StillClock
from tests.handlers.chat import Chat

PEOPLE: dict[str, tuple[int, Role, dict[str, str], str | None]] = {
    "cashier": (1, Role.CASHIER, {"en": "Olha", "uk": "Ольга", "ru": "Ольга"}, "till.1"),
    "accountant": (2, Role.ACCOUNTANT, {"en": "Iryna", "uk": "Ірина", "ru": "Ирина"}, None),
    "director": (3, Role.DIRECTOR, {"en": "Dmytro", "uk": "Дмитро", "ru": "Дмитрий"}, None),
    "owner": (4, Role.OWNER, {"en": "Anna", "uk": "Анна", "ru": "Анна"}, None),
    "second": (5, Role.CASHIER, {"en": "Petro", "uk": "Петро", "ru": "Пётр"}, "till.2"),
}
"""Who is on stage: Telegram's number, role, name in each language, till."""

TILLS = {
    "en": ("Front till", "Warehouse till"),
    "uk": ("Каса в залі", "Каса на складі"),
    "ru": ("Касса в зале", "Касса на складе"),
}
HEADINGS = {"en": "English", "uk": "Українська", "ru": "Русский"}


@dataclass(frozen=True, slots=True)
class Types:
    """Somebody types a message: the same in each language."""

    who: str
    en: str
    uk: str
    ru: str
    is_edit: bool = False
    """Whether it changes what that person typed last."""


@dataclass(frozen=True, slots=True)
class Taps:
    """Somebody taps a button: its words by their id in the locale files, or as they stand."""

    who: str
    label: str
    arguments: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waits:
    """Time passes."""

    by: dt.timedelta


Step = Types | Taps | Waits


@dataclass(frozen=True, slots=True)
class Scene:
    """A dialogue from its beginning to its end, in a shop of its own."""

    title: str
    about: str
    steps: tuple[Step, ...]


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
        self.lines: list[str] = []

    async def set_up(self) -> None:
        """Staff the shop."""
        language = self._language

        def staff(books: Books) -> None:
            books.shop.put(Shop("Teplo", "UAH", "Europe/Kyiv", language, is_ready=True))
            lay_chart(books, till_names=TILLS[language])
            for number, role, names, till in PEOPLE.values():
                person = books.people.add(Newcomer(number, names[language], language), role, NOW)
                if till is not None:
                    books.people.change(replace(person, till=till))

        await self._database.write(staff)

    async def play(self, step: Step) -> None:
        """Take a step and write down what it leads to."""
        match step:
            case Waits(by):
                self._clock.move(by)
                self.lines.append(f"*{_span_of(by)}*")
            case Types(who):
                said = getattr(step, self._language)
                self._tell(who, said + (" ✎" if step.is_edit else ""))
                self._hear(await self._say(PEOPLE[who][0], said, is_edit=step.is_edit))
            case Taps(who, label, arguments):
                await self._tap(who, self._label(label, arguments))

    async def _say(self, user: int, said: str, *, is_edit: bool) -> Sequence[OutgoingMessage]:
        if is_edit:
            return await self._chat.edit(user, self._typed[user], said)
        heard = await self._chat.say(user, said, language=self._language)
        self._typed[user] = self._chat.last_message_id
        return heard

    async def _tap(self, who: str, label: str) -> None:
        user = PEOPLE[who][0]
        card = next(
            each
            for each in reversed(self._shown[user])
            if label in {button.label for row in each.buttons for button in row}
        )
        self._tell(who, f"[{label}]")
        self._hear(await self._chat.press(user, card, label))

    def _label(self, label: str, arguments: dict[str, str]) -> str:
        try:
            return self._words.plain(label, **arguments)
        except MissingWordsError:
            return label

    def _tell(self, who: str, said: str) -> None:
        name = PEOPLE[who][2][self._language]
        self.lines.append(f"**{name}:** {said.replace(chr(10), '<br>')}")

    def _hear(self, heard: Sequence[OutgoingMessage]) -> None:
        names = {number: names[self._language] for number, _, names, _ in PEOPLE.values()}
        for message in heard:
            self._shown.setdefault(message.chat_id, []).append(message)
            self.lines.append(f"**Tilly → {names[message.chat_id]}:** {_shown(message)}")


def _shown(message: OutgoingMessage) -> str:
    text = message.text.replace("\n", "<br>")
    picture = "🖼<br>" if message.picture is not None else ""
    file = f"📄 {message.document.name}<br>" if message.document is not None else ""
    rows = [
        "&nbsp;".join(_button(each.label, each.tone) for each in row) for row in message.buttons
    ]
    return "<br>".join((f"{picture}{file}{text}", *rows))


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
