"""What leaders should know rings once, again when it is worse, and closes."""

import datetime as dt
from collections.abc import Sequence

from alerts.alert import AlertHappened, AlertState
from alerts.finding import Finding, Severity
from alerts.registry import BY_NAME
from handlers.alerts.alert_news import alert_news
from ledger.documents import OrderStage
from ledger.money import Money
from services.alerts.answer_alerts import (
    AlertAnswered,
    accept_edit,
    call_useless,
    explain_alert,
    saw_alert,
    snooze_alert,
)
from services.alerts.ring_alerts import keep_found, settings_of
from services.alerts.set_alerts import set_parameter, switch_trigger
from services.alerts.try_alerts import try_trigger
from services.cash_types import NotAllowed, StaleAnswer
from services.people import Role
from services.ports import Books
from services.posting import take_back
from storage.database import open_database
from tests.bell import DAYS, SHOP, Bell, closed
from tests.papers import order, uah


async def test_an_order_unpaid_for_fourteen_days_rings_once_and_closes_when_paid(
    bell: Bell,
) -> None:
    sold = closed("410", 42_000, bell.clock.now())
    await bell.brings(sold, closed("411", 42_000, bell.clock.now() + DAYS))
    bell.clock.move(14 * DAYS)
    await bell.matches()
    (text,) = await bell.look()
    assert "Order N-410: ₴420 is not paid, 14 days after closing" in text
    assert "Олена Бондар" in text
    assert await bell.look() == []
    again = Bell(bell.database, bell.clock)
    assert await again.look() == []
    await bell.brings(closed("410", 42_000, sold.happened_at, stage=OrderStage.CANCELLED))
    await bell.matches()
    edited, settled = await bell.look()
    assert "was closed and is cancelled now" in edited
    assert "₴420 is not paid" in settled
    assert "Settled" in settled
    assert await bell.look() == []


async def test_an_unpaid_order_is_told_again_when_it_is_twice_as_old(bell: Bell) -> None:
    await bell.brings(closed("410", 42_000, bell.clock.now()))
    bell.clock.move(14 * DAYS)
    await bell.matches()
    assert len(await bell.look()) == 1
    bell.clock.move(13 * DAYS)
    await bell.matches()
    assert await bell.look() == []
    bell.clock.move(DAYS)
    await bell.matches()
    (text,) = await bell.look()
    assert "It got worse" in text
    assert "28 days" in text


async def test_the_first_big_purchase_of_a_supplier_rings_and_the_next_does_not(
    bell: Bell,
) -> None:
    await bell.pays(1, 50_000, "Romstal")
    assert await bell.look() == []
    await bell.pays(2, 2_000_000, "ТОВ «Romstal»")
    (text,) = await bell.look()
    assert "First big purchase: ТОВ «Romstal», ₴20,000" in text
    assert "The largest payment before: ₴500" in text
    await bell.pays(3, 3_000_000, "Romstal")
    await bell.pays(4, 1_999_999, "Viessmann")
    assert await bell.look() == []


async def test_a_purchase_that_is_taken_back_settles(bell: Bell) -> None:
    await bell.pays(1, 2_500_000, "Viessmann")
    assert len(await bell.look()) == 1

    def undo(books: Books) -> None:
        (posted,) = books.journal.of_message(7, 1)
        take_back(books, posted, bell.cause(), booked_on=posted.entry.booked_on)

    await bell.database.write(undo)
    (text,) = await bell.look()
    assert "Settled" in text


async def test_a_closed_order_that_is_edited_is_told_with_what_it_was(bell: Bell) -> None:
    at = bell.clock.now()
    sold = closed("410", 50_000, at, cost=uah(30_000), responsible="Petro")
    await bell.brings(sold)
    assert await bell.look() == []
    bell.clock.move(3 * DAYS)
    renamed = closed("410", 50_000, at, cost=uah(30_000), responsible="Ihor", changed_at=at + DAYS)
    await bell.brings(renamed)
    assert await bell.look() == []
    edited = closed("410", 42_000, at, cost=uah(30_000), responsible="Ihor",
                    changed_at=bell.clock.now(), changed_by="Vasyl")  # fmt: skip
    await bell.brings(edited)
    (text,) = await bell.look()
    for said in (
        "Order N-410 was changed after it was closed",
        "Total: ₴500 → ₴420",
        "Margin: ₴200 → ₴120",
        "Changed by Vasyl",
        "3 days after closing",
    ):
        assert said in text
    assert await bell.look() == []
    await bell.brings(closed("410", 50_000, at, cost=uah(30_000),
                             changed_at=bell.clock.now() + DAYS))  # fmt: skip
    (text,) = await bell.look()
    assert "Settled" in text


async def test_each_further_edit_is_told_even_after_the_first_was_accepted(bell: Bell) -> None:
    at = bell.clock.now()
    await bell.brings(closed("410", 50_000, at))
    await bell.brings(closed("410", 42_000, at, changed_at=at + DAYS))
    assert len(await bell.look()) == 1
    (alert,) = await bell.alerts()
    director = await bell.director()
    await bell.database.write(
        lambda books: accept_edit(books, alert.id, "fine", director, bell.cause())
    )
    assert await bell.look() == []
    await bell.brings(closed("410", 47_000, at, changed_at=at + 2 * DAYS))
    (text,) = await bell.look()
    assert "₴500 → ₴470" in text


async def test_an_order_below_the_planned_margin_rings_before_it_is_closed(bell: Bell) -> None:
    at = bell.clock.now()
    opened = {"stage": OrderStage.OPEN, "happened_at": at, "closed_at": None, "lines": ()}
    await bell.brings(
        order("410", 500_000, **opened, cost=uah(460_000)),
        order("411", 500_000, **opened, cost=uah(425_000)),
        order("412", 99_999, **opened, cost=uah(99_000)),
        order("413", 500_000, **opened),
    )
    (text,) = await bell.look()
    assert "Order N-410, not closed yet, earns 8% of ₴5,000; 15% is planned" in text
    assert "₴350 less than planned" in text
    assert await bell.look() == []


async def test_answers_stay_and_end_it(bell: Bell) -> None:
    await bell.pays(1, 2_500_000, "Viessmann")
    await bell.look()
    (alert,) = await bell.alerts()
    director = await bell.director()
    people = await bell.database.read(lambda books: books.people.all())
    cashier = next(each for each in people if each.role is Role.CASHIER)
    refused = await bell.database.write(
        lambda books: saw_alert(books, alert.id, cashier, bell.cause())
    )
    assert isinstance(refused, NotAllowed)
    seen = await bell.database.write(
        lambda books: saw_alert(books, alert.id, director, bell.cause())
    )
    assert isinstance(seen, AlertAnswered)
    assert seen.alert.useful
    done = await bell.database.write(
        lambda books: explain_alert(books, alert.id, "agreed", director, bell.cause())
    )
    assert isinstance(done, AlertAnswered)
    assert done.alert.state is AlertState.ANSWERED
    assert await bell.look() == []
    history = await bell.database.read(lambda books: books.alerts.history(alert.id))
    assert [each.what for each in history] == [
        AlertHappened.FOUND, AlertHappened.TOLD, AlertHappened.SEEN, AlertHappened.EXPLAINED,
    ]  # fmt: skip
    assert history[-1].note == "agreed"
    stale = await bell.database.write(lambda books: saw_alert(books, 99, director, bell.cause()))
    assert isinstance(stale, StaleAnswer)


async def test_what_was_put_off_comes_back_on_its_day(bell: Bell) -> None:
    await bell.pays(1, 2_500_000, "Viessmann")
    await bell.look()
    (alert,) = await bell.alerts()
    director, today = await bell.director(), SHOP.day_of(bell.clock.now())
    await bell.database.write(
        lambda books: snooze_alert(books, alert.id, today + DAYS, director, bell.cause())
    )
    assert await bell.look() == []
    bell.clock.move(DAYS)
    assert len(await bell.look()) == 1


async def test_not_useful_raises_the_bar_for_that_supplier_alone(bell: Bell) -> None:
    director = await bell.director()
    await bell.database.write(
        lambda books: switch_trigger(books, "odd_refund", director, bell.cause(), is_on=False)
    )
    await bell.database.write(
        lambda books: switch_trigger(books, "new_party", director, bell.cause(), is_on=True)
    )
    at = bell.clock.now()
    await bell.brings(closed("410", 500_000, at, cost=uah(460_000), responsible="Petro"))
    await bell.look()
    (alert,) = await bell.alerts()
    await bell.database.write(lambda books: call_useless(books, alert.id, director, bell.cause()))
    await bell.brings(
        closed("411", 500_000, at, cost=uah(455_000), responsible="Petro"),
        closed("412", 500_000, at, cost=uah(455_000), responsible="Ihor"),
        closed("413", 9_000_000, at, cost=uah(8_500_000), responsible="Petro"),
    )
    texts = "\n".join(await bell.look())
    assert "N-411" not in texts
    assert "N-412" in texts
    assert "N-413" in texts


async def test_nobody_is_told_by_night_but_of_what_is_critical(bell: Bell) -> None:
    bell.clock.move(dt.timedelta(hours=8))
    await bell.pays(1, 2_500_000, "Viessmann")
    assert await bell.look() == []
    (alert,) = await bell.alerts()
    assert alert.state is AlertState.WAITING
    bell.clock.move(dt.timedelta(hours=12))
    assert len(await bell.look()) == 1


async def test_nobody_reacting_calls_each_leader_in_once(bell: Bell) -> None:
    await bell.pays(1, 2_500_000, "Viessmann")
    await bell.look()
    bell.clock.move(dt.timedelta(hours=5))
    assert await bell.look() == []
    bell.clock.move(dt.timedelta(hours=16))
    (text,) = await bell.look()
    assert "Nobody has reacted" in text
    assert await bell.look() == []


async def test_a_trigger_is_tried_on_the_past_month_before_it_is_switched_on(
    bell: Bell,
) -> None:
    for number in range(1, 5):
        await bell.pays(number, 1_200_000, f"Supplier {number}")
        bell.clock.move(DAYS)
    await bell.look()
    trigger = BY_NAME["first_big_purchase"]
    at = bell.clock.now()
    usual = await bell.database.read(lambda books: try_trigger(books, trigger, {}, at))
    assert usual.found == ()
    tried = await bell.database.read(
        lambda books: try_trigger(books, trigger, {"from": 1_000_000}, at)
    )
    assert [each.said["who"] for each in tried.found] == [
        "Supplier 4", "Supplier 3", "Supplier 2", "Supplier 1",
    ]  # fmt: skip
    director = await bell.director()
    await bell.database.write(
        lambda books: set_parameter(
            books, "first_big_purchase", ("from", 1_000_000), director, bell.cause()
        )
    )
    assert await bell.look() == []
    await bell.pays(9, 1_200_000, "Supplier 9")
    assert len(await bell.look()) == 1


async def test_a_burst_gives_at_most_the_cap_and_loses_nothing_critical(
    database_url: str, bell: Bell
) -> None:
    today = SHOP.day_of(bell.clock.now())

    def finding(number: int, severity: Severity) -> Finding:
        return Finding(
            "new_account", f"{severity}:{number}", f"s{number}", severity, 1,
            Money(number, "UAH"), (), "new_party", today, today,
            {"who": f"P{number}", "amount": Money(number, "UAH")},
        )  # fmt: skip

    found = [finding(number, Severity.MIDDLE) for number in range(480)]
    found += [finding(number, Severity.CRITICAL) for number in range(20)]

    def burst(books: Books) -> Sequence[str]:
        rung = keep_found(books, found, (), settings_of(books, bell.clock.now()), bell.cause())
        return [each.text for each in alert_news(books, rung, bell.clock.now())]

    texts = await bell.database.write(burst)
    critical = [each for each in texts if "🚨" in each]
    assert sum(each.count("🚨") for each in critical) == 20
    assert len(texts) - len(critical) <= 12
    again = await open_database(database_url)
    settled = await again.read(lambda books: books.alerts.open())
    await again.close()
    assert len(settled) == 500
    assert all(each.state is AlertState.TOLD for each in settled)
