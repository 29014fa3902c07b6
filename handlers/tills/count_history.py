"""The counts that were made: each till's last, its history, how each person's came out."""

from handlers.callbacks import CountCallback, CountHistoryCallback
from handlers.cards import Setting
from handlers.tills.handover_cards import name_of
from locales.words import Words, shorten
from services.cash_types import NotAllowed
from services.messages import Button, OutgoingMessage, Tone
from services.people import Person
from services.ports import Books
from services.shop import Shop
from services.tills.count_history import CountHistory, LastCount, count_history, last_counts
from services.tills.count_types import SettledSheet, Standing


def last_counts_card(
    books: Books, setting: Setting, person: Person, shop: Shop
) -> OutgoingMessage:
    """Show when each till was counted last and what came of it, with a way to count one's own."""
    found = last_counts(books, person)
    if isinstance(found, NotAllowed):
        return setting.say("not-allowed")
    words = setting.words
    lines = [f"<b>{words('count-last-title')}</b>"]
    for each in found:
        lines.extend(_last_lines(books, words, shop, each))
    mine = CountCallback(count_id=0, revision=0, place=0, act="mine", value="-").pack()
    rows = [(Button(words.plain("button-count-mine"), data=mine, tone=Tone.MAIN),)]
    rows += [(_history_button(words, each.till.key, each.till.name(words.language)),)
             for each in found]  # fmt: skip
    return setting.message("\n".join(lines), tuple(rows))


def history_card(
    books: Books,
    setting: Setting,
    person: Person,
    shop: Shop,
    asked: CountHistoryCallback,
    *,
    edits: int | None = None,
) -> OutgoingMessage:
    """Show a page of a till's counts, newest first, and how each person's came out."""
    found = count_history(books, person, asked.till, max(asked.page, 0))
    if isinstance(found, NotAllowed):
        return setting.say("not-allowed")
    words = setting.words
    lines = [
        f"<b>{words('count-history-title', till=found.till.name(words.language))}</b>",
        *(_line(books, words, shop, each) for each in found.sheets),
    ]
    if not found.sheets:
        lines.append(words("count-history-empty"))
    if found.standings:
        lines += ["", *(_standing(books, words, each) for each in found.standings)]
    return setting.message("\n".join(lines), _turns(words, found), edits=edits)


def _turns(words: Words, found: CountHistory) -> tuple[tuple[Button, ...], ...]:
    rows = []
    if found.has_more:
        more = CountHistoryCallback(till=found.till.key, page=found.page + 1).pack()
        rows.append((Button(words.plain("button-more"), data=more),))
    if found.page:
        back = CountHistoryCallback(till=found.till.key, page=found.page - 1).pack()
        rows.append((Button(words.plain("button-back"), data=back),))
    return tuple(rows)


def _history_button(words: Words, till: str, name: str) -> Button:
    label = words.plain("button-count-history", till=shorten(name))
    return Button(label, data=CountHistoryCallback(till=till, page=0).pack())


def _last_lines(books: Books, words: Words, shop: Shop, last: LastCount) -> list[str]:
    till = last.till.name(words.language)
    if not last.sheets:
        return [words("count-last-never", till=till)]
    first = last.sheets[0]
    name, at = name_of(books, first.person_id), shop.local(first.settled_at)
    told = "; ".join(_result(words, each) for each in last.sheets)
    return [f"{words('count-last', till=till, at=at, name=name)}: {told}"]


def _line(books: Books, words: Words, shop: Shop, sheet: SettledSheet) -> str:
    """Tell one count in a line; the parts are plain, the line makes them harmless."""
    result = _result(words, sheet)
    if sheet.reason:
        result = f"{result} · {shorten(sheet.reason)}"
    return words(
        "count-history-line",
        at=shop.local(sheet.settled_at),
        name=name_of(books, sheet.answerable_id),
        result=result,
    )


def _result(words: Words, sheet: SettledSheet) -> str:
    difference = sheet.difference
    if not difference:
        return words.plain("count-result-agrees", amount=sheet.counted)
    way = "short" if difference.minor < 0 else "over"
    return words.plain(f"count-result-{way}", counted=sheet.counted, amount=abs(difference))


def _standing(books: Books, words: Words, standing: Standing) -> str:
    return words(
        "count-standing",
        name=name_of(books, standing.person_id),
        count=standing.times,
        off=standing.times_off,
        short=standing.short,
        over=standing.over,
    )
