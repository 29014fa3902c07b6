"""A month lived from its first day to its last."""

from dataclasses import replace
from datetime import date

from bench.worlds.arrivals import Arrivals
from bench.worlds.calendar import DAY
from bench.worlds.chatter import add_chatter, add_fees
from bench.worlds.dice import Dice
from bench.worlds.old_bank import cut_short
from bench.worlds.orders import DAYS, Counter, Sale, moments
from bench.worlds.paying import Tills
from bench.worlds.plans import Piece, Plan, bank_moment, make_plan, ways_of
from bench.worlds.providers import Settlement
from bench.worlds.records import Order, World
from bench.worlds.styles import Style
from bench.worlds.till import keep_till


def live(style: Style, count: int, dice: Dice) -> World:
    """Return the world of so many orders in the style."""
    as_of = date.fromisoformat(dice.pick(style.as_of)).toordinal()
    world = World(as_of - DAYS + 1, as_of)
    counter = Counter(dice, style, count)
    tills = Tills(world, dice, style, counter.numbers)
    _take_orders(world, dice, style, counter, tills)
    for _ in range(count):
        if dice.chance(style.faults.stranger):
            day = dice.between(world.first_day, as_of)
            tills.stranger(
                counter.known_customer() if _is_old(dice, style) else None,
                bank_moment(dice, min(day * DAY + dice.between(32_000, 70_000), as_of * DAY)),
            )
    Settlement(world, dice, style).send_all()
    Arrivals(world, dice, style).book_all()
    keep_till(world, dice, style)
    add_chatter(world, dice, count)
    if style.fee_apart:
        add_fees(world, dice)
    if style.name_cut:
        world.bank = [cut_short(dice, style, line) for line in world.bank]
    return world


def _take_orders(world: World, dice: Dice, style: Style, counter: Counter, tills: Tills) -> None:
    times = moments(dice, world.first_day, world.as_of, counter.count, style.weekend)
    place = 0
    last: Sale | None = None
    while place < len(times):
        sale = counter.sell(times[place])
        if last is not None and _is_again(dice, style, last, times[place]):
            sale = replace(last, order_id=sale.order_id, number=sale.number, created=times[place])
        last = sale
        place += 1
        more = dice.weighted(((1, 3), (2, 1)))
        if style.most_together > 3 and dice.chance(0.4):
            more = dice.between(2, style.most_together - 1)
        together = sale.method == "bank_transfer" and dice.chance(style.several_orders)
        if not together or place + more > len(times):
            ways = ways_of(dice, style, sale.channel, sale.method)
            plan = make_plan(dice, style, (sale.total, sale.created), ways, world.as_of)
            _enter(world, _edited(dice, style, sale, plan), plan)
            tills.pay(len(world.orders) - 1, world.orders[-1], plan.pieces)
            continue
        sales = [sale]
        for _ in range(more):
            sales.append(counter.sell_again(times[place], sale))
            place += 1
        if style.splits and dice.chance(style.splits):
            sales = [
                replace(each, number=f"{sale.number}-{part}", created=sale.created + part)
                for part, each in enumerate(sales, start=1)
            ]
        begins = style.rest_and_more > 0 and dice.chance(style.rest_and_more)
        _settle_together(world, dice, sales, tills, begins=begins)


def _is_again(dice: Dice, style: Style, last: Sale, at: int) -> bool:
    """Say whether the customer of before orders just the same once more that day."""
    if not style.same_again or last.created // DAY != at // DAY:
        return False
    return dice.chance(style.same_again)


def _is_old(dice: Dice, style: Style) -> bool:
    """Say whether money for an order before the data comes from somebody known."""
    return style.old_orders > 0 and dice.chance(style.old_orders)


def _edited(dice: Dice, style: Style, sale: Sale, plan: Plan) -> Sale:
    """Return the order as it was changed after all was paid: something added, or left out."""
    if not style.edited or plan.status != "closed" or plan.refunded or not plan.pieces:
        return sale
    if not dice.chance(style.edited) or any(
        piece.amount < 0 or piece.twice for piece in plan.pieces
    ):
        return sale
    change = dice.pick((-1, 1)) * max(5_000, sale.total * dice.between(3, 30) // 100 // 100 * 100)
    return replace(sale, total=max(10_000, sale.total + change))


def _settle_together(
    world: World, dice: Dice, sales: list[Sale], tills: Tills, *, begins: bool
) -> None:
    """Let a customer pay several orders by one transfer; of the first maybe only what is left."""
    end = (world.as_of + 1) * DAY
    at = bank_moment(dice, sales[-1].created + dice.between(0, 3) * DAY)
    places = []
    for sale in sales:
        closed = at + dice.between(DAY // 8, 4 * DAY)
        status = "closed" if closed < end else "open"
        _enter(world, sale, Plan((), closed if closed < end else None, status, 0))
        places.append(len(world.orders) - 1)
    if at >= end:
        return
    first = 0
    if begins and at - sales[0].created > DAY:
        first = sales[0].total * dice.between(2, 6) // 10 // 100 * 100
        early = bank_moment(dice, sales[0].created)
        order = world.orders[places[0]]
        tills.pay(places[0], order, (Piece("bank", first, min(early, at), part=1),))
    tills.pay_together(places, at, first)


def _enter(world: World, sale: Sale, plan: Plan) -> None:
    world.orders.append(
        Order(
            sale.order_id, sale.number, sale.created, plan.closed, plan.status, sale.total,
            plan.refunded, sale.customer, sale.channel, sale.method,
        )
    )  # fmt: skip
