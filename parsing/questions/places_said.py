"""Which till, bank or gateway a question names: by its name, its number, or as a kind."""

from collections.abc import Iterator, Sequence

from parsing.questions.marks import Mark, Vocabulary
from parsing.questions.numbers_said import GAP, NOTHING, ORDER_SIGNS, gapped
from parsing.questions.query import BANKS, GATEWAYS, TILLS
from parsing.tokens import fold, scan_tokens

_KINDS = {"till": TILLS, "bank": BANKS, "gateway": GATEWAYS}
_NAMED = {"till_name": TILLS, "bank_name": BANKS}
"""What several places that are named come to: all of their kind, told one by one."""
_OR = frozenset({"or", "чи", "або", "или", "либо"})


def without_place(
    marks: Sequence[Mark], vocabulary: Vocabulary
) -> tuple[str | None, tuple[Mark, ...]]:
    """Take out the till or bank that is meant, by name or by number."""
    named = [mark for mark in marks if mark.section in {"till_name", "bank_name"}]
    if named:
        kinds = list(dict.fromkeys(mark.section for mark in named))
        place = _NAMED[kinds[0]] if len(kinds) == 1 else None
        place = named[0].value if len({mark.value for mark in named}) == 1 else place
        return place, tuple(GAP if mark in named else mark for mark in marks)
    for at, mark in enumerate(marks):
        if mark.is_of("place", "till", "bank"):
            known = vocabulary.tills if mark.value == "till" else vocabulary.banks
            start, end, number = _numbered(marks, at)
            if number is not None and 1 <= number <= len(known):
                return known[number - 1].key, gapped(marks, start, end)
    said = [each.value for each in marks if each.section == "place"]
    said = said or [*_within_balance(marks, vocabulary)] or [*_as_cash(marks)]
    kinds = list(dict.fromkeys(said))
    place = _KINDS.get(kinds[0]) if len(kinds) == 1 else None
    return place, tuple(GAP if each.section == "place" else each for each in marks)


def _within_balance(marks: Sequence[Mark], vocabulary: Vocabulary) -> Iterator[str]:
    """Give the places that a phrase about balances holds: "шо по касі"; "cash" alone is money."""
    for mark in marks:
        if mark.is_of("measure", "balance"):
            for token in scan_tokens(mark.text):
                found = vocabulary.words.find([token], 0)
                if found is not None and found[0].section == "place" and token.folded != "cash":
                    yield found[0].value


def _as_cash(marks: Sequence[Mark]) -> Iterator[str]:
    """Give the till where cash is said to have come or gone: "how much cash came in"."""
    is_moved = any(mark.is_of("measure", "money_in", "money_out") for mark in marks)
    is_cash = any(
        mark.is_of("ask", "how_much") and mark.text.casefold().endswith(" cash") for mark in marks
    )
    if is_moved and is_cash:
        yield "till"


def places_apart_in(marks: Sequence[Mark]) -> tuple[str, ...]:
    """Give places of several kinds that are no sum: "нал чи безнал", "cash vs card"."""
    placed = [at for at, mark in enumerate(marks) if mark.is_of("place", *_KINDS)]
    if len({marks[at].value for at in placed}) < 2:  # noqa: PLR2004 - one against another
        return ()
    between = marks[placed[0] + 1 : placed[-1]]
    is_apart = any(mark.is_of("ask", "against") or fold(mark.text) in _OR for mark in between)
    return tuple(marks[at].text for at in placed) if is_apart else ()


def _numbered(marks: Sequence[Mark], at: int) -> tuple[int, int, int | None]:
    """Give the number of a till or bank beside its word, and the marks it takes."""
    after = at + 1
    if after < len(marks) and marks[after].text in ORDER_SIGNS:
        after += 1
    following = marks[after] if after < len(marks) else NOTHING
    if following.section == "digits" and len(following.value) == 1:
        return at, after + 1, int(following.value)
    before = marks[at - 1] if at else NOTHING
    if before.section == "number" and int(before.value) <= 5:  # noqa: PLR2004 - the fifth till
        return at - 1, at + 1, int(before.value)
    return at, at + 1, None
