"""How payments find their payouts, and payouts and deposits the bank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciliation.decisions import Decisions
from reconciliation.engine import Reconciliation
from reconciliation.links import LinkKind
from reconciliation.matching.sums import few_making_up, only_subset, subset
from reconciliation.records import BankLine, Record
from tests.reconciliation.builders import cash, day, line, matched, moment, payment, payout


def pairs(state: Reconciliation, kind: LinkKind) -> set[tuple[str, str]]:
    return {(link.left, link.right) for link in state.links() if link.kind is kind}


def settled(amount: int, purpose: str = "Перерах. платежів", **more: object) -> BankLine:
    return line(amount, purpose, counterparty='ТОВ "ФК ІЗІКАРД"', **more)


def deposit(amount: int, when: str = "10-02T19:00") -> Record:
    return cash(amount, direction="out", category="bank_deposit", happened_at=moment(when))


def deposited(amount: int, when: str = "10-05") -> BankLine:
    return line(amount, "Внесення готівкової торгової виручки", booked_on=day(when))


def test_of_equal_batches_each_line_takes_the_one_whose_day_it_tells() -> None:
    common = {"provider": "pos", "merchant": "T10420", "gross": 100_00, "fee": 1_30}
    payouts = [
        payout(f"B10420-{number}", 98_70, paid_on=day(paid), **common)
        for number, paid in ((2601, "10-06"), (2602, "10-07"), (2603, "10-08"))
    ]
    lines = [
        line(
            98_70, f"Відшкодування еквайринг за {told}", booked_on=day("10-09"),
            counterparty='АТ "ЦЕНТРБАНК" ТРАНЗ. ЕКВАЙРИНГ',
        )
        for told in ("07.10.2026", "05.10.26", "06.10.2026")
    ]  # fmt: skip
    found = pairs(matched(*payouts, *lines), LinkKind.PAYOUT_BANK)
    turns = (lines[1], lines[2], lines[0])
    assert found == {(one.key, other.key) for one, other in zip(payouts, turns, strict=True)}


@pytest.mark.parametrize(
    "codes", [("EZ261001/33", "EZ261002/44"), ("20261001/4710", "20261002/4710")]
)
def test_a_batch_is_told_by_a_code_with_a_stroke_and_no_equal_one_before_it(
    codes: tuple[str, str],
) -> None:
    first, second = (
        payout(code, 98_70, merchant=f"EC-{place}710", paid_on=day(f"10-0{place + 5}"))
        for place, code in enumerate(codes)
    )
    whole = settled(98_70, f"Відшкодування, реєстр {second.key[7:]}", booked_on=day("10-06"))
    assert pairs(matched(first, second, whole), LinkKind.PAYOUT_BANK) == {(second.key, whole.key)}
    part, rest = (
        settled(each, f"Розрахунок {second.key[7:]} 1 шт.", booked_on=day("10-06"))
        for each in (50_00, 48_70)
    )
    found = pairs(matched(first, second, part, rest), LinkKind.PAYOUT_BANK)
    assert found == {(second.key, part.key), (second.key, rest.key)}


def test_a_payment_without_a_payout_rides_in_its_days_batch() -> None:
    first, second = payment(100_00), payment(50_00, created_at=moment("10-02T09:00"))
    one = payout("EC20261001-4471", 100_00)
    other = payout("EC20261002-4471", 50_00, paid_on=day("10-05"))
    assert pairs(matched(first, second, one, other), LinkKind.PAYMENT_PAYOUT) == {
        (first.key, one.key),
        (second.key, other.key),
    }


def test_a_batch_below_zero_is_carried_into_the_next() -> None:
    refund = payment(-80_00, created_at=moment("10-01T10:00"))
    charge = payment(200_00, created_at=moment("10-02T10:00"))
    together = payout("EC20261002-4471", 120_00, paid_on=day("10-05"))
    assert pairs(matched(refund, charge, together), LinkKind.PAYMENT_PAYOUT) == {
        (refund.key, together.key),
        (charge.key, together.key),
    }


def test_a_late_payment_rides_in_a_later_batch_if_only_so_both_add_up() -> None:
    late, own = payment(70_00), payment(100_00)
    later = payment(30_00, created_at=moment("10-06T10:00"))
    one = payout("EC20261001-4471", 100_00)
    other = payout("EC20261006-4471", 100_00, paid_on=day("10-07"))
    assert pairs(matched(late, own, later, one, other), LinkKind.PAYMENT_PAYOUT) == {
        (own.key, one.key),
        (later.key, other.key),
        (late.key, other.key),
    }


def test_a_payout_comes_under_its_code_in_parts_or_with_others() -> None:
    parts = [settled(60_00, "EC20261001-4471"), settled(40_00, "EC20261001-4471")]
    whole = payout("EC20261001-4471", 100_00)
    others = [
        payout(f"EC2026100{number}-4471", number * 100_00, paid_on=day("10-07"))
        for number in (5, 6)
    ]
    together = settled(1_100_00, booked_on=day("10-08"))
    state = matched(whole, *parts, *others, together)
    assert pairs(state, LinkKind.PAYOUT_BANK) == {
        *((whole.key, part.key) for part in parts),
        *((other.key, together.key) for other in others),
    }


def test_a_provider_is_known_by_the_account_that_it_used_before() -> None:
    named = line(100_00, "EC20261001-4471", counterparty_account="UA9", counterparty="ТОВ Х")
    silent = line(70_00, "переказ", counterparty_account="UA9", booked_on=day("10-07"))
    other = payout("EC20261005-4471", 70_00, paid_on=day("10-06"))
    state = matched(payout("EC20261001-4471", 100_00), other, named, silent)
    assert (other.key, silent.key) in pairs(state, LinkKind.PAYOUT_BANK)


def test_a_release_is_not_taken_for_the_payout_whose_reserve_it_is() -> None:
    release, held = payout("RSV-EC20261001-4471", 20_00), payout("EC20261001-4471", 80_00)
    state = matched(release, held, settled(20_00, "Release RSV-EC20261001-4471"))
    assert {left for left, _ in pairs(state, LinkKind.PAYOUT_BANK)} == {release.key}


def test_what_a_person_said_of_a_settlement_stands() -> None:
    one, other = payout("EC20261001-4471", 100_00), payout("EC20261002-4471", 100_00)
    bank = settled(100_00)
    confirmed = Decisions(confirmed=frozenset({(other.key, bank.key)}))
    state = matched(one, other, bank, decisions=confirmed)
    assert pairs(state, LinkKind.PAYOUT_BANK) == {(other.key, bank.key)}
    refused = Decisions(refused=frozenset({(one.key, bank.key), (other.key, bank.key)}))
    state = matched(one, other, bank, decisions=refused)
    assert pairs(state, LinkKind.PAYOUT_BANK) == set()


def test_deposits_are_paired_whole_then_together_then_as_the_bank_counted_them() -> None:
    entries = [deposit(500_00), deposit(200_00), deposit(300_00), deposit(900_00, "10-10T19:00")]
    lines = [deposited(500_00), deposited(500_00, "10-06"), deposited(890_00, "10-12")]
    state = matched(*entries, *lines)
    assert pairs(state, LinkKind.CASH_BANK) == {
        (entries[0].key, lines[0].key),
        (entries[1].key, lines[1].key),
        (entries[2].key, lines[1].key),
        (entries[3].key, lines[2].key),
    }


def test_own_transfers_are_nobodys() -> None:
    there = line(-900_00, "Переказ власних коштів", account="UA1", counterparty_account="UA2")
    here = line(900_00, "Переказ власних коштів", account="UA2", counterparty_account="UA1")
    assert list(matched(there, here).links()) == []


amounts = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), max_size=9)


@given(amounts, st.data())
def test_a_subset_that_is_there_is_found(
    items: list[tuple[int, int]], data: st.DataObject
) -> None:
    named = list(enumerate(items))
    chosen = [item for _, item in named if data.draw(st.booleans())]
    wanted = (sum(one for one, _ in chosen), sum(two for _, two in chosen))
    found = subset(named, wanted)
    assert found is not None
    assert (sum(items[each][0] for each in found), sum(items[each][1] for each in found)) == wanted
    few = few_making_up(named, wanted)
    if 0 < len(chosen) <= 3:
        assert 0 < len(set(few)) == len(few) <= len(chosen)
        assert sum(items[each][0] for each in few) == wanted[0]


def test_pieces_of_a_payout_go_to_the_terminal_that_they_name() -> None:
    common = {"provider": "pos", "gross": 300_00, "fee": 3_90}
    one = payout("B10420-2601", 296_10, merchant="T10420", **common)
    other = payout("B10421-2611", 296_10, merchant="T10421", **common)
    told = "Відшкодування, термінал T10421, за 01.10.2026, 1 оп., 300.00, ком. 3.90"
    bank = {"counterparty": 'АТ "ЦЕНТРБАНК" ТРАНЗ. ЕКВАЙРИНГ'}
    first = line(96_10, told, **bank)
    second = line(200_00, "Еквайринг за 01.10.2026", **bank)
    assert pairs(matched(one, other, first, second), LinkKind.PAYOUT_BANK) == {
        (other.key, first.key),
        (other.key, second.key),
    }
    again = line(200_00, told, **bank)
    whole = line(296_10, "Еквайринг за 01.10.2026", **bank)
    assert pairs(matched(one, other, first, again, whole), LinkKind.PAYOUT_BANK) == {
        (other.key, first.key),
        (other.key, again.key),
        (one.key, whole.key),
    }


def test_what_a_line_tells_of_two_equal_batches_alike_decides_nothing() -> None:
    common = {"gross": 142_00, "fee": 2_13}
    one = payout("EC20261002-4471", 139_87, paid_on=day("10-05"), **common)
    other = payout("EC20261004-4471", 139_87, paid_on=day("10-05"), **common)
    gross = settled(139_87, "Кошти платників, сума 142.00", booked_on=day("10-05"))
    dated = settled(139_87, "Зарахування за 02.10.26", booked_on=day("10-06"))
    paid = [
        payment(142_00, created_at=moment(when), payout=name, fee=2_13)
        for when, name in (("10-02T12:00", "EC20261002-4471"), ("10-04T12:00", "EC20261004-4471"))
    ]
    assert pairs(matched(one, other, gross, dated, *paid), LinkKind.PAYOUT_BANK) == {
        (one.key, dated.key),
        (other.key, gross.key),
    }


def test_a_batch_is_seen_whole_without_a_charge_that_names_it_and_is_not_counted() -> None:
    named = payment(88_00, payout="EC20261001-4471")
    beside, other = payment(150_00), payment(71_00)
    never = payment(490_00)
    batch = payout("EC20261001-4471", 221_00)
    assert pairs(matched(named, beside, other, batch), LinkKind.PAYMENT_PAYOUT) == {
        (each.key, batch.key) for each in (named, beside, other)
    }
    assert (never.key, batch.key) not in pairs(
        matched(named, beside, other, never, batch), LinkKind.PAYMENT_PAYOUT
    )
    alone = payout("EC20261001-4471", 300_00)
    counted = payment(300_00, payout="EC20261001-4471")
    assert pairs(matched(named, counted, never, alone), LinkKind.PAYMENT_PAYOUT) == {
        (each.key, alone.key) for each in (named, counted)
    }


def test_of_payments_without_fees_those_ride_that_alone_make_up_the_batch() -> None:
    came = [
        payment(size * 100, created_at=moment(f"10-01T1{place}:00"))
        for place, size in enumerate((101, 203, 407, 809, 1_601, 3_203))
    ]
    batch = payout("EC20261001-4471", (101 + 809 + 3_203) * 100)
    assert pairs(matched(*came, batch), LinkKind.PAYMENT_PAYOUT) == {
        (came[place].key, batch.key) for place in (0, 3, 5)
    }
    assert only_subset([("a", (1,)), ("b", (2,)), ("c", (3,))], (3,)) == ()


def test_a_register_is_told_by_the_day_when_it_was_sent() -> None:
    common = {"provider": "nova-kurier", "merchant": "NK-58120"}
    old = payout("NKR-1", 117_452_08, paid_on=day("10-02"), **common)
    new = payout("NKR-2", 473_841_51, paid_on=day("10-06"), **common)
    taken = payment(
        473_841_51, payout="NKR-2", created_at=moment("10-02T12:00"), **common
    )  # of the day that the line tells
    short = line(
        115_103_04, "Переказ післяплати за реєстром від 02.10.2026", booked_on=day("10-05"),
        counterparty="ТОВ «НОВА-КУР'ЄР»",
    )  # fmt: skip
    assert pairs(matched(old, new, taken, short), LinkKind.PAYOUT_BANK) == {(old.key, short.key)}


def test_a_line_takes_the_equal_batch_that_was_sent_before_it() -> None:
    old = payout("EC20261001-4471", 139_87, paid_on=day("10-05"))
    new = payout("EC20261006-4471", 139_87, paid_on=day("10-08"))
    other = payout("EC20261006-4472", 147_36, paid_on=day("10-08"), merchant="EC-4472")
    payer = 'ТОВ "ФК ІЗІКАРД"'
    one = line(139_87, "Перерах. платежів", booked_on=day("10-07"), counterparty=payer)
    both = line(287_23, "Перерах. платежів", booked_on=day("10-12"), counterparty=payer)
    assert pairs(matched(old, new, other, one, both), LinkKind.PAYOUT_BANK) == {
        (old.key, one.key),
        (new.key, both.key),
        (other.key, both.key),
    }


def test_of_equal_batches_that_came_with_others_the_line_takes_the_one_it_tells() -> None:
    terminal = {"provider": "pos", "merchant": "T10420"}
    told = payout("B10420-1", 156_73, paid_on=day("10-06"), **terminal)
    equal = payout("B10420-2", 156_73, paid_on=day("10-08"), **terminal)
    other = payout("B10420-3", 388_86, paid_on=day("10-07"), **terminal)
    sold = payment(156_73, created_at=moment("10-05T18:46"), payout="B10420-1", **terminal)
    both = line(
        545_59, "Відшкодування еквайринг за 05.10.2026", booked_on=day("10-09"),
        counterparty='АТ "ЦЕНТРБАНК" ТРАНЗ. ЕКВАЙРИНГ',
    )  # fmt: skip
    assert pairs(matched(told, equal, other, sold, both), LinkKind.PAYOUT_BANK) == {
        (told.key, both.key),
        (other.key, both.key),
    }


def test_deposits_that_the_bank_counted_otherwise_make_up_no_other_by_chance() -> None:
    amounts = ((117_600_00, 117_500_00), (77_200_00, 77_000_00), (40_500_00, 40_600_00))
    told = [
        cash(
            till, direction="out", category="bank_deposit",
            happened_at=moment(f"10-0{place}T19:38"),
        )
        for place, (till, _) in enumerate(amounts, start=5)
    ]  # fmt: skip
    shown = [
        line(
            counted, "Готівкова виручка магазину", counterparty="Самоінкасація", booked_on=day(on)
        )
        for (_, counted), on in zip(amounts, ("10-05", "10-08", "10-09"), strict=True)
    ]
    found = pairs(matched(*told, *shown), LinkKind.CASH_BANK)
    assert found == {(one.key, other.key) for one, other in zip(told, shown, strict=True)}


def test_a_bank_that_keeps_little_of_a_text_settles_its_terminals_by_words_for_cards() -> None:
    batch = payout("B20310-2752", 1_336_40, provider="pos", merchant="T20310")
    shown = line(
        1_336_40, "Відшкодування за картками, термінал", counterparty="АТ «ЦЕНТРАЛЬНИЙ БАНК"
    )
    assert pairs(matched(batch, shown), LinkKind.PAYOUT_BANK) == {(batch.key, shown.key)}
