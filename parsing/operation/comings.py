"""What is told of who came: for his money, for the takings, with goods, to order them."""

from parsing.annotation.spans import Span, SpanKind
from parsing.operation.scene import Scene
from parsing.operation.trades_and_genders import is_of_another_who_did


def is_many(span: Span) -> bool:
    """Tell whether they brought something: nobody of the shop, and no single customer."""
    is_plural = span.folded.endswith(("ли", "ly", "но", "то")) or span.folded.isascii()
    return span.value == "bring" and is_plural


def is_settled_by_her(scene: Scene) -> bool:
    """Tell whether a man did something, and she who writes settled: "Рома закінчив, заплатила"."""
    verbs = scene.clues.by_kind.get(SpanKind.VERB, ())
    return any(
        is_of_another_who_did(scene.clues, party.index, at)
        and party.role in {"person", "surname", "installer", "handyman"}
        for party in scene.parties
        for at in verbs
        if scene.clues.spans[at].value == "pay"
    )


_ORDERED = ("замовив", "замовила", "замовили", "заказал", "ordered", "zamovyv", "zakazal")


def is_ordered(scene: Scene) -> bool:
    """Tell whether somebody ordered goods and gave money: "Олійник замовив котел, дав 7000"."""
    is_by_us = scene.clues.has(SpanKind.PERSON, "self") or scene.verbs("take", "carry", "sell")
    return (
        scene.has_trade
        and bool(scene.givers)
        and not is_by_us
        and any(span.folded.startswith(_ORDERED) for span in scene.clues.spans)
    )


_TAKINGS = ("виручк", "выручк", "takings", "vyruchk")


def are_takings_collected(scene: Scene) -> bool:
    """Tell whether a bank took the takings: "приїжджали з банку, забрали виручку"."""
    is_of_takings = any(
        word.startswith(_TAKINGS)
        for span in scene.clues.all(SpanKind.PURPOSE)
        for word in span.folded.split()
    )
    return is_of_takings and scene.named("bank") and scene.verbs("take") and not scene.is_to_us


def is_taken_for_what_came(scene: Scene) -> bool:
    """Tell whether he who brought goods took his money: "привезли труби, Олег взяв 4 720"."""
    clues = scene.clues
    verbs = clues.by_kind.get(SpanKind.VERB, [])
    brought = [at for at in verbs if is_many(clues.spans[at])]
    taken = [at for at in verbs if clues.spans[at].value == "take"]
    if not brought or not taken or brought[0] > taken[0]:
        return False
    between = clues.spans[brought[0] : taken[0]]
    after = clues.neighbour(taken[0], 1)
    has_goods = any(span.kind in {SpanKind.GOODS, SpanKind.WORD} for span in between)
    is_money = after is not None and after.kind is SpanKind.AMOUNT
    return has_goods and is_money and not scene.named("customer")


def is_taken_for_service(scene: Scene) -> bool:
    """Tell whether he who did it took the sum for it: "Мурад взяв за рейс 1 900"."""
    clues = scene.clues
    is_by_doer = bool(scene.givers) and scene.givers <= _DOERS and not scene.sources
    taken = [at for at in clues.by_kind.get(SpanKind.VERB, []) if clues.spans[at].value == "take"]
    return is_by_doer and any(
        span.value in _SERVICES and span.folded.startswith(("за ", "for "))
        for at in taken
        for span in clues.spans[at + 1 : at + 2]
    )


_DOERS = frozenset({"person", "courier", "loader", "installer", "handyman"})
_SERVICES = frozenset({"delivery", "installer_services", "repairs_maintenance"})


def is_taken_for(scene: Scene) -> bool:
    """Tell whether nobody is told to have taken a sum for something: we may have, or they.

    "За доставку взяли 300"; what was taken "на доставку" was taken out of the till.
    """
    clues = scene.clues
    if clues.has(SpanKind.PREPOSITION, "for_price"):
        return True
    if clues.has(SpanKind.PURPOSE, "fuel_transport"):  # "таксист взял за доставку"
        return False
    verbs = clues.all(SpanKind.VERB)
    taken = [it for it in verbs if it.value == "take" and it.folded.endswith(_BY_HER_OR_MANY)]
    return any(
        (span.value in _SERVICES and span.folded.startswith("за "))
        or (span.folded == "for" and _is_service(clues.neighbour(at, 1)))
        for at, span in enumerate(clues.spans)
        if taken and scene.first <= at < scene.end
    )


_BY_HER_OR_MANY = ("ла", "ли", "took")
"""How she who writes took it, or we; "забрав" is rather of a courier."""


def _is_service(span: Span | None) -> bool:
    return span is not None and span.kind is SpanKind.PURPOSE and span.value in _SERVICES


def came_by_vehicle(scene: Scene) -> bool:
    """Tell whether goods with a price came by a bus or a train: they were bought."""
    return any(span.folded == "came by" for span in scene.clues.all(SpanKind.VERB))


def came_for_money(scene: Scene) -> bool:
    """Tell whether somebody came for money: "приїхала по гроші, дала 3500", "came to collect"."""
    said = " ".join(span.folded for span in scene.clues.spans)
    return any(each in said for each in _FOR_MONEY) and not scene.verbs("receive", "sell")


_FOR_MONEY = (
    "по гроші", "за грошима", "за деньгами", "по деньги", "по свої гроші", "за своими деньгами",
    "for the money", "for his money", "for her money", "for their money", "to collect his",
    "to collect her", "came to collect", "по оплату", "за оплатой", "за расчетом", "по розрахунок",
    "for payment", "по зарплату", "за зарплатой", "po hroshi", "za dengami",
)  # fmt: skip
