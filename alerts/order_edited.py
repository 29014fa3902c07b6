"""An order that was closed says something else of its money now."""

from collections.abc import Iterator

from alerts.facts import Edit, Facts
from alerts.finding import Finding, Said, Severity
from alerts.parameters import Chosen, Parameter, Unit
from alerts.trigger import Trigger
from ledger.documents import Document, OrderStage, differences
from ledger.money import Money

NAME = "order_edited"
OF_MONEY = frozenset({"money", "refunded", "cost", "vat", "lines", "stage", "closed_at"})
"""What an edit must touch to be told: another telephone number or tag is nobody's business."""

_REASONS = {OrderStage.OPEN: f"{NAME}_reopened", OrderStage.CANCELLED: f"{NAME}_cancelled"}


def find(facts: Facts, chosen: Chosen) -> Iterator[Finding]:
    """Find orders that differ, in their money, from what they said when they were closed."""
    for edit in facts.edits:
        changed = [each for each in differences(edit.closed, edit.now) if each in OF_MONEY]
        reopened = edit.now.stage is not OrderStage.CLOSED
        moved = moved_by(edit)
        if not changed or edit.is_accepted:
            continue
        if moved.minor < chosen["from"] and not reopened:
            continue
        yield Finding(
            trigger=NAME,
            key=edit.now.key,
            subject=edit.now.responsible or edit.now.changed_by or edit.now.key,
            severity=Severity.HIGH,
            level=edit.times,
            amount=moved,
            records=(edit.now.key,),
            reason=_REASONS.get(edit.now.stage or OrderStage.CLOSED, NAME),
            day=edit.seen_on,
            known_on=edit.seen_on,
            said=_said(edit, changed),
        )


def moved_by(edit: Edit) -> Money:
    """Say how much money an edit moved: of the total, of what was given back, or of the margin."""
    before, after = edit.closed, edit.now
    if before.money.currency != after.money.currency:
        return after.money
    zero = Money.zero(after.money.currency)
    sums = (
        after.money - before.money,
        (after.refunded or zero) - (before.refunded or zero),
        (after.cost or zero) - (before.cost or zero),
        (after.vat or zero) - (before.vat or zero),
    )
    largest = max(abs(each) for each in sums)
    if after.stage is not OrderStage.CLOSED:
        return max(largest, abs(before.money))
    return largest


def margin_of(document: Document) -> Money | None:
    """Give what an order earns: its total less tax, less what was given back, less its cost."""
    if document.cost is None:
        return None
    zero = Money.zero(document.money.currency)
    earned = document.money - (document.vat or zero) - (document.refunded or zero)
    return earned - document.cost


def _said(edit: Edit, changed: list[str]) -> dict[str, Said]:
    before, after = edit.closed, edit.now
    said: dict[str, Said] = {
        "name": after.number or after.external_id,
        "who": after.changed_by or "",
        "fields": ",".join(changed),
        "day": edit.seen_on,
        "total": after.money,
        "was": before.money,
    }
    if before.closed_at is not None:
        seconds = max(0, int((edit.edited_at - before.closed_at).total_seconds()))
        said["hours"] = seconds // 3600
    if (margin := margin_of(before)) is not None:
        said["margin_was"] = margin
    if (margin := margin_of(after)) is not None:
        said["margin"] = margin
    for name in ("refunded", "cost", "vat"):
        if name in changed:
            zero = Money.zero(after.money.currency)
            said[name] = getattr(after, name) or zero
            said[f"{name}_was"] = getattr(before, name) or zero
    return said


TRIGGER = Trigger(
    NAME,
    frozenset({"edits"}),
    find,
    (Parameter("from", Unit.MONEY, 0, (0, 10_000, 50_000, 200_000)),),
    is_event=True,
)
