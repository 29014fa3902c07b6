"""Read what somebody did for us before we paid: "дід лагодив нам двері, 350 дала"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_WORKS = frozenset({"repairs_maintenance", "installer_services", "office_household"})
_PAID = frozenset({"give", "pay", "spend"})
_NAMED_WORK = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_UNREAD = frozenset({SpanKind.WORD, SpanKind.COMMON})
_GIVEN = frozenset({"give", "bring", "carry"})
_BY_A_MAN = ("ив", "ав", "яв", "ів", "їв", "ил", "ал", "ял", "ув", "ул", "ез", "із", "ес", "іс")
_BY_US = ("ла", "ли", "лась", "лася", "лись", "лися")
_BORDERS = frozenset({",", ".", ";", "-", "–", "—"})
_BETWEEN = frozenset({SpanKind.QUANTITY, SpanKind.AMOUNT, SpanKind.COMMON, SpanKind.UNIT})


@woken_by(values=("to_us",))
def with_done_for_us(line: list[Span]) -> list[Span]:
    """Let "us" be for whom something was done, where we are told to have paid behind a comma."""
    if any(it.kind is SpanKind.CASH and it.value == "money" for it in line):
        return line
    for at in range(1, len(line)):
        paid = next((it for it in line[at + 1 :] if it.kind is SpanKind.VERB), None)
        if line[at].value != "to_us" or paid is None or not _is_apart(line, at):
            continue
        deed = _deed(line, at, paid)
        if deed is not None:
            return [*line[: at - 1], deed, _quiet(line[at]), *line[at + 1 :]]
    return line


def _deed(line: Sequence[Span], at: int, paid: Span) -> Span | None:
    """Give what was done right before "us" as it is to be read; none if it may be giving."""
    did = line[at - 1]
    if did.kind in _NAMED_WORK and did.value in _WORKS and paid.value in _PAID:
        return did
    if not (did.folded.endswith(_BY_A_MAN) and paid.folded.endswith(_BY_US)):
        return None
    if did.kind in _UNREAD:
        is_named = any(it.kind in {*_NAMED_WORK, SpanKind.GOODS} for it in line)
        work = replace(did, kind=SpanKind.THING, value="repairs_maintenance")
        return did if is_named else work
    after = next((it for it in line[at + 1 :] if it.kind not in _BETWEEN), None)
    is_of_goods = after is not None and after.kind is SpanKind.GOODS
    return _quiet(did) if did.value in _GIVEN and is_of_goods else None


def _quiet(span: Span) -> Span:
    return replace(span, kind=SpanKind.COMMON, value="common")


def _is_apart(line: Sequence[Span], at: int) -> bool:
    """Tell whether the money is told in a clause of its own, behind the work."""
    verb = next(it for it in range(at + 1, len(line)) if line[it].kind is SpanKind.VERB)
    return any(span.text in _BORDERS for span in line[at:verb])


_FITTED = (
    "закінч", "поставив", "підключ", "встанов", "змонт", "дороби", "зроби", "запусти", "повіси",
    "навіси", "перекину", "обвяз", "спаяв", "законч", "поставил", "подключ", "установ", "смонт",
    "додела", "сдела", "повеси", "спаял", "приладив", "врізав", "врезал", "finished", "fitted",
    "installed", "hooked", "connected", "mounted",
)  # fmt: skip
_WHO = frozenset({SpanKind.NAME, SpanKind.ROLE, SpanKind.WORD})
_REACH = 3


@woken_by(*_FITTED)
def with_fitted(line: list[Span]) -> list[Span]:
    """Let goods that a man fitted before she paid be work: "Рома закінчив котел, заплатила"."""
    for at, span in enumerate(line):
        is_fitted = span.kind in _UNREAD and span.folded.startswith(_FITTED)
        if not is_fitted or at == 0 or line[at - 1].kind not in _WHO:
            continue
        after = line[at + 1 : at + 1 + _REACH]
        paid = [it for it in line[at + 1 :] if it.kind is SpanKind.VERB]
        is_of_goods = any(it.kind is SpanKind.GOODS for it in after)
        if is_of_goods and len(paid) == 1 and _is_paid_to_him(line, paid[0]):
            fitted = replace(span, kind=SpanKind.PURPOSE, value="installer_services")
            return [*line[:at], fitted, *line[at + 1 :]]
    return line


def _is_paid_to_him(line: Sequence[Span], paid: Span) -> bool:
    is_ours = paid.folded.endswith(_BY_US) or any(it.value == "him" for it in line)
    return paid.value in _PAID and is_ours


_BROKEN = (
    "розби", "злама", "поламал", "тріс", "разби", "слома", "полома", "broke", "cracked", "smashed",
    "за разби", "за розби", "за слома", "за злама", "за биту", "за битую", "for the broken",
)  # fmt: skip
_MADE_GOOD = frozenset({"bring", "put_in", "give", "pay", "give_back"})
_BROUGHT = frozenset({"bring", "put_in"})
_OTHERS = frozenset({"customer", "supplier"})


@woken_by(*_BROKEN)
def with_damage_paid(line: list[Span]) -> list[Span]:
    """Let what somebody brings for what he broke be other income: "розбив унітаз, приніс 500"."""
    at = next((it for it, span in enumerate(line) if _is_of_damage(span)), -1)
    made_good = {it.value for it in line if it.kind is SpanKind.VERB} & _MADE_GOOD
    is_into_till = any(span.value == "till" for span in line) and bool(made_good)
    is_brought = bool(made_good & _BROUGHT) or is_into_till
    if at < 0 or not is_brought or any(it.value in _OTHERS for it in line):
        return line
    told = [
        _quiet(span) if span.kind is SpanKind.GOODS or span.value == "from_me" else span
        for span in line
    ]
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="other_income")
    return told


def _is_of_damage(span: Span) -> bool:
    return span.folded.startswith(_BROKEN) and span.kind is not SpanKind.VERB


BY_WORK = (with_damage_paid, with_done_for_us, with_fitted)
"""The rules of this room, in the order in which they read a line."""
