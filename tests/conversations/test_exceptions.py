"""What needs a person is seen, followed and settled in the chat, in three languages."""

import datetime as dt
from dataclasses import replace

import pytest

from ledger.money import Money
from reconciliation.terms import read_terms
from services.approvals.payout_limits import PayoutLimit
from services.exceptions.exception_ports import ExceptionEvent, ExceptionItem, Happened
from services.exceptions.match_books import match_books
from services.intake.bring_documents import bring_documents
from services.matching.matcher import Matcher
from services.messages import Cause
from services.people import Role
from services.ports import Books
from services.verify_books import verify_books
from tests.conversations.floor import Floor, shop_floor
from tests.matched_shop import PAYOUT, banked
from tests.papers import order, told, uah

SAID = {
    "en": ("1 thing", "closed, and ₴420 is not paid", "The money's way", "not paid", "As it came",
           "Explain", "Why is it so", "Explained", "Put off or explained: 1"),
    "uk": ("1 справа", "закрите, а", "Шлях грошей", "не сплачено", "Як надійшло",
           "Пояснити", "Чому так", "Пояснено", "Відкладено чи пояснено: 1"),
    "ru": ("1 дело", "закрыт, а", "Путь денег", "не оплачено", "Как пришло",
           "Объяснить", "Почему так", "Объяснено", "Отложено или объяснено: 1"),
}  # fmt: skip


def unpaid(books: Books) -> None:
    """Keep an order that is closed for long and not paid."""
    now = dt.datetime.now(dt.UTC)
    closed_at = now - dt.timedelta(days=20)
    cause = Cause("system:test", None, now)
    books.documents.post_from(closed_at.date())
    late = order(
        minor=42_000, lines=(), number="48123", paid_by="bank_transfer",
        happened_at=closed_at, closed_at=closed_at,
    )  # fmt: skip
    bring_documents(books, [told(late, b'{"ID": "410"}')], cause)
    match_books(books, Matcher(read_terms), cause)


@pytest.mark.parametrize("language", SAID)
async def test_an_exception_is_followed_and_explained(database_url: str, language: str) -> None:
    count, what, way, lost, raw, explain, why, explained, waits = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        await floor.database.write(unpaid)
        chat = await floor.side("accountant", language)
        await chat.types("/exceptions")
        card = await chat.hears()
        assert count in card.text
        await chat.presses(card, "48123")
        card = await chat.sees_edit(card)
        assert what in card.text
        await chat.presses(card, way)
        chain = await chat.sees_edit(card)
        assert lost in chain.text
        await chat.presses(chain, "←")
        card = await chat.sees_edit(chain)
        await chat.presses(card, raw)
        shown = await chat.sees_edit(card)
        assert '{"ID": "410"}' in shown.text
        await chat.presses(shown, "←")
        card = await chat.sees_edit(shown)
        await chat.presses(card, explain)
        asked = await chat.sees_edit(card)
        assert why in asked.text
        await chat.types("заплатить у грудні")
        done = await chat.hears()
        assert explained in done.text
        assert "грудні" in done.text
        await chat.types("/exceptions")
        assert waits in (await chat.hears()).text
        assert await floor.database.read(verify_books) == ()


async def test_a_difference_is_written_off_within_the_limit(floor: Floor) -> None:
    def limited(books: Books) -> None:
        unpaid(books)
        books.limits.put(PayoutLimit(Role.ACCOUNTANT, "UAH", per_payout=uah(10_000)))

    await floor.database.write(limited)
    accountant = await floor.side("accountant")
    await accountant.types("/exceptions")
    card = await accountant.hears()
    await accountant.presses(card, "48123")
    card = await accountant.sees_edit(card)
    await accountant.presses(card, "Write off")
    card = await accountant.sees_edit(card)
    assert "up to ₴100" in card.text
    director = await floor.side("director")
    await director.types("/today")
    assert "/exceptions" in (await director.hears()).text
    await director.types("/exceptions")
    card = await director.hears()
    await director.presses(card, "48123")
    card = await director.sees_edit(card)
    await director.presses(card, "Write off")
    card = await director.sees_edit(card)
    assert "wrote it off" in card.text
    held = await floor.database.read(lambda books: books.balances.of("expense.write_offs", "UAH"))
    assert held == Money(42_000, "UAH")


async def test_one_is_given_to_somebody_and_put_off(floor: Floor) -> None:
    await floor.database.write(unpaid)
    chat = await floor.side("accountant")
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, "48123")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Give to")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Director")
    card = await chat.sees_edit(card)
    assert "For Director" in card.text
    await chat.presses(card, "In a week")
    card = await chat.sees_edit(card)
    assert "Put off" in card.text
    await chat.presses(card, "← Back")
    card = await chat.sees_edit(card)
    assert "Put off or explained: 1" in card.text


async def test_money_without_an_order_is_given_the_one_that_is_typed(floor: Floor) -> None:
    def play(books: Books) -> None:
        unpaid(books)
        banked(books, (16, 77_700, "Оплата за товар, замовлення 99999"))
        cause = Cause("system:test", None, dt.datetime.now(dt.UTC))
        match_books(books, Matcher(read_terms), cause)

    await floor.database.write(play)
    chat = await floor.side("accountant")
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, "no order")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Another order")
    await chat.sees_edit(card)
    await chat.types("77777")
    assert "nothing by “77777”" in (await chat.hears()).text
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, "no order")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Another order")
    await chat.sees_edit(card)
    await chat.types("№ 48123")
    assert "linked it" in (await chat.hears()).text


async def test_a_cashier_is_told_nothing_of_exceptions(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/exceptions")
    assert "can't" in (await chat.hears()).text
    accountant = await floor.side("accountant")
    await accountant.types("/exceptions")
    assert "Nothing needs you" in (await accountant.hears()).text


def many(books: Books) -> None:
    """Keep more orders that are not paid than a page of the list shows."""
    unpaid(books)
    (kept,) = books.documents.of_number("48123")
    others = [
        replace(kept.document, external_id=f"5{n}", number=f"5000{n}", money=uah(9_000 + n))
        for n in range(9)
    ]
    cause = Cause("system:test", None, dt.datetime.now(dt.UTC))
    bring_documents(books, [told(each) for each in others], cause)
    match_books(books, Matcher(read_terms), cause)


async def test_back_leads_to_the_page_that_one_came_from(floor: Floor) -> None:
    await floor.database.write(many)
    chat = await floor.side("accountant")
    await chat.types("/exceptions")
    first = await chat.hears()
    await chat.presses(first, "Lighter")
    page = await chat.sees_edit(first)
    assert page.labels[-1] == "← Graver"
    await chat.presses(page, "50000")
    card = await chat.sees_edit(page)
    await chat.presses(card, "The money's way")
    card = await chat.sees_edit(card)
    await chat.presses(card, "← Back")
    card = await chat.sees_edit(card)
    await chat.presses(card, "← Back")
    assert (await chat.sees_edit(card)).labels == page.labels


async def test_money_is_split_by_what_is_typed_and_nobodys_is_written_off(floor: Floor) -> None:
    def play(books: Books) -> None:
        many(books)
        banked(books, (16, 18_003, "Оплата за товар"), (16, 30_000, "Оплата за товар, рах. 99999"))
        cause = Cause("system:test", None, dt.datetime.now(dt.UTC))
        match_books(books, Matcher(read_terms), cause)

    await floor.database.write(play)
    chat = await floor.side("accountant")
    for typed, heard in (
        ("50001 90,01 50002 90", "nothing by"),
        ("50001 90,01; 50002 90", "comes to ₴180.01"),
        ("50001 90,01; 50002 90,02", "linked it"),
    ):
        await chat.types("/exceptions")
        card = await chat.hears()
        await chat.presses(card, "180")
        card = await chat.sees_edit(card)
        await chat.presses(card, "Another order")
        assert "48123 400" in (await chat.sees_edit(card)).text
        await chat.types(typed)
        assert heard in (await chat.hears()).text.replace("\xa0", " ")
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, "₴300 ")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Write off ₴300")
    assert "Settled" in (await chat.sees_edit(card)).text
    assert await floor.database.read(verify_books) == ()


def wrong(books: Books, kind: str, about: str, cause: str, step: str) -> None:
    """Keep something that is wrong, as matching would."""
    now = dt.datetime.now(dt.UTC)
    item = ExceptionItem(kind, (about,), uah(500_000), now.date(), cause, step, opened_at=now)
    books.exceptions.add([item], ExceptionEvent(Happened.OPENED, "system:matcher", now))


CARRIED = {
    "en": ("took 5000 to the bank", "Ask Cashier", "Find its money…", "carried to the bank",
           "Put off"),
    "uk": ("здала в банк 5000", "Cashier", "Знайти гроші…", "віднесли в банк", "Відкласти"),
    "ru": ("сдала в банк 5000", "Cashier", "Найти деньги…", "отнесли в банк", "Отложить"),
}  # fmt: skip


@pytest.mark.parametrize("language", CARRIED)
async def test_who_carried_money_that_is_not_at_the_bank_is_asked_by_a_tap(
    database_url: str, language: str
) -> None:
    carried, ask, find, answer, later = CARRIED[language]
    async with shop_floor(database_url, language=language) as floor:
        cashier = await floor.side("cashier", language)
        await cashier.types(carried)
        await cashier.hears()

        def missing(books: Books) -> None:
            posted = books.journal.find(1)
            assert posted is not None
            about = f"cash:telegram:{posted.entry.origin.external_id}"
            wrong(books, "cash_deposit_missing", about, "not_carried", "ask_cashier")

        await floor.database.write(missing)
        chat = await floor.side("accountant", language)
        await chat.types("/exceptions")
        card = await chat.hears()
        await chat.presses(card, "🟠")
        card = await chat.sees_edit(card)
        assert find in card.labels
        await chat.presses(card, ask)
        await chat.sees_edit(card)
        question = await cashier.hears()
        await cashier.presses(question, answer)
        assert (await cashier.sees_edit(question)).labels == ()
        told = await chat.hears()
        assert any(later in each for each in told.labels)


async def test_a_bank_account_is_named_as_the_shop_names_it_and_has_no_way_to_follow(
    floor: Floor,
) -> None:
    await floor.database.write(lambda books: banked(books, (2, -4_200, "За гофротару")))

    def unposted(books: Books) -> None:
        (account,) = books.banks.accounts()
        named = replace(books.accounts.chart()[account.key], names={"en": "Our Privat"})
        books.accounts.change(named)
        about = f"account:{account.id}:2026-11-20"
        wrong(books, "not_posted", about, "in_suspense", "file_lines")

    await floor.database.write(unposted)
    chat = await floor.side("accountant")
    await chat.types("/exceptions")
    card = await chat.hears()
    assert any("Our Privat" in each for each in card.labels)
    await chat.presses(card, "Our Privat")
    card = await chat.sees_edit(card)
    assert "Our Privat: lines of" in card.text
    assert "The money's way" not in card.labels
    assert "As it came" in card.labels


async def test_of_money_that_names_no_order_anybody_may_be_asked(floor: Floor) -> None:
    await floor.database.write(unpaid)
    await floor.database.write(lambda books: banked(books, (2, 4_200, "Оплата за товар")))
    await floor.database.write(
        lambda books: wrong(books, "payment_without_order", "bank:1", "no_number", "ask_manager")
    )
    cashier, chat = await floor.side("cashier"), await floor.side("accountant")
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, "no order")
    card = await chat.sees_edit(card)
    assert "Next: ask who may know whose it is" in card.text
    await chat.presses(card, "Ask somebody…")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Cashier")
    await chat.sees_edit(card)
    question = await cashier.hears()
    assert question.labels == ("I don't know whose it is", "In my own words…")
    await cashier.presses(question, "In my own words…")
    await cashier.sees_edit(question)
    await cashier.types("that is order № 48123, I think")
    told = await chat.hears()
    await chat.presses(told, "✅ Link")
    assert "linked it" in (await chat.sees_edit(told)).text


LETTERS = {
    "en": ("Copy a letter to them", "has not come to our account"),
    "uk": ("Копіювати лист до них", "не надійшли на наш рахунок"),
    "ru": ("Копировать письмо им", "не поступили на наш счёт"),
}


@pytest.mark.parametrize("language", LETTERS)
async def test_a_letter_about_a_late_payout_is_there_to_be_copied(
    database_url: str, language: str
) -> None:
    label, says = LETTERS[language]

    def late(books: Books) -> None:
        now = dt.datetime.now(dt.UTC)
        sent = replace(PAYOUT, happened_at=now - dt.timedelta(days=9))
        bring_documents(books, [told(sent)], Cause("system:test", None, now))
        wrong(books, "settlement_late", sent.key, "not_at_bank", "ask_provider")

    async with shop_floor(database_url, language=language) as floor:
        await floor.database.write(late)
        chat = await floor.side("accountant", language)
        await chat.types("/exceptions")
        card = await chat.hears()
        await chat.presses(card, "🟠")
        letter = (await chat.sees_edit(card)).button(label).copies
        assert says in letter
        assert len(letter) <= 256
