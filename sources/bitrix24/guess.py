"""Guess which field is what: from the titles that the portal's owner gave, in three languages."""

import functools
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from services.crm.crm_types import COMPANY, CrmDirectory, CrmField, CrmMapping, Role

_ALWAYS = {
    Role.NUMBER: "to_string(item.id)",
    Role.TOTAL: "item.opportunity",
    Role.CURRENCY: "item.currencyId",
}
_TYPES = {
    Role.NUMBER: {"string", "integer", "double"},
    Role.COST: {"money", "double", "integer"},
    Role.REFUNDED: {"money", "double", "integer"},
    Role.TAX_ID: {"string", "integer", "double"},
    Role.PAID_BY: {"enumeration", "string", "crm_status"},
}
_GUESSED = (
    Role.NUMBER, Role.COST, Role.REFUNDED, Role.TAX_ID, Role.STORE, Role.CHANNEL, Role.PAID_BY
)  # fmt: skip


def guess(entity: str, directory: CrmDirectory) -> CrmMapping:
    """Guess a mapping; what no title speaks of is left out, stages mean what the CRM says."""
    mapping = CrmMapping(entity, {role.value: each for role, each in _ALWAYS.items()})
    mine = [each for each in directory.fields.get(entity, ()) if each.is_custom]
    ways: dict[str, str] = {}
    for role in _GUESSED:
        found = _best(role, mine)
        if found is not None:
            mapping = mapping.with_expression(role, in_role(role, expression_of(found)))
            ways |= ways_of(found) if role is Role.PAID_BY else {}
    if Role.TAX_ID not in mapping.expressions:
        theirs = _best(Role.TAX_ID, [e for e in directory.fields.get(COMPANY, ()) if e.is_custom])
        if theirs is not None:
            mapping = mapping.with_expression(Role.TAX_ID, expression_of(theirs, "company"))
    for value, way in ways.items():
        mapping = mapping.with_way(value, way)
    return mapping


def expression_of(field: CrmField, of: str = "item") -> str:
    """Write the expression that takes a field: its words, where it offers a choice."""
    name = field.name if field.name.isidentifier() else f'"{field.name}"'
    return f"{of}.{name}"


def way_of(words: str) -> str | None:
    """Guess the way to pay that some words mean."""
    said = words.casefold()
    return next((way for way, words in _lexicon().ways if any(w in said for w in words)), None)


def in_role(role: Role, expression: str) -> str:
    """Have a number be words, and fall back on the id where it is not filled in."""
    if role is not Role.NUMBER or expression == "item.id":
        return _ALWAYS[role] if role is Role.NUMBER else expression
    return f"{expression} || {_ALWAYS[role]}"


def _best(role: Role, fields: Sequence[CrmField]) -> CrmField | None:
    """Give the field whose title speaks most of a role; of equals, the first."""
    words, types = _lexicon().titles[role], _TYPES.get(role)
    found = [
        (_speaks(each.title, words), each)
        for each in fields
        if types is None or each.type in types
    ]
    score, best = max(found, key=lambda each: each[0], default=(0, None))
    return best if score > 0 else None


def _speaks(title: str, words: Sequence[str]) -> int:
    """Weigh how much of a title is a role's words: whole words count from where they begin."""
    said = f" {title.casefold()} "
    return max((len(word) for word in words if f" {word}" in said), default=0)


def ways_of(field: CrmField) -> Mapping[str, str]:
    """Guess which ways to pay a field's choices mean."""
    guessed = {word: way_of(word) for word in field.items.values()}
    return {word: way for word, way in guessed.items() if way is not None}


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words that titles and choices are known by."""

    titles: Mapping[Role, Sequence[str]]
    ways: Sequence[tuple[str, Sequence[str]]]


@functools.cache
def _lexicon() -> _Lexicon:
    text = files("sources.bitrix24").joinpath("guess_words.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    return _Lexicon(
        {role: tuple(told[role.value]["words"]) for role in _GUESSED},
        tuple((each["way"], tuple(each["words"])) for each in told["ways"]),
    )
