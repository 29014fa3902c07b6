"""When a rule fits, and which of several decides."""

import pytest

from categorisation.rules import Direction, Kind, Rule, RuleBook, rule_from_json, rule_to_json
from categorisation.starter import starter_rules
from tests.categorisation.builders import line


def fits(rule: Rule, *, name: str = "", purpose: str = "", minor: int = -5_00) -> bool:
    return RuleBook([rule]).find(line(name, purpose, minor)) is not None


@pytest.mark.parametrize(
    ("word", "purpose", "expected"),
    [
        ("оренда", "ОРЕНДА приміщення", True),
        ("оренда", "Оренди не було", False),
        ("оренд*", "за Оренду, березень", True),
        ("orenda", "оренда", True),
        ("єдиний податок", "сплата: єдиний податок 1 кв.", True),
        ("єдиний податок", "єдиний соціальний податок", False),
        ("за товар", "за", False),
        ("з/п", "З/П за березень", True),
        ("№*", "№5", False),
    ],
)
def test_words_are_whole_or_begin_alike(word: str, purpose: str, *, expected: bool) -> None:
    assert fits(Rule("r", "c", words=(word,)), purpose=purpose) is expected


def test_words_with_digits_and_beginnings_of_them_are_told_apart_from_other_numbers() -> None:
    assert fits(Rule("r", "c", words=("акт 12",)), purpose="послуги, акт 12")
    assert not fits(Rule("r", "c", words=("акт 12",)), purpose="послуги, акт 13")
    assert fits(Rule("r", "c", words=("акт*",)), purpose="послуги за акт12")
    assert fits(Rule("r", "c", words=("оплата акт*",)), purpose="оплата акт12")
    assert fits(Rule("r", "c", words=("3г*", "404*")), purpose="рахунок 40477")


def test_words_in_a_row_do_not_go_over_from_the_purpose_into_the_name() -> None:
    rule = Rule("r", "c", words=("за товар",))
    assert fits(rule, purpose="за товар", name="Світ")
    assert not fits(rule, purpose="оплата за", name="Товар Плюс")


def test_words_of_the_name_are_looked_for_in_the_name_alone() -> None:
    rule = Rule("state", "c", party_words=("ДПС",))
    assert fits(rule, name="ГУ ДПС у м. Києві")
    assert not fits(rule, name="ТОВ Світ", purpose="для ДПС")


def test_words_and_name_must_both_fit() -> None:
    rule = Rule("r", "c", words=("штраф",), party_words=("ДПС",))
    assert fits(rule, name="ДПС", purpose="штраф")
    assert not fits(rule, name="ДПС", purpose="податок")
    assert not fits(rule, name="ТОВ Світ", purpose="штраф")


def test_an_exception_holds_wherever_it_stands() -> None:
    rule = Rule("r", "c", words=("оренда",), but_not=("авто*",))
    assert not fits(rule, purpose="оренда автомобіля")
    assert not fits(rule, name="ТОВ Автопарк", purpose="оренда")
    assert fits(rule, purpose="оренда складу")


def test_bounds_are_included() -> None:
    rule = Rule("r", "c", words=("кава",), minor_min=100, minor_max=200)
    assert [fits(rule, purpose="кава", minor=-each) for each in (99, 100, 200, 201)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_identifiers_fit_alone_and_narrow_words() -> None:
    rule = Rule("r", "c", tax_ids=("123",), accounts=("UA1", "UA2"))
    book = RuleBook([rule])
    assert book.find(line("ТОВ Світ", tax_id="123", account="UA2")) is not None
    assert book.find(line("ТОВ Світ", tax_id="123")) is None
    worded = RuleBook([Rule("r", "c", words=("кава",), own_accounts=("main",))])
    assert worded.find(line("", "кава", own="main")) is not None
    assert worded.find(line("", "кава", own="other")) is None


def test_currency_narrows() -> None:
    book = RuleBook([Rule("r", "c", words=("fee",), currency="EUR")])
    assert book.find(line("", "fee", currency="EUR")) is not None
    assert book.find(line("", "fee")) is None


def test_the_first_rule_that_fits_decides() -> None:
    first, second = Rule("1", "a", words=("кава",)), Rule("2", "b", words=("чай",))
    hit = RuleBook([first, second]).find(line("", "чай і кава"))
    assert hit is not None
    assert (hit.rule.name, hit.matched) == ("1", "кава")


def test_a_rule_for_any_line_is_refused() -> None:
    with pytest.raises(ValueError, match="any line"):
        Rule("r", "c", Direction.OUT)


def test_rules_are_read_back_as_they_were_written() -> None:
    rule = Rule(
        "r", "c", Direction.IN, Kind.PAYOUT, ("a b",), but_not=("x",), tax_ids=("1",),
        minor_max=5, currency="UAH", is_sure=False,
    )  # fmt: skip
    assert rule_from_json(rule_to_json(rule)) == rule
    with pytest.raises(TypeError):
        rule_from_json({"name": "r", "category": "c", "wrods": ["a"]})
    with pytest.raises(ValueError, match="sideways"):
        rule_from_json({"name": "r", "category": "c", "words": ["a"], "direction": "sideways"})


@pytest.mark.parametrize(
    ("name", "purpose", "minor", "rule"),
    [
        ("ГУ ДПС", "*;101;12345678;ЄСВ за березень;;;", -5_00, "unified social contribution"),
        ("ДКСУ", "ПДФО із заробітної плати", -5_00, "income tax of staff"),
        ("Коваль Іван", "Заробітна плата за березень", -5_00, "wages"),
        ("ТОВ НОВА ПОШТА", "Послуги, рах. 5", -5_00, "carriers"),
        ("ТОВ НОВАПЕЙ", "Переказ післяплати, реєстр 7", 5_00, "payouts of gateways and terminals"),
        ("Коваль Іван", "Оплата за замовлення №512", 5_00, "customers' payments"),
        ("Каса", "Внесення готівкової виручки", 5_00, "cash paid in"),
        ("Google Ireland", "GOOGLE ADS 123", -5_00, "advertising"),
    ],
)
def test_starter_rules_know_usual_lines(name: str, purpose: str, minor: int, rule: str) -> None:
    hit = RuleBook(starter_rules()).find(line(name, purpose, minor))
    assert hit is not None
    assert hit.rule.name == rule


def test_starter_rules_are_all_the_programs_own_and_name_accounts() -> None:
    assert all(rule.is_starter for rule in starter_rules())
    assert {
        each for rule in starter_rules() for each in [rule.category] if "." not in each
    } == set()
