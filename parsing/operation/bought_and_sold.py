"""Tell who is meant by a bare "paid" beside goods: whoever got them, or we who fetched them."""

from parsing.annotation.spans import Span, SpanKind
from parsing.operation.parties import Part, Party
from parsing.operation.scene import OURS, Scene

_GOODS = (SpanKind.GOODS, SpanKind.BRAND)
_THINGS = (*_GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.WORD)
_HIMSELF = ("вся", "лася", "лась", "лся", "всь")
"""How a verb ends that was done by somebody about himself: "розрахувався"."""
_WARES = (*_GOODS, SpanKind.THING, SpanKind.PURPOSE)
_BUYERS = frozenset({"customer", "surname"})
_OFF = frozenset(
    "off market bazaar depot scrapyard yard wholesale warehouse flea auction car-boot".split()
)
"""Off whom, or at what place, goods are bought: "from the bazaar woman"."""
_HIM = frozenset({"him", "her", "them"})
_AWAY = (
    "took them", "took it", "taken away", "away", "loaded", "drove", "carried off", "picked up",
    "забра", "увез", "увёз", "увіз", "повез", "повіз", "унес", "унёс", "поніс", "понёс", "понес",
    "вивіз", "вывез", "відвіз", "home", "left", "поїха", "уехал", "поехал", "пішов", "пішла",
    "ушел", "ушла", "went",
)  # fmt: skip


def is_paid_by_who_got_goods(scene: Scene) -> bool:
    """Tell whether goods were told to go to a buyer before "paid": "2 pumps to Mr Hrim, paid"."""
    return any(
        party.part is Part.TARGET
        and (party.role in _BUYERS or _is_titled(scene, party))
        and party.index < _first_verb(scene)
        and _goods_before(scene, party.index, _GOODS if party.role != "customer" else _THINGS)
        for party in scene.parties
    ) and not (_is_object_after(scene) or _is_of_many(scene) or _is_carried(scene))


def is_named_buyer_paying(scene: Scene) -> bool:
    """Tell whether goods were told to go to somebody by name before "paid": it may be who paid."""
    return any(
        party.part is Part.TARGET
        and party.role == "person"
        and party.index < _first_verb(scene)
        and _goods_before(scene, party.index, _WARES)
        for party in scene.parties
    ) and not (_is_object_after(scene) or _is_of_many(scene) or _is_carried(scene))


def is_named_buyer_gone(scene: Scene) -> bool:
    """Tell whether who was named settled up himself, or took the goods away with him."""
    at = _first_verb(scene)
    spans = scene.clues.spans
    is_settled = at < len(spans) and spans[at].folded.endswith(_HIMSELF)
    return is_named_buyer_paying(scene) and (is_settled or _is_away(scene))


def is_traded(scene: Scene) -> bool:
    """Tell whether it is said who sold to whom, so that no guess turns it."""
    is_paid = scene.verbs("pay") and not scene.verbs("give", "give_back")
    is_told = is_paid_by_who_got_goods(scene) or is_bought_off_somebody(scene)
    is_told = is_told or is_named_buyer_gone(scene)
    is_taken = is_taking_goods(scene) and not scene.verbs("pay", "give", "give_back", "bring")
    return scene.verbs("sell") or (is_paid and is_told) or is_taken


def is_taking_goods(scene: Scene) -> bool:
    """Tell whether somebody by name took goods themselves: "Роман забрав колонку 9 900".

    Whoever took a sum, or took it for goods, did not buy: "Сергій узяв 500 на фітинги".
    """
    clues = scene.clues
    if len(clues.by_kind.get(SpanKind.AMOUNT, ())) != 1 or scene.named("till", *_NO_BUYERS):
        return False
    return any(
        clues.spans[at].value == "take"
        and (what := _object_of(scene, at)) is not None
        and what.kind in _GOODS
        and any(
            party.part is Part.SUBJECT and party.role in _NAMED and party.index == at - 1
            for party in scene.parties
        )
        for at in clues.by_kind.get(SpanKind.VERB, ())
    )


_NAMED = frozenset({"person", "surname"})
_NO_BUYERS = ("supplier", "courier", "loader", "installer")
_BETWEEN = frozenset({SpanKind.QUANTITY, SpanKind.UNIT, SpanKind.COMMON})


def _object_of(scene: Scene, at: int) -> Span | None:
    """Give what stands right behind a verb, over how many there are."""
    after = scene.clues.spans[at + 1 :]
    return next((span for span in after if span.kind not in _BETWEEN), None)


def is_paid_and_taken_away(scene: Scene) -> bool:
    """Tell whether goods were paid and taken away by one who is not told: "paid and drove off"."""
    clues = scene.clues
    has_goods = any(clues.has(kind) for kind in _GOODS)
    is_away = _is_away(scene)
    is_ours = scene.named("supplier", "owner", "staff", "installer", "courier", "loader")
    is_other = is_ours or _is_of_many(scene) or _is_object_after(scene)
    return has_goods and is_away and not is_other


def is_bought_off_somebody(scene: Scene) -> bool:
    """Tell whether goods came "off" somebody and were paid: "pipe off the market guy, paid"."""
    clues = scene.clues
    return any(
        party.part is Part.SOURCE
        and _is_off(scene, party.index)
        and _goods_before(scene, party.index)
        and party.index < _first_verb(scene)
        for party in scene.parties
    ) and not clues.has(SpanKind.PERSON, "to_us")


def is_taken_by_count(scene: Scene) -> bool:
    """Tell whether wares were taken from somebody: "взяли у Столярова 3 щита по 1 820"."""
    clues = scene.clues
    is_of_goods = _is_object_goods(scene)  # "взяли 3 котли у Столярова"
    for party in scene.parties:
        counted, wares = clues.neighbour(party.index, 1), clues.neighbour(party.index, 2)
        is_counted = counted is not None and counted.kind is SpanKind.QUANTITY
        is_of_wares = wares is not None and wares.kind in _THINGS
        is_named = counted is not None and counted.kind in _GOODS  # no customer sells us goods
        is_of_wares = (is_counted and is_of_wares) or is_named or is_of_goods
        if party.part is Part.SOURCE and party.role in _SELLERS and is_of_wares:
            return True
    return False


_SELLERS = frozenset({"surname", "person", "firm", "supplier"})


def _is_object_goods(scene: Scene) -> bool:
    """Tell whether goods are what was taken, not money for them."""
    return any(
        scene.clues.spans[at].value == "take"
        and (what := _object_of(scene, at)) is not None
        and what.kind is SpanKind.GOODS
        for at in scene.clues.by_kind.get(SpanKind.VERB, ())
    )


def is_got_for_service(scene: Scene) -> bool:
    """Tell whether money was got for work that customers pay for: "got 1 200 for hanging".

    Nobody is named, unless for which customer it was.
    """
    clues = scene.clues
    is_of_ours = bool(scene.parties) and not (
        {party.role for party in scene.parties} == {"customer"} == scene.getters
    )
    if is_of_ours or not scene.has_amount:
        return False  # "отримала коробку, за доставку 240": it was the box that we got
    for kind in (SpanKind.PURPOSE, SpanKind.THING):
        for at in clues.by_kind.get(kind, ()):
            before = clues.neighbour(at, -1)
            is_for = before is not None and before.value in {"for", "for_price"}
            is_for = is_for or clues.spans[at].folded.startswith(("for ", "за "))
            is_for = is_for or at < _first_verb(scene)  # "AC cleaning at Lesi 4, received 900"
            if is_for and clues.spans[at].value in _SERVICES:
                return True
    return False


_SERVICES = frozenset({"installer_services", "delivery"})


def is_into_till(scene: Scene) -> bool:
    """Tell whether the till is where something went: "put 200 back in the till"."""
    is_told = any(
        span.folded.startswith(("in the", "into the", "in till", "to the", "back in"))
        for span in scene.clues.all(SpanKind.BALANCE, SpanKind.LEFTOVER)
    )
    return is_told or (scene.named("till") and scene.place(Part.SOURCE) != "till")


def _is_titled(scene: Scene, party: Party) -> bool:
    before = scene.clues.neighbour(party.index, -1)
    return before is not None and before.value == "title"


def _first_verb(scene: Scene) -> int:
    return scene.clues.by_kind.get(SpanKind.VERB, [len(scene.clues.spans)])[0]


def _is_carried(scene: Scene) -> bool:
    """Tell whether it was a ride or freight that was paid: "taxi for 2 rads to the client"."""
    return any(
        span.value in {"delivery", "fuel_transport"}
        for span in scene.clues.all(SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM)
    )


def _is_away(scene: Scene) -> bool:
    after = scene.clues.spans[_first_verb(scene) + 1 :]
    return any(span.text.lower().startswith(_AWAY) for span in after)


def _is_of_many(scene: Scene) -> bool:
    """Tell whether several did it: most likely we."""
    at = _first_verb(scene)
    return at < len(scene.clues.spans) and scene.clues.spans[at].folded.endswith(("ли", "ly"))


def _goods_before(scene: Scene, index: int, kinds: tuple[SpanKind, ...] = _GOODS) -> bool:
    return any(at < index for kind in kinds for at in scene.clues.by_kind.get(kind, ()))


def _is_object_after(scene: Scene) -> bool:
    """Tell whether somebody is said to have been paid: "paid him"."""
    at = _first_verb(scene)
    after = scene.clues.neighbour(at, 1)
    return after is not None and after.folded in _HIM


def _is_off(scene: Scene, index: int) -> bool:
    near = scene.clues.spans[max(0, index - 3) : index]
    return any(span.folded in _OFF for span in near)


_CAME_BACK = frozenset({"brought back", "took back", "brot back", "came back with"})


def are_goods_back(scene: Scene) -> bool:
    """Tell whether goods were brought back, so that money goes back for them."""
    return any(span.folded in _CAME_BACK for span in scene.clues.all(SpanKind.VERB))


def is_paid_for(scene: Scene) -> bool:
    """Tell whether money was for goods: "за котел", "for the valve"."""
    clues = scene.clues
    return clues.has(SpanKind.PREPOSITION, "for_price") or any(
        (before := clues.neighbour(at, -step)) is not None and before.folded == "for"
        for at in clues.by_kind.get(SpanKind.GOODS, ())
        for step in (1, 2)
    )


def is_rest_for_goods(scene: Scene) -> bool:
    """Tell whether somebody brought the rest for goods: "Tkach brought the rest for a boiler"."""
    is_brought = scene.verbs("bring") and scene.clues.has(SpanKind.LEFTOVER)
    is_by_buyer = bool(scene.givers & _BRINGING) and not scene.named(*OURS)
    is_ours = scene.verbs("give", "buy") or scene.clues.has(SpanKind.PERSON, "him")
    return is_brought and is_by_buyer and is_paid_for(scene) and not is_ours


_BRINGING = _BUYERS | {"person"}
