"""/crm: how far the CRM is read, and which of its fields is what, set by buttons."""

from collections.abc import Iterator
from dataclasses import dataclass

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import CrmCallback
from handlers.cards import Setting
from handlers.crm.crm_cards import (
    button,
    choice_lines,
    choice_rows,
    entity_name,
    entity_of,
    health_lines,
    is_mapped,
    keep_rows,
    mapping_lines,
    mapping_rows,
    meaning_rows,
    preview_lines,
    role_name,
    stage_coded,
    stage_rows,
    title_of,
    way_rows,
    ways_rows,
)
from handlers.desk import Desk
from handlers.filters import is_known, is_private
from handlers.input import place_of
from locales.words import Words, shorten
from services.cash_types import NotAllowed, StaleAnswer
from services.crm.crm_types import DEAL, CrmMapping, CrmReading, Role, StageMeaning
from services.intake.map_crm import MappingSeen, choices_for, see_mapping, set_mapping
from services.intake.see_crm import see_crm
from services.messages import Button, Cause, OutgoingMessage
from services.people import Person
from services.ports import Books
from services.shop import Shop

router = Router(name="crm")
router.message.filter(is_private, is_known)
router.callback_query.filter(is_known, CrmCallback.filter())

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class CrmDesk:
    """Somebody looks at the CRM; each answer shows it as it is then."""

    books: Books
    reading: CrmReading
    setting: Setting
    person: Person
    shop: Shop
    cause: Cause
    card: int | None = None
    """The message that shows it."""

    def shows(self, entity: str = DEAL, *, said: str = "") -> OutgoingMessage:
        """Show how the CRM does, what fields mean, and what the last orders say by that."""
        words = self.setting.words
        found = see_crm(self.books, self.person)
        if isinstance(found, NotAllowed):
            return self.setting.say("not-allowed")
        if not found:
            return self.setting.say("crm-none")
        parts = [said] if said else []
        parts += ["\n".join(health_lines(words, self.shop, each)) for each in found]
        seen = see_mapping(self.books, self.reading, self.person, entity)
        if not isinstance(seen, MappingSeen) or not seen.connection.directory.fields:
            return self._message(parts)
        parts += ["\n".join(mapping_lines(words, seen)), "\n".join(preview_lines(words, seen))]
        return self._message(parts, (*self._kinds(seen), *mapping_rows(words, seen)))

    def press(self, pressed: CrmCallback) -> OutgoingMessage:
        """Do what a button says."""
        entity = entity_of(pressed.entity)
        seen = see_mapping(self.books, self.reading, self.person, entity)
        if isinstance(seen, NotAllowed) or (isinstance(seen, MappingSeen) and not seen.may_set):
            return self.setting.say("not-allowed")
        if isinstance(seen, StaleAnswer) or pressed.what == "show":
            return self.shows(entity)
        pages = {
            "role": self._fields,
            "pick": self._preview,
            "keep": self._keep,
            "stages": self._stages,
            "stage": self._stage,
            "mean": self._mean,
            "ways": self._ways,
            "way": self._way,
            "by": self._by,
        }
        page = pages.get(pressed.what)
        shown = None if page is None else page(seen, pressed)
        return shown or self.shows(entity, said=self.setting.words("stale"))

    def _fields(self, seen: MappingSeen, pressed: CrmCallback) -> OutgoingMessage | None:
        role = _role(pressed)
        if role is None:
            return None
        words, page = self.setting.words, max(0, pressed.page)
        choices = choices_for(self.books, self.reading, seen, role)
        parts = [words("crm-which-field", role=role_name(words, role))]
        parts.append("\n".join(choice_lines(words, choices, page)) or words("crm-no-fields"))
        rows = choice_rows(words, seen.mapping.entity, role, choices, page)
        return self._message(parts, tuple(rows))

    def _preview(self, seen: MappingSeen, pressed: CrmCallback) -> OutgoingMessage | None:
        role, proposed = _role(pressed), self._proposed(seen, pressed)
        if role is None or proposed is None:
            return None
        words, entity = self.setting.words, seen.mapping.entity
        would = see_mapping(self.books, self.reading, self.person, entity, proposed)
        if not isinstance(would, MappingSeen):
            return None
        field = seen.connection.directory.field_of(entity, pressed.value) or would.field_in(role)
        name = words.plain("crm-role-none") if field is None else shorten(title_of(words, field))
        parts = [words("crm-would", role=role_name(words, role), field=name)]
        parts.append("\n".join(preview_lines(words, would)))
        return self._message(parts, keep_rows(words, entity, role, pressed.value))

    def _keep(self, seen: MappingSeen, pressed: CrmCallback) -> OutgoingMessage | None:
        proposed = self._proposed(seen, pressed)
        return None if proposed is None else self._set(proposed)

    def _proposed(self, seen: MappingSeen, pressed: CrmCallback) -> CrmMapping | None:
        """Give the mapping that a button proposes; None where its field is there no more."""
        role = _role(pressed)
        if role is None:
            return None
        if not pressed.value:
            return seen.mapping.with_expression(role, None)
        choices = choices_for(self.books, self.reading, seen, role)
        found = next((each for each in choices if each.field.name == pressed.value), None)
        if found is None:
            return None
        proposed = seen.mapping.with_expression(role, found.expression)
        if role is Role.PAID_BY:
            for said, way in self.reading.ways_of(found.field).items():
                proposed = proposed.with_way(said, way) if said not in proposed.ways else proposed
        return proposed

    def _stages(self, seen: MappingSeen, pressed: CrmCallback) -> OutgoingMessage:
        words = self.setting.words
        stages = seen.connection.directory.stages.get(seen.mapping.entity, ())
        rows = stage_rows(words, seen, stages, max(0, pressed.page))
        return self._message([words("crm-stages")], tuple(rows))

    def _stage(self, seen: MappingSeen, pressed: CrmCallback) -> OutgoingMessage | None:
        words, entity = self.setting.words, seen.mapping.entity
        stages = seen.connection.directory.stages.get(entity, ())
        stage = stage_coded(stages, pressed.about)
        if stage is None:
            return None
        asked = words("crm-which-meaning", stage=shorten(stage.name))
        return self._message([asked], tuple(meaning_rows(words, entity, pressed.about)))

    def _mean(self, seen: MappingSeen, pressed: CrmCallback) -> OutgoingMessage | None:
        stages = seen.connection.directory.stages.get(seen.mapping.entity, ())
        stage = stage_coded(stages, pressed.about)
        if stage is None or pressed.value not in set(StageMeaning):
            return None
        return self._set(seen.mapping.with_stage(stage.code, StageMeaning(pressed.value)))

    def _ways(self, seen: MappingSeen, _pressed: CrmCallback) -> OutgoingMessage:
        words, field = self.setting.words, seen.field_in(Role.PAID_BY)
        if field is None or not field.items:
            leave = button(words.plain("button-crm-leave"), "show", seen.mapping.entity)
            return self._message([words("crm-no-ways")], ((leave,),))
        return self._message([words("crm-ways")], tuple(way_rows(words, seen, field)))

    def _way(self, seen: MappingSeen, pressed: CrmCallback) -> OutgoingMessage | None:
        words, said = self.setting.words, _chosen(seen, pressed)
        if said is None:
            return None
        rows = tuple(ways_rows(words, seen.mapping.entity, pressed.about))
        return self._message([words("crm-which-way", said=shorten(said))], rows)

    def _by(self, seen: MappingSeen, pressed: CrmCallback) -> OutgoingMessage | None:
        said = _chosen(seen, pressed)
        return None if said is None else self._set(seen.mapping.with_way(said, pressed.value))

    def _set(self, mapping: CrmMapping) -> OutgoingMessage | None:
        kept = set_mapping(self.books, self.reading, mapping, self.person, self.cause)
        if isinstance(kept, NotAllowed):
            return self.setting.say("not-allowed")
        if isinstance(kept, StaleAnswer):
            return None
        return self.shows(mapping.entity, said=self.setting.words("crm-kept"))

    def _kinds(self, seen: MappingSeen) -> Iterator[tuple[Button, ...]]:
        """Give buttons for the other kinds of records that are sales."""
        feeds = self.books.crm.feeds(seen.connection.name)
        others = (
            each.entity
            for each in feeds
            if is_mapped(each.entity) and each.entity != seen.mapping.entity
        )
        for each in others:
            yield (button(entity_name(self.setting.words, each), "show", each),)

    def _message(self, parts: list[str], rows: Rows = ()) -> OutgoingMessage:
        return self.setting.message("\n\n".join(parts), rows, edits=self.card)


@router.message(Command("crm"))
async def crm_asked(
    message: Message,
    *,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    crm_reading: CrmReading,
) -> None:
    """Answer /crm."""
    setting = Setting(words, message.chat.id, shop.day_of(message.date), person)

    def look(books: Books) -> OutgoingMessage:
        return CrmDesk(books, crm_reading, setting, person, shop, desk.cause).shows()

    await desk.reply(await desk.read(look))


@router.callback_query()
async def crm_pressed(
    callback: CallbackQuery,
    *,
    callback_data: CrmCallback,
    desk: Desk,
    person: Person,
    shop: Shop,
    words: Words,
    crm_reading: CrmReading,
) -> None:
    """Turn a page, show what a field would say, or keep it."""
    chat_id, message_id = place_of(callback)
    setting = Setting(words, chat_id, shop.day_of(desk.cause.at), person)

    def act(books: Books) -> OutgoingMessage:
        crm = CrmDesk(books, crm_reading, setting, person, shop, desk.cause, message_id)
        return crm.press(callback_data)

    await desk.finish(act)


def _role(pressed: CrmCallback) -> Role | None:
    return Role(pressed.about) if pressed.about in set(Role) else None


def _chosen(seen: MappingSeen, pressed: CrmCallback) -> str | None:
    """Give the words of what can be chosen as the way to pay."""
    field = seen.field_in(Role.PAID_BY)
    return None if field is None else field.items.get(pressed.about)
