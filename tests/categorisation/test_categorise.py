"""What a shop is proposed, what it learns, what it files alone and when it asks again."""

import copy
import random

import pytest

from categorisation.autonomy import Limits, Veto
from categorisation.categorise import Categoriser
from categorisation.explain import Because, in_english
from categorisation.rules import Direction, Rule, RuleBook
from categorisation.starter import starter_rules
from tests.categorisation.builders import answer, ask, line
from tests.categorisation.shop_years import shop_year

COURIER = line("ТОВ «Швидкий кур'єр»", "Возили ящики, акт 17", tax_id="12345678")
GROCER = line("ФОП Ґудзик Я. Я.", "Крупи та солодощі", -52_00)


@pytest.fixture(scope="module")
def half_a_year() -> Categoriser:
    shop = Categoriser(hints=starter_rules())
    shop.study(shop_year(7, "coffee", steady=True)[:600])
    return shop


@pytest.fixture
def experienced(half_a_year: Categoriser) -> Categoriser:
    """Give a shop that has answered half a year, so that its scores are worth something."""
    return copy.deepcopy(half_a_year)


def test_nothing_is_known_at_first() -> None:
    proposal = ask(Categoriser(), COURIER)
    assert (proposal.category, proposal.auto, proposal.confidence) == ("", False, 0.0)
    assert proposal.veto is Veto.NOTHING_KNOWN
    assert in_english(proposal.reason) == "nothing like it was seen"


def test_a_line_that_was_read_is_read_anew_by_other_rules() -> None:
    shop = Categoriser()
    assert ask(shop, COURIER).category == ""
    shop.rules = RuleBook([Rule("couriers", "delivery", words=("ящики",))])
    assert ask(shop, COURIER).category == "delivery"


def test_one_answer_is_proposed_again_but_not_filed_alone() -> None:
    shop = Categoriser()
    answer(shop, COURIER, "expense.delivery")
    again = ask(shop, COURIER)
    assert again.category == "expense.delivery"
    assert not again.auto


def test_a_party_earns_to_be_filed_alone_by_three_answers(experienced: Categoriser) -> None:
    earned = []
    for _ in range(8):
        earned.append(ask(experienced, COURIER).auto)
        answer(experienced, COURIER, "expense.delivery")
    assert earned[:3] == [False] * 3
    assert earned[-1]
    proposal = ask(experienced, COURIER)
    assert proposal.confidence > 0.98
    assert in_english(proposal.reason) == "as 8 earlier payments to this tax number"


def test_the_other_alphabet_and_legal_form_are_the_same_party(experienced: Categoriser) -> None:
    answer(experienced, line("ТОВ «Гранд Сервіс»", "Мийка вікон"), "expense.cleaning", 6)
    same = ask(experienced, line("LLC HRAND SERVIS", "Мийка вікон", -73_50))
    assert same.category == "expense.cleaning"
    assert same.reason.because is Because.PARTY


def test_a_chains_branches_are_told_apart_by_their_numbers() -> None:
    shop = Categoriser()
    pump, shelf = line("ASDA STORES 5819"), line("ASDA STORES 4390")
    for _ in range(6):
        answer(shop, pump, "expense.fuel")
        answer(shop, shelf, "expense.office_household")
    assert ask(shop, line("Asda Stores 5819", minor=-77_10)).category == "expense.fuel"
    assert ask(shop, line("Asda Stores 4390", minor=-77_10)).category == "expense.office_household"


def test_a_newcomer_is_asked_about_though_its_name_begins_like_anothers(
    experienced: Categoriser,
) -> None:
    for branch in "Cross Dock Gate Hall Lane Mall Pier Quay Station Wharf Yard".split():
        answer(experienced, line(f"Costa Coffee {branch}"), "expense.meals", 8)
    newcomer = ask(experienced, line("Costa Coffee Park"))
    assert newcomer.category == "expense.meals"
    assert newcomer.veto is Veto.NEVER_CONFIRMED


def test_a_mistake_costs_the_party_its_standing(experienced: Categoriser) -> None:
    answer(experienced, COURIER, "expense.delivery", 8)
    assert ask(experienced, COURIER).auto
    answer(experienced, COURIER, "asset.inventory")
    assert not ask(experienced, COURIER).auto


def test_standing_is_earned_back_by_right_proposals(experienced: Categoriser) -> None:
    answer(experienced, COURIER, "expense.delivery", 8)
    answer(experienced, COURIER, "asset.inventory")
    answer(experienced, COURIER, "expense.delivery", 12)
    assert ask(experienced, COURIER).auto


def test_the_amount_tells_two_categories_of_a_party_apart(experienced: Categoriser) -> None:
    small, large = line("Мультимаркет", minor=-90_00), line("Мультимаркет", minor=-48_000_00)
    for _ in range(12):
        answer(experienced, small, "expense.office_household")
        answer(experienced, large, "asset.inventory")
    assert ask(experienced, small).category == "expense.office_household"
    assert ask(experienced, large).category == "asset.inventory"


def test_a_party_filed_in_turn_two_ways_is_never_filed_alone(experienced: Categoriser) -> None:
    for turn in range(30):
        asked = ask(experienced, GROCER)
        assert not asked.auto
        chosen = "asset.inventory" if turn % 2 else "expense.office_household"
        experienced.confirm(GROCER, chosen)
    both = ask(experienced, GROCER)
    first, *others = [each for each, _ in ((both.category, 0), *both.alternatives)]
    assert {first, others[0]} == {"asset.inventory", "expense.office_household"}


def test_a_party_that_is_now_and_then_filed_otherwise_is_asked_about(
    experienced: Categoriser,
) -> None:
    bazaar = line("ТОВ Базар", minor=-90_00)
    answer(experienced, bazaar, "expense.office_household", 8)
    answer(experienced, bazaar, "asset.inventory")
    answer(experienced, bazaar, "expense.office_household", 6)
    assert ask(experienced, bazaar).veto is Veto.WAVERS
    answer(experienced, bazaar, "expense.office_household", 12)
    assert ask(experienced, bazaar).auto


def test_a_party_whose_purposes_tell_its_categories_apart_is_filed_alone(
    experienced: Categoriser,
) -> None:
    brought, mended = (line("ТОВ Майстер", said) for said in ("Доставка меблів", "Ремонт вітрини"))
    for _ in range(12):
        answer(experienced, brought, "expense.delivery")
        answer(experienced, mended, "expense.repairs")
    assert ask(experienced, brought).auto
    assert ask(experienced, mended).auto


def test_money_in_is_not_money_out(experienced: Categoriser) -> None:
    answer(experienced, COURIER, "expense.delivery", 8)
    back = ask(experienced, line("ТОВ «Швидкий кур'єр»", "Переказ", 900_00, tax_id="12345678"))
    assert not back.auto


def test_above_the_cap_a_person_is_asked(experienced: Categoriser) -> None:
    answer(experienced, COURIER, "expense.delivery", 8)
    experienced.limits = Limits((("UAH", 99_99),))
    proposal = ask(experienced, COURIER)
    assert (proposal.category, proposal.auto) == ("expense.delivery", False)
    assert proposal.veto is Veto.ABOVE_CAP
    assert not Limits((("EUR", 1),)).is_above(10_000, "UAH")


def test_a_cap_holds_for_rules_too() -> None:
    shop = Categoriser(starter_rules(), limits=Limits((("UAH", 10_000_00),)))
    rent = ask(shop, line("ТОВ Дім", "Орендна плата за 03.2026", -20_000_00))
    assert (rent.category, rent.auto, rent.veto) == ("expense.rent", False, Veto.ABOVE_CAP)


def test_a_starter_rule_files_alone_from_the_first_day() -> None:
    rent = ask(Categoriser(starter_rules()), line("ТОВ Дім", "Орендна плата за 03.2026"))
    assert (rent.category, rent.auto, rent.confidence) == ("expense.rent", True, 1.0)
    assert in_english(rent.reason) == "rule: rent has 'оренд'"


def test_a_starter_rule_yields_to_what_people_say_of_a_party() -> None:
    shop = Categoriser(starter_rules())
    ours = line("ТОВ Дім", "Оренда залу для свята")
    answer(shop, ours, "expense.advertising")
    assert ask(shop, ours).category == "expense.advertising"
    assert ask(shop, line("ТОВ Склад", "Оренда")).category == "expense.rent"


def test_a_starter_rule_that_is_wrong_at_this_shop_yields_for_newcomers_too() -> None:
    shop = Categoriser(starter_rules())
    names = "Коваль Бойко Мельник Гнатюк Савчук Мороз".split()
    for number, name in enumerate(names):
        paid = line(f"{name} Іван", f"Оплата за замовлення №{number}", 900_00)
        answer(shop, paid, "liability.customer_prepayments")
    newcomer = ask(shop, line("Павлюк Олег", "Оплата за замовлення №77", 800_00))
    assert newcomer.category == "liability.customer_prepayments"


def test_an_accountants_own_rule_yields_to_nothing() -> None:
    shop = Categoriser([Rule("hall", "expense.rent", words=("зал",))])
    ours = line("ТОВ Дім", "Зал для свята")
    answer(shop, ours, "expense.advertising", 5)
    assert ask(shop, ours).category == "expense.rent"


def test_an_unsure_rule_proposes_until_answers_know_better() -> None:
    unsure = Rule("goods", "asset.inventory", words=("за товар",), is_sure=False)
    shop = Categoriser([unsure], hints=starter_rules())
    paid = line("ТОВ Світ", "За товар, накл. 5")
    first = ask(shop, paid)
    assert (first.category, first.auto, first.veto) == ("asset.inventory", False, Veto.UNSURE)
    answer(shop, paid, "asset.inventory", 12)
    assert ask(shop, paid).auto


def test_hints_decide_nothing() -> None:
    shop = Categoriser(hints=starter_rules())
    assert ask(shop, line("ТОВ Дім", "Орендна плата за 03.2026")).category == ""


def test_a_hint_that_was_answered_carries_over_to_other_parties() -> None:
    shop = Categoriser(hints=starter_rules())
    for name in ("ТОВ Дім", "ТОВ Склад", "ПП Площа", "ТОВ Поверх"):
        answer(shop, line(name, "Оренда", -7_000_00), "Miete")
        answer(shop, line(f"{name} Плюс", "Кава", 50_00), "Umsatz")
    assert ask(shop, line("ТОВ Ангар", "Оренда ангару", -9_000_00)).category == "Miete"


def test_who_answers_at_random_is_always_asked() -> None:
    shop = Categoriser()
    noisy = [line(f"Party {number % 7}", minor=-(number % 5 + 1) * 100) for number in range(300)]
    draw = random.Random(17)
    shop.study((each, f"c{draw.randrange(3)}") for each in noisy)
    assert not any(each.auto for each in shop.propose(noisy))


def test_forgetting_takes_an_old_confirmation_out_of_memory() -> None:
    shop = Categoriser()
    answer(shop, COURIER, "expense.delivery")
    answer(shop, GROCER, "expense.office_household", 3)
    shop.forget(COURIER, "expense.delivery")
    assert ask(shop, COURIER).reason.because is Because.RESEMBLANCE
    shop.forget(COURIER, "never seen")
    assert ask(shop, GROCER).category == "expense.office_household"


def test_a_confirmation_needs_a_category() -> None:
    with pytest.raises(ValueError, match="one of at most"):
        Categoriser().confirm(COURIER, "")


def test_alternatives_are_the_other_candidates_in_order() -> None:
    shop = Categoriser()
    answer(shop, GROCER, "a", 4)
    answer(shop, GROCER, "b", 2)
    proposal = ask(shop, GROCER)
    chances = [proposal.confidence, *(chance for _, chance in proposal.alternatives)]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) <= 1
    assert {proposal.category, *(each for each, _ in proposal.alternatives)} == {"a", "b"}


def test_direction_of_rules_is_the_accounts() -> None:
    rule = Rule("in", "income.other", Direction.IN, words=("бонус",))
    shop = Categoriser([rule])
    assert ask(shop, line("ТОВ Світ", "Бонус", 5_00)).category == "income.other"
    assert ask(shop, line("ТОВ Світ", "Бонус", -5_00)).category == ""


def test_references_of_a_new_shape_of_party_tell_the_kind_of_payment() -> None:
    shop = Categoriser()
    for number in range(40):
        name = "".join(random.Random(number).sample("abdefhklmnoprstuvz", 7))
        answer(shop, line(f"{name} works", f"{300_000 + 7 * number}/{number % 3}"), "repairs")
        answer(shop, line(f"{name[::-1]} goods", f"INV{4_000 + number}"), "stock")
    assert ask(shop, line("Wqj", "418834/2")).category == "repairs"
    assert ask(shop, line("Wqj", "INV7031")).category == "stock"


def test_parties_that_are_told_by_number_alone_are_told_apart() -> None:
    shop = Categoriser()
    answer(shop, line("228979", "оплата"), "rent", 3)
    answer(shop, line("225588", "оплата"), "fuel", 3)
    assert ask(shop, line("228979", "оплата")).category == "rent"
    assert ask(shop, line("225588", "оплата")).category == "fuel"
    assert ask(shop, line("225588", "інше")).category == "fuel"


def test_how_a_sum_ends_tells_newcomers_apart() -> None:
    shop = Categoriser()
    for number in range(60):
        name = "".join(random.Random(number).sample("abdefhklmnoprstuvz", 7))
        answer(shop, line(name, "", -(2_000 + 100 * number)), "agreed")
        answer(shop, line(name[::-1], "", -(2_099 + 100 * number)), "bought")
    assert ask(shop, line("Wqj", "", -55_00)).category == "agreed"
    assert ask(shop, line("Wqj", "", -56_99)).category == "bought"


def test_newcomers_of_a_trade_are_filed_as_others_of_it_whatever_their_language() -> None:
    shop = Categoriser()
    for name in ("ТОВ «Аптека 9-1-1»", "Boots", "АНЦ Аптека", "Lloyds Pharmacy"):
        answer(shop, line(name), "expense.health", 2)
    for name in ("ФОП Гриль Хата", "Nando's", "Піцерія Челентано", "Wagamama Restaurants"):
        answer(shop, line(name), "expense.meals", 2)
    for name, purpose in (("Вкусно", "Ресторан"), ("Zizzi Bistro", "")):
        assert ask(shop, line(name, purpose)).category == "expense.meals"
    for name, purpose in (("Good Day", "За ліки"), ("Well Chemists", "")):
        assert ask(shop, line(name, purpose)).category == "expense.health"
