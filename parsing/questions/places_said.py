"""Which till, bank or gateway a question names: by its name, its number, or as a kind."""

from collections.abc import Iterator, Sequence

from parsing.annotation.tokens import fold, scan_tokens
from parsing.questions.marks import Mark, Vocabulary
from parsing.questions.numbers_said import GAP, NOTHING, ORDER_SIGNS, gapped
from parsing.questions.query import BANKS, COURIERS, GATEWAY_PREFIX, GATEWAYS, TILLS

_KINDS = {"till": TILLS, "bank": BANKS, "gateway": GATEWAYS, "courier": COURIERS}
_GATEWAYS = {
    "liqpay": "liqpay", "ліккпе": "liqpay", "ликкпе": "liqpay", "лікпа": "liqpay",
    "ликпе": "liqpay", "лікпе": "liqpay", "ліqpay": "liqpay",
    "wayforpay": "wayforpay", "вейфорпе": "wayforpay", "вэйфорпе": "wayforpay",
    "stripe": "stripe", "страйп": "stripe", "paypal": "paypal", "пейпал": "paypal",
    "fondy": "fondy", "фонді": "fondy", "фонди": "fondy",
}  # fmt: skip
"""How people write gateways, by what each is known by."""
_COURIERS = {
    "novapo": "novaposhta", "новапо": "novaposhta", "новаяпо": "novaposhta",
    "новоїпо": "novaposhta",
    "новойпо": "novaposhta", "новійпо": "novaposhta", "новупо": "novaposhta",
    "новуюпо": "novaposhta", "укрпо": "ukrposhta", "ukrpo": "ukrposhta", "meest": "meest",
    "мист": "meest", "міст": "meest", "делівер": "delivery", "деливер": "delivery",
}  # fmt: skip
GATEWAY_NAMES = frozenset(_GATEWAYS.values())
COURIER_NAMES = frozenset(_COURIERS.values())
"""What couriers are known by who take money for what they deliver."""
_CARDS = ("карт", "на карт", "card", "by card")
_ORDINAL = ("ій", "ої", "ою", "ой", "ую")
_SERVED = ("обслуж", "обслуг", "servic", "за обслуж", "за обслуг", "maintenance")
_OTHER_KIND = {"till": "bank", "bank": "till"}
_BILLS = ("рахун", "счет", "счёт", "invoice")
LEFT_OUT = "left_out"
"""The section of a kind of place that is said not to count, which no query can do."""
_NAMED = {"till_name": TILLS, "bank_name": BANKS}
"""What several places that are named come to: all of their kind, told one by one."""
_NOT_COUNTED = ("не рахуй", "не считай", "не враховуй", "не учитывай", "not counted", "не бери")
_OR = frozenset({"or", "чи", "або", "или", "либо"})


def without_place(
    marks: Sequence[Mark], vocabulary: Vocabulary
) -> tuple[str | None, tuple[Mark, ...]]:
    """Take out the till or bank that is meant, by name or by number."""
    marks = _without_other(marks)
    named = [mark for mark in marks if mark.section in {"till_name", "bank_name"}]
    spoken = {at for at, mark in enumerate(marks) if mark in named}
    spoken |= {at + 1 for at in spoken if _is_its_number(marks, at, vocabulary)}
    rest = tuple(GAP if at in spoken else mark for at, mark in enumerate(marks))
    numbered, rest = _by_number(rest, vocabulary)
    keys = tuple(dict.fromkeys([*(mark.value for mark in named), *numbered]))
    if keys:
        kinds = list(dict.fromkeys(mark.section for mark in named))
        return _together(keys, _NAMED[kinds[0]] if len(kinds) == 1 else None, vocabulary), rest
    gateways = gateways_in(marks, vocabulary)
    placed = [mark for mark in marks if mark.section == "place" and not _is_card(mark)]
    if gateways and all(mark.value == "gateway" for mark in placed):
        rest = tuple(GAP if each.section == "place" else each for each in marks)
        return " ".join(f"{GATEWAY_PREFIX}{each}" for each in gateways), rest
    said = [each.value for each in marks if each.section == "place"]
    said = said or [*_within_balance(marks, vocabulary)] or [*_as_cash(marks)]
    kinds = list(dict.fromkeys(said))
    kinds = [each for each in kinds if each != "everywhere"] or kinds
    place = _KINDS.get(kinds[0]) if len(kinds) == 1 else None
    return place, tuple(GAP if each.section == "place" else each for each in marks)


def _is_card(mark: Mark) -> bool:
    """Tell whether a card is named, which people pay gateways with, too."""
    return mark.is_of("place", "bank") and fold(mark.text).startswith(_CARDS)


def _without_other(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Take banks for meant where cash is said not to count, and tills for banks: "без налички".

    No other kind of place can be left out; it is no place then, and the question is refused.
    """
    for at, mark in enumerate(marks):
        if mark.section != "place":
            continue
        led = _led_out(marks, at)
        is_without = led is not None and marks[led].value == "without"
        is_bill = is_without and fold(mark.text).startswith(_BILLS)  # "витрати без рахунку"
        is_kept = mark.value not in _OTHER_KIND or is_bill
        if is_kept and is_without:
            return (*marks[:at], mark._replace(section=LEFT_OUT), *marks[at + 1 :])
        after = " ".join(fold(each.text) for each in marks[at + 1 : at + 3])
        if is_kept or not (led is not None or after.startswith(_NOT_COUNTED)):
            continue
        start, end = (at, at + 3) if led is None else (led, at + 1)
        other = mark._replace(section="place", value=_OTHER_KIND[mark.value])
        return (*marks[:start], other, *marks[end:])
    return tuple(marks)


def _led_out(marks: Sequence[Mark], at: int) -> int | None:
    """Give where a word stands that leaves out what follows it: "без банку", "не на картку"."""
    led = next((i for i in reversed(range(at)) if not _is_plain(marks[i])), None)
    is_out = led is not None and marks[led].is_of("filler", "without", "not")
    return led if is_out else None


def _is_plain(mark: Mark) -> bool:
    return mark.is_of("filler", "plain")


def served_by_bank(marks: Sequence[Mark], place: str | None) -> tuple[Mark, ...]:
    """Take what is paid to a bank for serving an account for its fees: "за обслуживание"."""
    is_bank = place is not None and place.startswith((BANKS, "asset.bank"))
    return tuple(
        mark._replace(section="measure", value="fees")
        if is_bank
        and mark.section in {"spec", "word", "category"}
        and fold(mark.text).startswith(_SERVED)
        else mark
        for mark in marks
    )


def gateway_called(name: str) -> str:
    """Give what a gateway is known by, however it is written."""
    said = "".join(each for each in fold(name) if each.isalnum())
    names = _GATEWAYS | _COURIERS
    return next((known for start, known in names.items() if said.startswith(start)), said)


def gateways_in(marks: Sequence[Mark], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the gateways that are called by their names, each once."""
    known = {*GATEWAY_NAMES, *COURIER_NAMES, *(each.key for each in vocabulary.gateways)}
    said = (gateway_called(mark.text) for mark in marks if mark.is_of("place", "gateway"))
    return tuple(dict.fromkeys(each for each in said if each in known))


def _is_its_number(marks: Sequence[Mark], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a till that is called "Till" is followed by its number: "till 1"."""
    after = marks[at + 1] if at + 1 < len(marks) else NOTHING
    known = vocabulary.tills if marks[at].section == "till_name" else vocabulary.banks
    keys = [each.key for each in known]
    is_number = after.section == "digits" and len(after.value) == 1 and after.value.isdecimal()
    return is_number and keys[int(after.value) - 1 : int(after.value)] == [marks[at].value]


def _by_number(
    marks: Sequence[Mark], vocabulary: Vocabulary
) -> tuple[tuple[str, ...], tuple[Mark, ...]]:
    """Take out tills or banks that are named by number: "till 1 and till 2", "друга каса"."""
    keys: list[str] = []
    found = tuple(marks)
    for at in reversed(range(len(marks))):
        kind = _kind_at(marks[at], vocabulary)
        if kind is None:
            continue
        known = vocabulary.tills if kind == "till" else vocabulary.banks
        start, end, number = _numbered(marks, at)
        if number is not None and 1 <= number <= len(known):
            keys.insert(0, known[number - 1].key)
            found = gapped(found, start, end)
    return tuple(keys), found


def _kind_at(mark: Mark, vocabulary: Vocabulary) -> str | None:
    """Say which kind of place a word names, be it within a phrase: "по касі 1"."""
    if mark.is_of("place", "till", "bank"):
        return mark.value
    tokens = scan_tokens(mark.text) if mark.is_of("measure", "balance") else []
    found = vocabulary.words.find(tokens[-1:], 0) if len(tokens) > 1 else None
    is_place = found is not None and found[0].section == "place"
    return found[0].value if found is not None and is_place else None


def _together(keys: tuple[str, ...], kind: str | None, vocabulary: Vocabulary) -> str | None:
    """Give places of one kind by their keys, so that each is told; else what kind they are."""
    for known in (vocabulary.tills, vocabulary.banks):
        if set(keys) <= {each.key for each in known}:
            order = [each.key for each in known if each.key in keys]
            return " ".join(order)
    return kind


def _within_balance(marks: Sequence[Mark], vocabulary: Vocabulary) -> Iterator[str]:
    """Give the places that a phrase about balances holds: "шо по касі"; "cash" alone is money.

    Of what was paid it holds a till: "брали з каси".
    """
    for mark in marks:
        if not mark.is_of("measure", "balance", "money_out"):
            continue
        for token in scan_tokens(mark.text):
            found = vocabulary.words.find([token], 0)
            if found is None or found[0].section != "place" or token.folded == "cash":
                continue
            if mark.value == "balance" or found[0].value == "till":
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
    are_gateways = {marks[at].value for at in placed} == {"gateway"}
    told = {fold(marks[at].text) if are_gateways else marks[at].value for at in placed}
    if len(told) < 2:  # one against another
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
    counted = marks[after + 1] if after + 1 < len(marks) else NOTHING
    is_code = counted.section != "unit"  # "in the till 2 weeks ago"
    if following.section == "digits" and len(following.value) == 1 and is_code:
        return at, after + 1, int(following.value)
    if following.section == "number" and fold(following.text).endswith(_ORDINAL):
        return at, after + 1, int(following.value)
    before = marks[at - 1] if at else NOTHING
    if before.section == "number" and int(before.value) <= 5:  # the fifth till
        return at - 1, at + 1, int(before.value)
    return at, at + 1, None
