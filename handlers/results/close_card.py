"""How a closing looks: its checklist, its signatures, and when it is done how long it took."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from handlers.cards import Setting
from handlers.results.result_callbacks import CloseCallback
from ledger.money import Money, Rate
from locales.words import Words, shorten, words_of
from reports.closing_time import ClosingTime
from reports.numbers import begin_line, format_days
from reports.results import CurrencyResults
from services.closing.close_books import Signed, parts_of
from services.closing.closing_ports import ClosingRate, ClosingSeen, Item, ItemKept, Part
from services.messages import Button, OutgoingMessage
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of
from services.results.report_results import report_results

NAMES_MAX = 4
HOLD_UPS_MAX = 3
EXCUSE_SHOWN = 120
_HOUR, _MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
_DAY = dt.timedelta(days=1)


def item_of(value: str) -> Item:
    """Give an item by what a button carries."""
    return Item(value)


def closing_card(
    books: Books, setting: Setting, seen: ClosingSeen, *, edits: int | None = None
) -> OutgoingMessage:
    """Show a closing: what is done, what is not, whose signature is there."""
    words = setting.words
    lines = [f"<b>{words(_title(seen), what=_days(seen, words))}</b>", ""]
    names = {each.key: each.name(words.language) for each in books.accounts.chart()}
    people = {each.actor: each.name for each in books.people.all()}
    lines.extend(_item_line(words, seen, each, names, people) for each in seen.items)
    lines.extend(_rate_lines(books, words, seen))
    lines.append("")
    lines.extend(_signature_lines(books, words, seen))
    lines.extend(_time_lines(words, seen))
    lines.extend(
        words("restatement-late-facts", count=each.count, amount=each.result) for each in seen.late
    )
    return setting.message("\n".join(lines), tuple(_buttons(setting, seen)), edits=edits)


def explain_card(books: Books, setting: Setting, seen: ClosingSeen, value: str) -> OutgoingMessage:
    """Ask why the books may be closed although an item is open."""
    del books
    asked = setting.words("close-ask-excuse", what=setting.words.plain(f"closing-{value}"))
    return setting.message(asked, (_never_mind(setting.words, seen),))


def rate_card(books: Books, setting: Setting, seen: ClosingSeen, value: str) -> OutgoingMessage:
    """Ask what a currency was worth."""
    base = shop_of(books).base_currency
    asked = setting.words("close-ask-rate", currency=value, base=base, day=seen.closing.days.last)
    return setting.message(asked, (_never_mind(setting.words, seen),))


def signed_news(books: Books, signed: Signed, signer: Person) -> list[OutgoingMessage]:
    """Tell who may sign the other part that one is signed; and whose signature has lapsed."""
    told = []
    wanted = {part for part in Part if signed.seen.signed(part) is None}
    lapsed = {each.person_id for each in signed.lapsed}
    for each in books.people.all():
        may_sign = each.is_active and wanted.intersection(parts_of(each))
        if each.id == signer.id or not may_sign:
            continue
        words = words_of(each.language)
        what = "close-lapsed" if each.id in lapsed else "close-signed-news"
        said = words(what, name=signer.name, what=_days(signed.seen, words))
        button = _button(words.plain("button-close-open"), signed.seen, "show")
        told.append(OutgoingMessage(each.telegram_id, said, ((button,),)))
    return told


def closing_news(books: Books, signed: Signed, signer: Person) -> list[OutgoingMessage]:
    """Tell everybody who closes books that they are closed, and how long it took."""
    told = []
    for each in books.people.all():
        if each.id == signer.id or not each.may(Permission.CLOSE_PERIOD):
            continue
        words = words_of(each.language)
        lines = [words("closing-title-done", what=_days(signed.seen, words))]
        lines.extend(_time_lines(words, signed.seen))
        told.append(OutgoingMessage(each.telegram_id, "\n".join(lines)))
    return told


def begun_news(books: Books, seen: ClosingSeen) -> list[OutgoingMessage]:
    """Tell who signs as accountant that a month can be closed, and what it still lacks."""
    told = []
    for each in books.people.all():
        if not each.is_active or Part.ACCOUNTANT not in parts_of(each):
            continue
        words = words_of(each.language)
        left = [words.plain(f"closing-{one.item}") for one in seen.open_items]
        lines = [words("close-begun-news", what=begin_line(_days(seen, words)), count=len(left))]
        lines.extend(f"· {name}" for name in left)
        button = _button(words.plain("button-close-open"), seen, "show")
        told.append(OutgoingMessage(each.telegram_id, "\n".join(lines), ((button,),)))
    return told


def _title(seen: ClosingSeen) -> str:
    return "closing-title" if seen.closing.closed_at is None else "closing-title-done"


def _days(seen: ClosingSeen, words: Words) -> str:
    return format_days(seen.closing.days, words.language)


def _item_line(
    words: Words,
    seen: ClosingSeen,
    item: ItemKept,
    names: Mapping[str, str],
    people: Mapping[str, str],
) -> str:
    said = words(f"closing-{item.item}")
    if not item.open_count:
        return f"✅ {said}"
    if item.excuse is not None:
        why = shorten(item.excuse, EXCUSE_SHOWN)
        by = people.get(item.excused_by or "", item.excused_by or "")
        return f"💬 {said}: {words('closing-excused', why=why, name=by)}"
    about = [names.get(each, each) for each in seen.about.get(item.item, ())]
    what = ", ".join(about[:NAMES_MAX]) + ("…" if len(about) > NAMES_MAX else "")
    lacks = words(f"closing-lacks-{item.item}", count=item.open_count, what=what)
    return f"⬜ {said}: {lacks}"


def _rate_lines(books: Books, words: Words, seen: ClosingSeen) -> Iterator[str]:
    """Tell each rate, and what all the money together comes to at them."""
    for each in seen.rates:
        rate = format(each.rate, "f")
        shown = rate if words.language == "en" else rate.replace(".", ",")
        yield words("closing-rate", currency=each.currency, rate=shown, base=each.quote)
    if seen.rates and not seen.about.get(Item.RATES):
        found = report_results(books, seen.closing.days).currencies
        total = _at_rates(found, seen.rates, seen.closing.days.last)
        if total is not None:
            yield words("closing-all-money", amount=total)


def _at_rates(
    found: Iterable[CurrencyResults], rates: Iterable[ClosingRate], day: dt.date
) -> Money | None:
    """Add up the money everywhere at the rates; None where a currency has none."""
    known = {each.currency: each for each in rates}
    base = next(iter(known.values())).quote
    total = Money.zero(base)
    for each in found:
        held = each.on_hand
        if held.currency == base:
            total += held
        elif held.currency in known:
            said = known[held.currency]
            total += held.apply_rate(Rate(said.currency, base, said.rate, said.said_by, day))
        elif held:
            return None
    return total


def _signature_lines(books: Books, words: Words, seen: ClosingSeen) -> Iterator[str]:
    shop = shop_of(books)
    for part in Part:
        signature = seen.signed(part)
        who = words.plain(f"closing-part-{part}")
        if signature is None:
            yield words("closing-unsigned", part=who)
            continue
        person = books.people.find(signature.person_id)
        name = "" if person is None else person.name
        yield words("closing-signed", part=who, name=name, at=shop.local(signature.signed_at))


def _time_lines(words: Words, seen: ClosingSeen) -> Iterator[str]:
    """Tell how long it took, what was waited for, and how long the one before took."""
    if seen.time is None:
        return
    yield words("closing-took", time=_length(words, seen.time.took))
    yield from _hold_up_lines(words, seen.time)
    if seen.before is not None:
        yield words("closing-took-before", time=_length(words, seen.before.took))


def _hold_up_lines(words: Words, time: ClosingTime) -> Iterator[str]:
    for each in time.hold_ups[:HOLD_UPS_MAX]:
        what = words.plain(f"closing-{each.what}")
        yield words("closing-held-up", what=what, time=_length(words, each.took))


def _length(words: Words, took: dt.timedelta) -> str:
    days, rest = divmod(took, _DAY)
    hours, rest = divmod(rest, _HOUR)
    if days:
        return words.plain("length-days", days=days, hours=hours)
    if hours:
        return words.plain("length-hours", hours=hours)
    return words.plain("length-minutes", minutes=rest // _MINUTE)


def _buttons(setting: Setting, seen: ClosingSeen) -> Iterator[tuple[Button, ...]]:
    if seen.closing.closed_at is not None or setting.viewer is None:
        return
    words = setting.words
    for each in seen.open_items:
        if each.item is Item.RATES:
            for currency in seen.about.get(Item.RATES, ()):
                label = words.plain("button-close-rate", currency=currency)
                yield (_button(label, seen, "rate", currency),)
        label = words.plain("button-close-explain", what=words.plain(f"closing-{each.item}"))
        yield (_button(label, seen, "excuse", each.item.value),)
    if seen.is_ready:
        for part in parts_of(setting.viewer):
            if seen.signed(part) is None:
                label = words.plain(f"button-close-sign-{part}")
                yield (_button(label, seen, "sign", part.value),)
    yield (_button(words.plain("button-close-look"), seen, "show"),)


def _never_mind(words: Words, seen: ClosingSeen) -> tuple[Button, ...]:
    return (_button(words.plain("button-never-mind"), seen, "leave"),)


def _button(label: str, seen: ClosingSeen, what: str, value: str = "-") -> Button:
    day = seen.closing.days.last.isoformat()
    return Button(label, data=CloseCallback(day=day, what=what, value=value).pack())
