"""The manners of a month, as rates; a shifted style is the same with other luck."""

import dataclasses
from dataclasses import dataclass, replace

from bench.worlds.dice import Dice
from bench.worlds.wording import LONGEST, Habits

COMMON_MANNERS = (("uk", 50), ("ru", 10), ("mixed", 12), ("en", 10), ("bare", 18))
FOREIGN_MANNERS = (("uk", 22), ("en", 22), ("pl", 20), ("long", 24), ("bare", 6), ("mixed", 6))


@dataclass(frozen=True, slots=True)
class Faults:
    """How often what should not happen does, per order, batch, deposit or charge."""

    unpaid: float = 0.008
    partly: float = 0.009
    too_much: float = 0.007
    twice: float = 0.008
    kept: float = 0.004
    one_sided: float = 0.006
    chargeback: float = 0.01
    stranger: float = 0.008
    charge_late: float = 0.005
    payout_late: float = 0.02
    payout_missing: float = 0.01
    payout_short: float = 0.02
    reserve: float = 0.015
    deposit_missing: float = 0.06
    deposit_wrong: float = 0.05


@dataclass(frozen=True, slots=True)
class Providers:
    """How providers report and send."""

    ref_missing: float = 0.05
    ref_decorated: float = 0.12
    ref_mistyped: float = 0.01
    payer_named: float = 0.6
    payer_other: float = 0.1
    payout_untold: float = 0.1
    rides_late: float = 0.01
    several_in_line: float = 0.05
    line_in_parts: float = 0.05
    line_untold: float = 0.3
    kopecks: float = 0.01
    ref_by_id: float = 0.0
    """How often a provider holds the CRM's own id of an order."""
    back_untold: float = 0.0
    """How often money that a provider gave back names no order."""


@dataclass(frozen=True, slots=True)
class Style:
    """A month's manner; every rate is a share of one."""

    habits: Habits
    faults: Faults
    providers: Providers
    as_of: tuple[str, ...] = ("2026-10-31", "2026-09-30", "2026-06-15", "2026-03-20", "2026-05-12")
    number_shapes: tuple[str, ...] = ("5", "5", "5", "6")
    companies: float = 0.11
    traders: float = 0.16
    westerners: float = 0.0
    returning: float = 0.16
    namesakes: float = 0.0
    few_goods: bool = False
    odd_prices: float = 0.3
    cancelled: float = 0.06
    partly_returned: float = 0.015
    instalments: float = 0.07
    several_orders: float = 0.02
    small_change: float = 0.06
    other_payer: float = 0.07
    on_account: float = 0.08
    other_way: float = 0.02
    cash_ref: float = 0.8
    cash_note: float = 0.5
    chargeback_fee: int = 0
    equal_deposits: bool = False
    other_wording: bool = False
    """Providers write of their payouts in another manner."""
    odd_spelling: float = 1.0
    """How much more often initials and Latin letters stand for a payer's name."""
    weekend: float = 0.35
    """How many orders a day of the weekend has beside another day."""
    channels: tuple[tuple[str, int], ...] = ()
    """Where orders come from, by weight; none means as usual."""
    dear: int = 1
    """How many times the usual fees are taken."""
    transit: float = 0.0
    """How many people's transfers come from the bank's own account, the payer told in the text."""
    spouses: bool = False
    """Whoever else pays is mostly of the customer's family."""
    in_parcels: float = 0.0
    """How many card payments are taken in two, as the goods are sent."""
    fee_apart: bool = False
    """Providers keep no fee of a payment and are paid once a month."""
    other_people: bool = False
    """Customers and goods of another town and trade."""
    old_orders: float = 0.0
    """How often money for an order before the data is a known customer's."""
    edited: float = 0.0
    """How many orders have another total since they were paid."""
    thrice: float = 0.0
    """How often what was paid twice is paid once more."""
    rest_and_more: float = 0.0
    """How often a transfer for several orders pays only what is left of the first."""
    back_by_bank: float = 0.0
    """How often what was paid by card or in cash is given back by the bank."""
    codes: int = 2
    """Merchant codes of the first gateway and of the card terminals; large shops have more."""
    market_codes: int = 1
    """Shops that it keeps at the marketplace, each with batches of its own."""
    purpose_cut: int = LONGEST
    """Letters that the bank keeps of a purpose."""
    name_cut: int = 0
    """Letters that the bank keeps of a name, and then it tells no tax number; 0 keeps all."""
    numbers_again: float = 0.0
    """How often money for an order of last year names a number that was given again since."""
    masked: bool = False
    """The marketplace and the courier tell a given name and the surname's first letter."""
    weekly_deposits: bool = False
    """Cash goes to the bank once a week, that of all its days together."""
    same_again: float = 0.0
    """How often a customer orders just the same once more that day, and maybe another pays it."""
    round_first: float = 0.0
    """How many first parts by the bank are a round 5 000, whatever the order."""
    anothers_number: float = 0.0
    """How many transfers tell the number of somebody else's order, as if from an old invoice."""
    retried: float = 0.0
    """How often a card is charged, given back at once and charged again."""
    sisters: float = 0.0
    """How many companies have a sister of the same name that orders too, and pays for it."""
    vouchers: float = 0.0
    """How often the marketplace itself pays a part of what was bought there."""
    back_by_courier: bool = False
    """A parcel that comes back is taken off the courier's next batch."""
    deferred: float = 0.0
    """How many transfers come two to six weeks after the goods."""
    cash_later: float = 0.0
    """How often cash is brought days after an order was closed."""
    in_many: float = 0.0
    """How many instalments are four to six equal parts."""
    most_together: int = 3
    """Orders that one transfer pays at most."""
    splits: float = 0.0
    """How many orders paid together are one that was split: 4071-1 and 4071-2."""
    over_returned: float = 0.0
    """How often what was paid too much is given back."""
    back_in_parts: float = 0.0
    """How often what is given back goes in two."""
    at_once: float = 0.0
    """How often a card that is charged twice is charged in the same second."""
    stranger_back: float = 0.0
    """How often money for no order is given back to who sent it."""


_SAMPLE = Style(
    Habits(COMMON_MANNERS, 0.03, 0.02, 0.03, 0.06, 0.06, 0.0),
    Faults(),
    Providers(),
)
_NO_FAULTS = Faults(**dict.fromkeys((each.name for each in dataclasses.fields(Faults)), 0.0))


STYLES = {
    "like_sample": _SAMPLE,
    "messy": replace(
        _SAMPLE,
        habits=Habits(COMMON_MANNERS, 0.16, 0.12, 0.12, 0.35, 0.15, 0.0),
        providers=Providers(
            ref_missing=0.15, ref_decorated=0.3, ref_mistyped=0.06, payer_named=0.5,
            payer_other=0.2, payout_untold=0.2, line_untold=0.4,
        ),
        instalments=0.18, several_orders=0.08, small_change=0.1, other_payer=0.22,
        other_way=0.06, odd_spelling=3.0, cash_ref=0.5, cash_note=0.7, returning=0.25,
    ),
    "combined": replace(
        _SAMPLE,
        faults=replace(Faults(), reserve=0.12, payout_late=0.03),
        providers=replace(
            Providers(), rides_late=0.06, several_in_line=0.45, line_in_parts=0.2,
            line_untold=0.5, payout_untold=0.25, kopecks=0.04,
        ),
        as_of=("2027-01-14", "2026-01-12", "2026-01-20", "2027-01-08"),
        cancelled=0.12, partly_returned=0.06, several_orders=0.05, instalments=0.1, codes=4,
    ),
    "twins": replace(
        _SAMPLE,
        habits=Habits(COMMON_MANNERS, 0.12, 0.04, 0.03, 0.08, 0.06, 0.0),
        faults=replace(Faults(), twice=0.04),
        few_goods=True, odd_prices=0.0, namesakes=0.2, returning=0.35, instalments=0.1,
        equal_deposits=True, several_orders=0.04, cash_ref=0.65,
    ),
    "faults": replace(
        _SAMPLE,
        faults=Faults(
            unpaid=0.03, partly=0.03, too_much=0.03, twice=0.03, kept=0.02, one_sided=0.03,
            chargeback=0.08, stranger=0.05, charge_late=0.03, payout_late=0.1,
            payout_missing=0.05, payout_short=0.1, reserve=0.05, deposit_missing=0.2,
            deposit_wrong=0.2,
        ),
        cancelled=0.1, partly_returned=0.04, chargeback_fee=25_000,
    ),
    "quiet": replace(
        _SAMPLE,
        habits=Habits(COMMON_MANNERS, 0.002, 0.001, 0.01, 0.02, 0.02, 0.0),
        faults=replace(_NO_FAULTS, unpaid=0.001, payout_late=0.003, deposit_missing=0.01),
        providers=replace(
            Providers(), ref_missing=0.005, ref_decorated=0.03, ref_mistyped=0.0,
            rides_late=0.001, several_in_line=0.01, line_in_parts=0.01,
        ),
        small_change=0.01, other_payer=0.03, other_way=0.005, instalments=0.05,
        several_orders=0.01, cancelled=0.04, cash_ref=0.95,
    ),
    "foreign": replace(
        _SAMPLE,
        habits=Habits(FOREIGN_MANNERS, 0.03, 0.03, 0.04, 0.2, 0.1, 0.15),
        providers=replace(Providers(), ref_decorated=0.25),
        other_wording=True,
        chargeback_fee=30_000,
        number_shapes=("TD-4", "A6", "S5", "4", "7", "8"),
        westerners=0.55, traders=0.08, companies=0.16,
        as_of=("2026-04-30", "2026-07-20", "2025-11-28"),
    ),
    "wordless": replace(
        _SAMPLE,
        habits=Habits(COMMON_MANNERS, 0.85, 0.05, 0.1, 0.15, 0.1, 0.0),
        providers=replace(Providers(), ref_missing=0.2, payer_named=0.85, payout_untold=0.5),
        odd_spelling=12.0, odd_prices=0.6, other_payer=0.05, cash_ref=0.4, cash_note=0.9,
        channels=(("site", 30), ("phone", 45), ("showroom", 25)),
        as_of=("2026-09-06", "2026-11-15", "2027-01-03"),
    ),
    "returns": replace(
        _SAMPLE,
        faults=replace(
            Faults(), one_sided=0.03, kept=0.015, chargeback=0.05, twice=0.02, too_much=0.015,
        ),
        providers=replace(
            Providers(), rides_late=0.04, several_in_line=0.3, line_in_parts=0.15,
            payout_untold=0.3, ref_missing=0.1,
        ),
        cancelled=0.2, partly_returned=0.15, instalments=0.35, on_account=0.2, returning=0.3,
        weekend=1.6, dear=3, chargeback_fee=40_000,
        channels=(("site", 45), ("phone", 15), ("showroom", 15), ("marketplace", 25)),
        as_of=("2027-01-10", "2026-05-10", "2026-08-30"),
    ),
    "transit": replace(
        _SAMPLE,
        habits=Habits(COMMON_MANNERS, 0.3, 0.05, 0.06, 0.2, 0.2, 0.0),
        faults=replace(Faults(), reserve=0.2, twice=0.012, too_much=0.01, one_sided=0.012),
        providers=replace(
            Providers(), ref_missing=0.08, ref_decorated=0.4, payer_other=0.25, rides_late=0.03,
            several_in_line=0.2, payout_untold=0.2,
        ),
        transit=0.45, spouses=True, in_parcels=0.15, fee_apart=True, other_people=True,
        other_payer=0.2, other_way=0.04, instalments=0.12, several_orders=0.04, returning=0.3,
        partly_returned=0.06, odd_spelling=1.5, cash_ref=0.6, cash_note=0.6,
        channels=(("site", 45), ("phone", 15), ("showroom", 10), ("marketplace", 30)),
        as_of=("2026-08-12", "2026-11-30", "2026-04-17", "2025-12-31"),
    ),
    "regulars": replace(
        _SAMPLE,
        habits=Habits(
            COMMON_MANNERS, 0.1, 0.03, 0.04, 0.1, 0.08, 0.0,
            prefixed=0.12, shortened=0.5, misleading=0.1, silent_back=0.3,
        ),
        faults=replace(Faults(), twice=0.02, stranger=0.025, too_much=0.01, partly=0.012),
        providers=replace(Providers(), ref_decorated=0.3, ref_missing=0.08, payer_named=0.75),
        returning=0.45, several_orders=0.06, instalments=0.15, partly_returned=0.03,
        other_payer=0.1, on_account=0.2, cash_ref=0.65, companies=0.2,
        back_by_bank=0.25, old_orders=0.7, edited=0.012, thrice=0.3, rest_and_more=0.35,
        as_of=("2026-11-08", "2026-06-30", "2026-01-31", "2026-10-05"),
    ),
    "bazaar": replace(
        _SAMPLE,
        habits=Habits(COMMON_MANNERS, 0.15, 0.03, 0.04, 0.05, 0.3, 0.0, silent_back=0.2),
        faults=replace(Faults(), reserve=0.4, stranger=0.02, one_sided=0.012),
        providers=replace(
            Providers(), ref_missing=0.25, ref_decorated=0.4, payer_named=0.4, payout_untold=0.6,
            rides_late=0.02, several_in_line=0.25, line_untold=0.2,
        ),
        channels=(("marketplace", 62), ("site", 20), ("phone", 11), ("showroom", 7)),
        market_codes=4, purpose_cut=35, name_cut=20, numbers_again=0.6, masked=True,
        weekly_deposits=True, other_people=True, cancelled=0.12, partly_returned=0.08,
        several_orders=0.0, odd_spelling=1.5, cash_ref=0.6,
        as_of=("2026-11-02", "2026-07-01", "2026-03-02", "2026-10-04"),
    ),
    "corner": replace(
        _SAMPLE,
        habits=Habits(
            COMMON_MANNERS, 0.2, 0.05, 0.05, 0.15, 0.1, 0.0, misleading=0.05, silent_back=0.2,
        ),
        faults=replace(Faults(), twice=0.02, stranger=0.02, partly=0.015, too_much=0.012),
        providers=replace(Providers(), ref_missing=0.12, payer_named=0.5, payer_other=0.25),
        same_again=0.05, round_first=0.4, anothers_number=0.02, retried=0.008,
        instalments=0.25, other_payer=0.18, spouses=True, several_orders=0.04, returning=0.35,
        old_orders=0.5, cash_ref=0.6, partly_returned=0.04, cancelled=0.1, back_by_bank=0.15,
        as_of=("2026-10-12", "2026-12-29", "2026-05-04", "2026-08-25"),
    ),
    "sisters": replace(
        _SAMPLE,
        habits=Habits(COMMON_MANNERS, 0.15, 0.04, 0.05, 0.15, 0.1, 0.0, misleading=0.03),
        faults=replace(Faults(), twice=0.015, stranger=0.02, reserve=0.05, too_much=0.012),
        providers=replace(
            Providers(), ref_missing=0.15, ref_decorated=0.3, rides_late=0.04,
            several_in_line=0.3, line_in_parts=0.4, payout_untold=0.3,
        ),
        companies=0.45, sisters=0.5, vouchers=0.3, back_by_courier=True, anothers_number=0.015,
        returning=0.4, old_orders=0.4, other_payer=0.12, on_account=0.3, cancelled=0.12,
        partly_returned=0.08, several_orders=0.05, round_first=0.15,
        channels=(("site", 34), ("phone", 22), ("showroom", 12), ("marketplace", 32)),
        as_of=("2026-09-15", "2026-11-27", "2026-04-03", "2026-01-26"),
    ),
    "wholesale": replace(
        _SAMPLE,
        habits=Habits(
            COMMON_MANNERS, 0.12, 0.03, 0.04, 0.1, 0.08, 0.2, shortened=0.25, ranged=0.4,
        ),
        faults=replace(Faults(), too_much=0.012, stranger=0.015),
        number_shapes=("26-4", "5", "TD-4", "26-4"),
        companies=0.4, traders=0.25, returning=0.45, several_orders=0.08, most_together=6,
        splits=0.4, deferred=0.3, cash_later=0.3, instalments=0.12, in_many=0.4,
        over_returned=0.4, other_payer=0.1, cash_ref=0.7, odd_prices=0.5,
        channels=(("site", 15), ("phone", 50), ("showroom", 35)),
        as_of=("2026-11-30", "2026-05-31", "2026-08-19", "2027-01-15"),
    ),
    "clerks": replace(
        _SAMPLE,
        habits=Habits(COMMON_MANNERS, 0.1, 0.04, 0.05, 0.15, 0.1, 0.0, silent_back=0.3),
        faults=replace(
            Faults(), twice=0.025, stranger=0.025, one_sided=0.015, chargeback=0.03,
            too_much=0.012,
        ),
        providers=replace(
            Providers(), ref_missing=0.1, ref_decorated=0.2, ref_by_id=0.25, back_untold=0.5,
            payer_named=0.7, payer_other=0.15,
        ),
        number_shapes=("4", "5", "4"),
        partly_returned=0.08, cancelled=0.1, back_in_parts=0.4, over_returned=0.5, at_once=0.5,
        stranger_back=0.4, retried=0.01, returning=0.3, instalments=0.1, cash_ref=0.7,
        channels=(("site", 55), ("phone", 15), ("showroom", 18), ("marketplace", 12)),
        as_of=("2026-10-18", "2026-12-07", "2026-03-31", "2026-07-14"),
    ),
}  # fmt: skip


def _moved(rates: Habits | Faults | Providers, dice: Dice) -> dict[str, float]:
    """Return the rates, each 40 % less to 50 % more."""
    changes = {}
    for each in dataclasses.fields(rates):
        value: object = getattr(rates, each.name)
        if isinstance(value, float):
            changes[each.name] = min(0.9, value * (0.6 + 0.9 * dice.random()))
    return changes


def shifted(style: Style, seed: int) -> Style:
    """Return the style with its rates moved by chance, for worlds nobody tunes on."""
    dice = Dice(f"shift {seed}")

    def move(rate: float) -> float:
        return rate * (0.6 + 0.9 * dice.random())

    return replace(
        style,
        habits=Habits(style.habits.manners, **_moved(style.habits, dice)),
        faults=Faults(**_moved(style.faults, dice)),
        providers=Providers(**_moved(style.providers, dice)),
        returning=move(style.returning),
        odd_prices=move(style.odd_prices),
        cancelled=move(style.cancelled),
        partly_returned=move(style.partly_returned),
        instalments=move(style.instalments),
        several_orders=move(style.several_orders),
        small_change=move(style.small_change),
        other_payer=move(style.other_payer),
        on_account=move(style.on_account),
        other_way=move(style.other_way),
        cash_ref=move(style.cash_ref) / 1.5,
        same_again=move(style.same_again),
        round_first=move(style.round_first),
        anothers_number=move(style.anothers_number),
        deferred=move(style.deferred),
        cash_later=move(style.cash_later),
        in_many=move(style.in_many),
        splits=move(style.splits),
        over_returned=move(style.over_returned),
        back_in_parts=move(style.back_in_parts),
        at_once=move(style.at_once),
        stranger_back=move(style.stranger_back),
    )
