"""Tell from the words around a verb who did it: I, he, a service, or a word nobody knows."""

from parsing.annotation.spans import SpanKind
from parsing.operation.scene import Scene
from parsing.operation.trades_and_genders import is_of_another_who_did


def is_for_goods(scene: Scene) -> bool:
    """Tell whether money was for goods, as English says it: "took 5600 for a boiler"."""
    return any(
        (before := scene.clues.neighbour(at, -step)) is not None
        and before.folded == "for"
        and ((after := scene.clues.neighbour(at, 1)) is None or after.kind not in _NOUNS)
        for at in scene.clues.by_kind.get(SpanKind.GOODS, ())
        for step in (1, 2)
    )


_NOUNS = frozenset({SpanKind.WORD, SpanKind.THING, SpanKind.PURPOSE})


def maybe_by_somebody(scene: Scene) -> bool:
    """Tell whether an unknown word before a verb may be who did it: "страховая выплатила"."""
    return any(
        (before := scene.clues.neighbour(at, -1)) is not None and before.kind is SpanKind.WORD
        for at in scene.clues.by_kind.get(SpanKind.VERB, ())
        if scene.first <= at < scene.end
    )


def by_self(scene: Scene) -> bool:
    """Tell whether "I" or "we" stand right before a verb of the clause, or "by me" in it."""
    spans = scene.clues.spans
    return any(
        spans[at].value == "by_self"
        or (spans[at].value == "self" and any(_is_verb(scene, at + step) for step in (1, 2)))
        for at in scene.clues.by_kind.get(SpanKind.PERSON, ())
        if scene.first <= at < scene.end
    )


_SERVICES = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM})


_NO_SERVICES = frozenset(
    {
        "customer_prepayment",
        "customer_refund",
        "office_household",
        "other_expense",
        "packaging_supplies",
        "sale_cash",
    }
)
"""What may be given back itself, and gives nothing back: "coffee refunded 65"."""


def by_a_service(scene: Scene) -> bool:
    """Tell whether what stands right before a verb is a service: "нова пошта повернула"."""
    return any(
        (before := scene.clues.neighbour(at, -1)) is not None
        and before.kind in _SERVICES
        and before.value not in _NO_SERVICES
        for at in scene.clues.by_kind.get(SpanKind.VERB, ())
        if scene.first <= at < scene.end
    )


def is_back(scene: Scene) -> bool:
    """Tell whether money is said to have come or gone back."""
    return any(_BACK & set(span.folded.split()) for span in scene.clues.spans)


_BACK = frozenset({"back", "назад", "обратно"})


def owner_adds(scene: Scene) -> bool:
    """Tell whether the owner threw in what then went for something: "шеф докинув на оренду"."""
    verbs = scene.clues.all(SpanKind.VERB)
    return "owner" in scene.givers and any(it.folded.startswith(_ADDING) for it in verbs)


_ADDING = (
    "докину", "докинул", "доклал", "доклав", "доложил", "додав", "додал", "добавил", "вкинув",
    "вкинул", "підсип", "подсып", "threw in", "chipped in", "tossed in", "topped up", "added",
)  # fmt: skip


def gives_to_them(scene: Scene) -> bool:
    """Tell whether "gave them" opens a clause in which nobody else is told to have given."""
    spans = scene.clues.spans
    return any(
        spans[at].value == "give"
        and at + 1 < len(spans)
        and spans[at + 1].value == "him"
        and (at == 0 or spans[at - 1].text in _CLAUSE_BEGINS or spans[at - 1].folded == "and")
        for at in scene.clues.by_kind.get(SpanKind.VERB, ())
        if scene.first <= at < scene.end
    ) and not scene.named("supplier", "owner")


def is_given_by_us(scene: Scene) -> bool:
    """Tell whether it is told outright that we gave: "I gave him 11 900", "я віддала за газ 350".

    Change that we gave was of what a customer paid.
    """
    if not scene.verbs("give", "pay"):
        return False
    clues = scene.clues
    is_for_it = bool(scene.getters) or scene.has_expense
    is_other = scene.is_to_us or scene.verbs("receive", "sell")
    is_other = is_other or clues.has(SpanKind.CHANGE) or scene.named("till", "safe", "bank")
    return is_for_it and not is_other and (_we_gave(scene) or _she_gave(scene))


def _she_gave(scene: Scene) -> bool:
    """Tell whether a man did something, and she who writes gave: "сусід підкинув, дала 200"."""
    clues = scene.clues
    return any(
        is_of_another_who_did(clues, party.index, at)
        for party in scene.parties
        for at in clues.by_kind.get(SpanKind.VERB, ())
        if clues.spans[at].value == "give"
    )


def _we_gave(scene: Scene) -> bool:
    """Tell whether "I" or "we" stand right before "gave" or "paid"."""
    spans = scene.clues.spans
    return any(
        spans[at].value in {"give", "pay"}
        and any(it.value == "self" for it in spans[max(0, at - 2) : at])
        for at in scene.clues.by_kind.get(SpanKind.VERB, ())
    )


_CLAUSE_BEGINS = frozenset({",", ".", ";", "-", "–", "—"})


def by_other(scene: Scene) -> bool:
    """Tell whether "he", "she" or "they" stand right before a verb of the clause."""
    spans = scene.clues.spans
    return any(
        spans[at].value == "other_person" and _is_verb(scene, at + 1)
        for at in scene.clues.by_kind.get(SpanKind.PERSON, ())
        if scene.first <= at < scene.end
    )


def _is_verb(scene: Scene, at: int) -> bool:
    spans = scene.clues.spans
    return at < len(spans) and spans[at].kind is SpanKind.VERB
