"""What a story tells of which way money went: goods came and were paid for, work was done."""

from ledger.cash import CashCategory
from parsing.annotation.spans import SpanKind
from parsing.operation.comings import came_for_money, is_many
from parsing.operation.parties import Part
from parsing.operation.scene import OURS, Scene

_THINGS = (SpanKind.WORD, SpanKind.THING, SpanKind.PURPOSE, SpanKind.GOODS)
_ITS = frozenset(
    "него нього неї нее них ним цього это этот него ней її их їх it them that these".split()
)
_FOR = frozenset({"за", "for"})


def is_banked(scene: Scene) -> bool:
    """Tell whether it went to a bank or safe, be it within the verb: "carried to the bank"."""
    return scene.named("bank", "safe") or any(
        word.startswith(("bank", "банк"))
        for it in scene.clues.all(SpanKind.VERB)
        for word in it.folded.split()
    )


def is_for_customer(scene: Scene) -> bool:
    """Tell whether something was got for a customer, who did not pay for it yet."""
    return any(
        party.role == "customer"
        and (before := scene.clues.neighbour(party.index, -step)) is not None
        and before.value in {"for", "for_whom"}
        and not any(
            it.number is not None for it in scene.clues.spans[party.index - step : party.index]
        )
        for party in scene.parties
        for step in (1, 3)  # "for a customer", "for the employees' kids"
    )


def is_job_with_name(scene: Scene, best: CashCategory | None) -> bool:
    """Tell whether only a name stands beside a job: "пайка труб Бойко" may be whoever did it."""
    is_told = scene.named("customer") or bool(scene.givers | scene.sources)
    return best is CashCategory.INSTALLER_SERVICES and not is_told


def is_settled_for_work(scene: Scene) -> bool:
    """Tell whether somebody paid for work done: "Мельники розрахувались за монтаж".

    The shop's own fitters do it; whoever pays out of the till pays them.
    """
    has_settled = any(
        span.folded.startswith(_HAVING_SETTLED) for span in scene.clues.all(SpanKind.VERB)
    )
    is_fitting = any(
        scene.clues.has(kind, "installer_services") for kind in (SpanKind.PURPOSE, SpanKind.THING)
    )
    is_by_us = scene.named("till", "safe") or any(
        span.folded.endswith("ли") for span in scene.clues.all(SpanKind.VERB)
    )
    return is_fitting and (has_settled or not is_by_us)


def is_settled_with_person(scene: Scene) -> bool:
    """Tell whether we settled with somebody by first name for goods: he may have fitted them."""
    return scene.getters == {"person"} and any(
        span.folded.startswith(_HAVING_SETTLED) for span in scene.clues.all(SpanKind.VERB)
    )


_CARRIERS = frozenset({"courier", "loader"})
_TO_HIM_REACH = 3
_BRINGING = frozenset({"bring", "carry"})


def is_carrier_paid(scene: Scene) -> bool:
    """Tell whether who carried what came got the sum: "хлібзавод привіз хліб, водію 240"."""
    clues = scene.clues
    money = clues.by_kind.get(SpanKind.AMOUNT, ())
    if len(money) != 1 or clues.has(SpanKind.CHANGE) or not scene.verbs("bring", "carry"):
        return False
    verb = next(at for at in clues.by_kind[SpanKind.VERB] if clues.spans[at].value in _BRINGING)
    return any(
        party.part is Part.TARGET
        and party.role in _CARRIERS
        and abs(party.index - money[0]) <= _TO_HIM_REACH
        and verb < min(party.index, money[0])
        for party in scene.parties
    )


def is_charged_after_work(scene: Scene) -> bool:
    """Tell whether a sum was taken for what was done right before: "поміняв скло, взяв 1 800"."""
    clues = scene.clues
    money = clues.by_kind.get(SpanKind.AMOUNT, ())
    if len(money) != 1 or scene.parties:
        return False
    (at,) = money
    before = [span for span in clues.spans[:at] if span.kind is not SpanKind.COMMON]
    is_charged = len(before) > _WORK_AND_CHARGE and before[-1].value in _TAKEN
    is_charged = is_charged and before[-2].text == ","
    worked = before[:-2]
    return is_charged and worked[0].folded.endswith(_HAVING_DONE) and len(worked) > 1


_WORK_AND_CHARGE = 3
_HAVING_DONE = ("в", "ла", "ли", "л", "ed", "changed", "did", "fitted", "cut", "put")
"""How a verb of work ends that somebody of the shop did."""


def is_own_thing_mended(scene: Scene) -> bool:
    """Tell whether somebody paid for mending what is his: "paid for his laptop repair"."""
    clues = scene.clues
    is_mended = clues.has(SpanKind.PURPOSE, "repairs_maintenance", "installer_services")
    is_his = any(span.folded in _HIS_OWN for span in clues.spans)
    return is_mended and (is_his or clues.has(SpanKind.BRAND))


_HIS_OWN = frozenset("his her their свій свою своє свого своєї свой своего своей".split())
_HAVING_SETTLED = ("розрах", "рассч", "расч", "розплат", "расплат", "settled", "squared")


def is_paid_for_it(scene: Scene) -> bool:
    """Tell whether what came was paid for: "привезли муку, за неё отдал", "… paid for it"."""
    spans = scene.clues.spans
    is_told = scene.verbs("give", "pay") and scene.verbs("bring")
    return is_told and any(
        span.folded in _FOR and at + 1 < len(spans) and spans[at + 1].folded in _ITS
        for at, span in enumerate(spans)
    )


def is_given_for_what_came(scene: Scene) -> bool:
    """Tell whether we gave money after goods came by nobody's name: "привезли, віддала"."""
    clues = scene.clues
    is_to_us = scene.is_to_us or scene.named("supplier", "firm")
    brought = [
        at
        for at in clues.by_kind.get(SpanKind.VERB, ())
        if is_many(clues.spans[at]) or (is_to_us and clues.spans[at].value == "bring")
    ]
    is_after = bool(brought) and brought[0] < scene.first
    is_after = is_after or is_paid_after_receiving(scene)
    has_come = scene.named("supplier") and any(
        span.folded in _CAME or span.folded.endswith(_HAVING_BROUGHT) for span in clues.spans
    )
    return (is_after or has_come) and not scene.has_buyer


_HAVING_BROUGHT = (" привезла", " привез", " привезли", " brought")
"""How a supplier is called with what he did: "пекарня привезла"."""
_TAKEN = frozenset({"receive", "take"})


def is_paid_after_receiving(scene: Scene) -> bool:
    """Tell whether goods were got of somebody, and paid: "прийняла від Рустама, віддала"."""
    clues = scene.clues
    got = _verbs_of(scene, _TAKEN)
    if is_settled_for_counted(scene):
        return True
    given = _verbs_of(scene, frozenset({"give"}))
    is_of_somebody = any(party.part is Part.SOURCE for party in scene.parties)
    is_goods = clues.has(SpanKind.GOODS) and is_of_somebody and not scene.named("customer")
    return bool(got) and bool(given) and got[0] < given[0] and is_goods


_GIVING = frozenset({"give", "pay"})


def is_settled_for_counted(scene: Scene) -> bool:
    """Tell whether so many goods were got, and paid: "прийняв муфти, 50 шт, розрахувався"."""
    got = _verbs_of(scene, frozenset({"receive"}))
    is_counted = bool(got) and _is_of_counted_goods(scene, got[0])
    if not is_counted or scene.clues.has(SpanKind.CHANGE):
        return False
    return any(got[0] < at for at in _verbs_of(scene, _GIVING))


def _verbs_of(scene: Scene, values: frozenset[str]) -> list[int]:
    places = scene.clues.by_kind.get(SpanKind.VERB, ())
    return [at for at in places if scene.clues.spans[at].value in values]


def _is_of_counted_goods(scene: Scene, at: int) -> bool:
    """Tell whether so many goods are what was got, by nobody who is named."""
    after = scene.clues.neighbour(at, 1)
    is_of_goods = after is not None and after.kind in {SpanKind.GOODS, SpanKind.QUANTITY}
    return is_of_goods and scene.clues.has(SpanKind.QUANTITY) and not scene.parties


_PAID_HIM = frozenset({"paid her", "paid him", "paid them", "paid the guy", "paid the lady"})


def is_paid_to_him(scene: Scene) -> bool:
    """Tell whether it is said outright that he got it: "paid him", "розрахували його"."""
    spans = scene.clues.spans
    if any(span.folded in _PAID_HIM for span in scene.clues.all(SpanKind.VERB)):
        return True
    if scene.named("customer"):
        return False
    return any(
        spans[at].text.casefold().startswith(_SETTLED)
        and at + 1 < len(spans)
        and spans[at + 1].folded in _HIM
        for at in scene.clues.by_kind.get(SpanKind.VERB, ())
    )


_SETTLED = ("розрах", "розщит", "рассчит", "расчит", "расщит")
_HIM = frozenset("його її їх его ее их".split())


_CAME = frozenset(
    "came arrived here приїхав приїхала приїхали прийшов прийшла прийшли був була приехал приехала"
    " приехали пришел пришла пришли был была".split()
)


_FOR_WORK = (
    "за роботу",
    "за работу",
    "for the work",
    "for the job",
    "за труди",
    "за труды",
    "за послугу",
)


def is_for_work(scene: Scene) -> bool:
    """Tell whether somebody was paid for work: "хлопець узяв за роботу 800"."""
    said = " ".join(span.folded for span in scene.clues.spans)
    return any(phrase in said for phrase in _FOR_WORK)


_PAID_TO_HIM = ("delivery", "installer_services", "fuel_transport", "salary", "salary_advance")
"""What somebody takes his pay for: "за доставку забрав 220"."""
_PICKED_UP = ("забра", "picked up", "collected", "zabra")


def is_picked_up(scene: Scene) -> bool:
    """Tell whether a thing was fetched by nobody of ours: "забрали ялинку 850"."""
    is_fetched = any(span.folded.startswith(_PICKED_UP) for span in scene.clues.all(SpanKind.VERB))
    is_thing = any(scene.clues.has(kind) for kind in _THINGS)
    is_thing = is_thing and not scene.clues.has(SpanKind.PURPOSE, *_PAID_TO_HIM)
    if scene.has_expense and any(span.folded == "picked up" for span in scene.clues.spans):
        return False  # "picked up napkins for 70" is bought
    return is_fetched and is_thing and not scene.givers and not scene.named(*OURS, "supplier")


def is_handed_out(scene: Scene) -> bool:
    """Tell whether "видано" is the verb: what is handed out leaves the till."""
    return any(span.folded in _HANDED_OUT for span in scene.clues.all(SpanKind.VERB))


_HANDED_OUT = frozenset({"видано", "выдано", "виплачено", "выплачено", "paid out", "handed out"})


def came_and_bought(scene: Scene) -> bool:
    """Tell whether somebody came by and bought: "приїхав, купив тени"."""
    return _stands_before_buying(scene, _CAME)


def somebody_bought(scene: Scene) -> bool:
    """Tell whether "one" or "someone" bought: no one of the shop is called so."""
    return _stands_before_buying(scene, _SOMEBODY) or _bought_for_himself(scene)


def _bought_for_himself(scene: Scene) -> bool:
    """Tell whether somebody of a trade that sells rides took our goods: "таксист обігрівач купив".

    Whoever opens the message in the nominative, with goods and one who bought behind, is a buyer.
    """
    spans = scene.clues.spans
    who = next((at for at, span in enumerate(spans) if span.folded in _RIDERS), None)
    if who is None:
        return False
    after = spans[who + 1 :]
    has_goods = any(span.kind in {SpanKind.GOODS, SpanKind.BRAND} for span in after)
    bought = any(span.value == "buy" and span.folded.endswith(_ONE_BOUGHT) for span in after)
    return has_goods and bought


_RIDERS = frozenset({"таксист", "таксистка", "даішник", "пожежник", "пожарный", "полицейский"})
_ONE_BOUGHT = ("пив", "пил", "пила")


def _stands_before_buying(scene: Scene, words: frozenset[str]) -> bool:
    spans = scene.clues.spans
    return any(
        span.folded in words
        for at in scene.clues.by_kind.get(SpanKind.VERB, ())
        if spans[at].value == "buy"
        for span in spans[max(0, at - 2) : at]
    )


_CAME = frozenset(
    "приїхав приїхала приїхали прийшов прийшла прийшли зайшов зайшла зайшли заїхав заїхала"
    " підійшов підійшла завітав завітала приехал приехала приехали пришел пришла пришли зашел"
    " зашла зашли заехал заехала подошел подошла заглянул заглянула".split()
)
_SOMEBODY = frozenset(
    "один одна якийсь якась хтось какой-то какая-то кто-то someone somebody".split()
)


def is_paid_after(scene: Scene) -> bool:
    """Tell whether what was taken was paid for: "зерно взяли у Паляниченка, розрахувались"."""
    verbs = scene.clues.all(SpanKind.VERB)
    return len(verbs) > 1 and verbs[-1].value == "pay" and scene.clues.has(SpanKind.QUANTITY)


_GOT = frozenset({"given", "handed", "paid", "was paid", "were paid", "been paid", "got paid"})
_WAS = frozenset({"was", "were", "been", "got", "get"})
_SELF = frozenset({"self"})


def is_got_by_us(scene: Scene) -> bool:
    """Tell whether it is we who got it: "we were paid 3 400", or money that was not spent."""
    is_somebody_else = bool(scene.givers) and not scene.getters
    unspent = scene.clues.all(SpanKind.LEFTOVER)
    if is_somebody_else and any(span.folded.startswith(_NOT_SPENT) for span in unspent):
        return True
    return any(
        span.value in _SELF and span.kind is SpanKind.PERSON
        for at in _passives(scene)
        for span in scene.clues.spans[max(0, at - 2) : at]
    )


_NOT_SPENT = (
    "не ",
    "невитр",
    "невикор",
    "непотр",
    "неизрас",
    "неиспол",
    "unspent",
    "unused",
    "not ",
)
"""What is said of money that somebody had and did not need."""


def is_got_by_subject(scene: Scene) -> bool:
    """Tell whether who is named before a passive got it: "Petro was given 500"."""
    if _came_for_his(scene) or came_for_money(scene):
        return True
    named = {party.index for party in scene.parties}
    return any(
        place in named for at in _passives(scene) for place in range(max(0, at - 3), at)
    ) and not scene.clues.has(SpanKind.PERSON, "to_us")


_FOR_HIS = frozenset({"по", "за", "for"})
_HIS = frozenset("свої своїми свои своими his her their".split())


def _came_for_his(scene: Scene) -> bool:
    """Tell whether somebody came for what was his: "прийшов по свої 300, віддала"."""
    spans = scene.clues.spans
    return any(
        at > 1 and spans[at - 1].folded in _HIS and spans[at - 2].folded in _FOR_HIS
        for at in scene.clues.by_kind.get(SpanKind.AMOUNT, ())
    )


def _passives(scene: Scene) -> list[int]:
    """Say where "was given" and "were paid" stand."""
    spans = scene.clues.spans
    return [
        at
        for at in scene.clues.by_kind.get(SpanKind.VERB, ())
        if spans[at].folded in _GOT
        and (" " in spans[at].folded or (at > 0 and spans[at - 1].folded in _WAS))
    ]


_OWN = frozenset("my own мою свою моя своя мій свій мої свої мой свой мои свои".split())


def is_own_wage(scene: Scene) -> bool:
    """Tell whether somebody took his own wage: "received my bonus", "отримала свою зарплату"."""
    clues = scene.clues
    return any(
        span.folded in _OWN
        for at in clues.by_kind.get(SpanKind.PURPOSE, ())
        if clues.spans[at].value in {"salary", "salary_advance"}
        for span in clues.spans[max(0, at - 2) : at]
    )
