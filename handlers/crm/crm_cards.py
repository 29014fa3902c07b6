"""What is seen of a CRM: how far it is read, what its fields mean, what the last orders say."""

import datetime as dt
from collections.abc import Iterator, Sequence

from handlers.callbacks import CrmCallback
from ledger.documents import Document, DocumentKind
from locales.words import Words, shorten, words_of
from services.crm.crm_types import DEAL, WAYS, CrmField, CrmStage, Role, StageMeaning
from services.intake.map_crm import FieldChoice, MappingSeen
from services.intake.see_crm import CrmSeen, crms_seen, wants_word
from services.messages import Button, OutgoingMessage, Tone
from services.people import Permission
from services.ports import Books
from services.shop import Shop
from services.source_trouble import Trouble

PER_PAGE = 6
_ITEMS = "item:"
_LABEL_MAX = 30
_REASONS = {
    Trouble.REFUSED: "crm-trouble-refused",
    Trouble.RIGHTS: "crm-trouble-rights",
    Trouble.LIMITED: "crm-trouble-limited",
    Trouble.DOWN: "crm-trouble-down",
    Trouble.GARBLED: "crm-trouble-garbled",
}
ROLES = (
    Role.NUMBER,
    Role.TOTAL,
    Role.COST,
    Role.REFUNDED,
    Role.PAID_BY,
    Role.TAX_ID,
    Role.STORE,
    Role.CHANNEL,
)
"""What is asked about in chat, in this order; the currency is always the CRM's own field."""


def code_of(entity: str) -> str:
    """Write a kind of record as buttons carry it."""
    return entity.replace(":", "-")


def entity_of(code: str) -> str:
    """Read a kind of record from a button."""
    return code.replace("-", ":")


def is_mapped(entity: str) -> bool:
    """Say whether a kind of record has fields that its owner says the meaning of."""
    return entity == DEAL or entity.startswith(_ITEMS)


def entity_name(words: Words, entity: str) -> str:
    """Name a kind of record, as plain text."""
    if entity.startswith(_ITEMS):
        return words.plain("crm-process", number=entity.removeprefix(_ITEMS))
    return words.plain(f"crm-kind-{entity.replace('_', '-')}")


def button(
    label: str, what: str, entity: str, about: str = "", value: str = "", *, page: int = 0
) -> Button:
    """Make a button of the CRM's pages."""
    data = CrmCallback(what=what, entity=code_of(entity), about=about, value=value, page=page)
    return Button(shorten(label, _LABEL_MAX), data=data.pack())


def health_lines(words: Words, shop: Shop, seen: CrmSeen) -> Iterator[str]:
    """Tell how a CRM does: trouble first, then how far it is read, then what was compared."""
    yield words("crm-head")
    connection, loading = seen.connection, seen.loading
    if connection.trouble is not None:
        yield trouble_line(words, shop, seen)
    if loading is not None:
        yield _progress(words, seen)
    elif seen.through is not None:
        yield words("crm-through", at=shop.local(seen.through))
    if seen.waiting:
        yield words("crm-waiting")
    yield from _compared(words, shop, seen)
    for each in seen.odd:
        name = entity_name(words, each.entity)
        yield words("crm-odd", kind=name, id=str(each.id), reason=shorten(each.reason))


def trouble_line(words: Words, shop: Shop, seen: CrmSeen) -> str:
    """Say what is wrong, and what to do."""
    trouble = seen.connection.trouble or Trouble.UNKNOWN
    at = shop.local(seen.connection.next_at)
    reason = words.plain(_REASONS.get(trouble, "crm-trouble-unknown"), at=at)
    return words("crm-in-trouble", reason=reason)


def crm_alerts(books: Books, shop: Shop, at: dt.datetime) -> Sequence[OutgoingMessage]:
    """Tell the owners of a CRM that waits for a person: once a day."""
    waiting = [each for each in crms_seen(books) if wants_word(each, at)]
    day = shop.day_of(at).isoformat()
    return tuple(
        OutgoingMessage(
            chat_id=person.telegram_id,
            text="\n\n".join(
                trouble_line(words_of(person.language), shop, each) for each in waiting
            ),
            dedupe_key=f"crm:{day}:{person.id}",
        )
        for person in books.people.all()
        if waiting and person.is_active and person.may(Permission.SET_UP)
    )


def mapping_lines(words: Words, seen: MappingSeen) -> Iterator[str]:
    """Tell which field is what."""
    is_guess = seen.mapping.version == 0
    yield words("crm-means-guessed" if is_guess else "crm-means", version=seen.mapping.version)
    for role in ROLES:
        name, field = role_name(words, role), field_name(words, seen, role)
        yield words("crm-role-is", role=name, field=field)


def field_name(words: Words, seen: MappingSeen, role: Role) -> str:
    """Name what is in a role: the field's title, or the expression where it is more than one."""
    expression = seen.mapping.expressions.get(role)
    if expression is None:
        return words.plain("crm-role-none")
    field = seen.field_in(role)
    return shorten(expression if field is None else title_of(words, field))


def title_of(words: Words, field: CrmField) -> str:
    """Give a field's title; the CRM's own fields are named in our words."""
    if field.name == "id":
        return words.plain("crm-field-id")
    return words.plain("crm-field-amount") if field.name == "opportunity" else field.title


def preview_lines(words: Words, seen: MappingSeen) -> Iterator[str]:
    """Tell what the last orders say."""
    if not seen.previews:
        yield words("crm-no-orders")
        return
    yield words("crm-previews")
    for each in seen.previews:
        orders = [d for d in each.derived.documents if d.kind is DocumentKind.ORDER]
        if each.derived.problem is not None:
            reason = shorten(each.derived.problem)
            yield words("crm-preview-odd", id=str(each.record_id), reason=reason)
        for order in orders:
            yield _previewed(words, each.meaning, order)


def mapping_rows(words: Words, seen: MappingSeen) -> Iterator[tuple[Button, ...]]:
    """Give the buttons that change what fields mean."""
    entity = seen.mapping.entity
    if not seen.may_set:
        return
    roles = [button(role_name(words, role), "role", entity, role.value) for role in ROLES]
    for at in range(0, len(roles), 2):
        yield tuple(roles[at : at + 2])
    yield (
        button(words.plain("button-crm-stages"), "stages", entity),
        button(words.plain("button-crm-ways"), "ways", entity),
    )


def choice_rows(
    words: Words, entity: str, role: Role, choices: Sequence[FieldChoice], page: int
) -> Iterator[tuple[Button, ...]]:
    """Give a page of fields to choose from."""
    shown = choices[page * PER_PAGE : (page + 1) * PER_PAGE]
    for each in shown:
        yield (button(title_of(words, each.field), "pick", entity, role.value, each.field.name),)
    turns = []
    if page:
        label = words.plain("button-back")
        turns.append(button(label, "role", entity, role.value, page=page - 1))
    if (page + 1) * PER_PAGE < len(choices):
        turns.append(button(words.plain("button-more"), "role", entity, role.value, page=page + 1))
    if turns:
        yield tuple(turns)
    last = [button(words.plain("button-crm-leave"), "show", entity)]
    if role not in {Role.NUMBER, Role.TOTAL}:
        last.insert(0, button(words.plain("button-crm-none"), "pick", entity, role.value))
    yield tuple(last)


def choice_lines(words: Words, choices: Sequence[FieldChoice], page: int) -> Iterator[str]:
    """Tell what each of these fields says in the newest order."""
    for each in choices[page * PER_PAGE : (page + 1) * PER_PAGE]:
        title = shorten(title_of(words, each.field))
        if each.sample is None:
            yield words("crm-field-empty", field=title)
        else:
            yield words("crm-field-says", field=title, sample=shorten(each.sample))


def keep_rows(words: Words, entity: str, role: Role, name: str) -> tuple[tuple[Button, ...], ...]:
    """Give the buttons under a preview."""
    data = CrmCallback(
        what="keep", entity=code_of(entity), about=role.value, value=name, page=0
    ).pack()
    keep = Button(words.plain("button-crm-keep"), data=data, tone=Tone.GOOD)
    other = button(words.plain("button-crm-other"), "role", entity, role.value)
    return ((keep,), (other, button(words.plain("button-crm-leave"), "show", entity)))


def stage_rows(
    words: Words, seen: MappingSeen, stages: Sequence[CrmStage], page: int
) -> Iterator[tuple[Button, ...]]:
    """Give a page of stages, each with what it means."""
    entity = seen.mapping.entity
    for each in stages[page * PER_PAGE : (page + 1) * PER_PAGE]:
        meaning = words.plain(f"crm-meaning-{meaning_of(seen, each)}")
        yield (button(f"{shorten(each.name, 16)}: {meaning}", "stage", entity, _coded(each.code)),)
    turns = []
    if page:
        turns.append(button(words.plain("button-back"), "stages", entity, page=page - 1))
    if (page + 1) * PER_PAGE < len(stages):
        turns.append(button(words.plain("button-more"), "stages", entity, page=page + 1))
    if turns:
        yield tuple(turns)
    yield (button(words.plain("button-crm-leave"), "show", entity),)


def meaning_rows(words: Words, entity: str, code: str) -> Iterator[tuple[Button, ...]]:
    """Give what a stage can mean."""
    for each in StageMeaning:
        yield (button(words.plain(f"crm-meaning-{each}"), "mean", entity, code, each.value),)
    yield (button(words.plain("button-crm-leave"), "stages", entity),)


def way_rows(words: Words, seen: MappingSeen, field: CrmField) -> Iterator[tuple[Button, ...]]:
    """Give what can be chosen as the way to pay, each with what it means."""
    entity = seen.mapping.entity
    for key, said in list(field.items.items())[: PER_PAGE * 2]:
        way = seen.mapping.ways.get(said)
        means = way_name(words, way) if way in WAYS else words.plain("crm-role-none")
        yield (button(f"{shorten(said, 16)}: {means}", "way", entity, key),)
    yield (button(words.plain("button-crm-leave"), "show", entity),)


def ways_rows(words: Words, entity: str, key: str) -> Iterator[tuple[Button, ...]]:
    """Give the ways to pay."""
    for each in WAYS:
        yield (button(way_name(words, each), "by", entity, key, each),)
    yield (button(words.plain("button-crm-leave"), "ways", entity),)


def way_name(words: Words, way: str) -> str:
    """Name a way to pay."""
    return words.plain(f"crm-way-{way.replace('_', '-')}")


def role_name(words: Words, role: Role) -> str:
    """Name a role."""
    return words.plain(f"crm-role-{role.replace('_', '-')}")


def meaning_of(seen: MappingSeen, stage: CrmStage) -> str:
    """Give what a stage means: by the owner's word, else by the CRM's."""
    return seen.mapping.stages.get(stage.code, stage.meaning.value)


def stage_coded(stages: Sequence[CrmStage], coded: str) -> CrmStage | None:
    """Find the stage that a button is about."""
    return next((each for each in stages if _coded(each.code) == coded), None)


def _coded(code: str) -> str:
    return code.replace(":", "~")


def _progress(words: Words, seen: CrmSeen) -> str:
    feeds = {each.entity: each for each in seen.feeds}
    loading = seen.loading
    feed = feeds.get(DEAL, loading) if loading is None or loading.entity == DEAL else loading
    if feed is None or feed.total is None:
        return words("crm-loading")
    name = entity_name(words, feed.entity)
    return words("crm-loading-of", kind=name, done=feed.done, total=feed.total)


def _compared(words: Words, shop: Shop, seen: CrmSeen) -> Iterator[str]:
    for feed in seen.sold:
        sweep = feed.sweep
        if sweep is not None and "until" not in feed.cursor:
            name, day = entity_name(words, feed.entity), shop.day_of(sweep.at)
            if sweep.agreed:
                yield words("crm-agreed", kind=name, day=day, count=sweep.theirs)
            else:
                yield words(
                    "crm-put-right",
                    kind=name,
                    day=day,
                    count=sweep.theirs,
                    late=sweep.late,
                    deleted=sweep.deleted,
                )


def _previewed(words: Words, meaning: StageMeaning, order: Document) -> str:
    """Tell of an order what the roles say, in one line."""
    told = [
        words(
            "crm-preview",
            number=order.number or order.external_id,
            amount=order.money,
            stage=words.plain(f"crm-meaning-{meaning}"),
        )
    ]
    if order.paid_by is not None:
        way = order.paid_by
        told.append(words("crm-part", said=way_name(words, way) if way in WAYS else shorten(way)))
    amounts = (("crm-preview-cost", order.cost), ("crm-preview-refunded", order.refunded))
    told += [words(key, amount=amount) for key, amount in amounts if amount is not None]
    tax_id = None if order.party is None else order.party.tax_id
    parts = (order.store, order.channel, tax_id)
    told += [words("crm-part", said=shorten(each)) for each in parts if each]
    return " · ".join(told)
