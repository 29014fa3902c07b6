"""What a shop buys for itself: desk, kitchen, cleaning, packing, tools, workwear, treats."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.annotation.lexicon import Lexicon
from parsing.reading import Reading, Understood
from tests.parsing.drafts import assert_moved, only

Read = Callable[[str], Reading]
OUT = CashDirection.OUT
OFFICE = CashCategory.OFFICE_HOUSEHOLD
OTHER = CashCategory.OTHER_EXPENSE
PACKING = CashCategory.PACKAGING_SUPPLIES
UPKEEP = CashCategory.REPAIRS_MAINTENANCE

BOUGHT = [
    ("milk and cookies 120", 120, OFFICE),
    ("calendar for the wall 90", 90, OFFICE),
    ("paid for a hat rack, 270", 270, OFFICE),
    ("keys for the new girl 90", 90, OFFICE),
    ("ring binders 210", 210, OFFICE),
    ("rubber stamp 350", 350, OFFICE),
    ("gave the guard 70 for a torch battery", 70, OFFICE),
    ("doormat 280", 280, OFFICE),
    ("napkins 45", 45, OFFICE),
    ("receipt spike 45", 45, OFFICE),
    ("bought new insect screen for the kitchen window 340", 340, OFFICE),
    ("bottle rack 310", 310, OFFICE),
    ("price tags and a pricing gun 430", 430, OFFICE),
    ("urinal blocks 60", 60, OFFICE),
    ("cups for the cooler 60", 60, OFFICE),
    ("banknote detector 1650", 1650, OFFICE),
    ("Nadia went to Epicentr for a clothes hanger and hooks, 215", 215, OFFICE),
    ("sponge, cloths, Domestos 175", 175, OFFICE),
    ("picked up a squeegee and some window spray, 190", 190, OFFICE),
    ("torch 160", 160, OFFICE),
    ("vouchers for the best seller 500", 500, OTHER),
    ("hard hat 390", 390, OTHER),
    ("tickets to the circus for staff children 1200", 1200, OTHER),
    ("Christmas hampers for the drivers 1800", 1800, OTHER),
    ("restaurant with the supplier 2400", 2400, OTHER),
    ("team dinner on Friday 3400", 3400, OTHER),
    ("sandwiches for the loaders 340", 340, OTHER),
    ("sushi for the crew 860", 860, OTHER),
    ("three pairs of work gloves 165", 165, OTHER),
    ("bottle of cognac for the electrician from the grid company 650", 650, OTHER),
    ("work trousers for Bohdan 900", 900, OTHER),
    ("balloons and a banner for the anniversary 540", 540, OTHER),
    ("sweets for carol singers 100", 100, OTHER),
    ("roses for the accountant 450", 450, OTHER),
    ("pizza for the boys after unloading 620", 620, OTHER),
    ("wooden crates 700", 700, PACKING),
    ("stickers FRAGILE 50", 50, PACKING),
    ("fragile stickers 85", 85, PACKING),
    ("cardboard from the market 90", 90, PACKING),
    ("polystyrene chips 240", 240, PACKING),
    ("gift ribbon 60", 60, PACKING),
    ("tape gun 190", 190, PACKING),
    ("paper to stuff boxes 85", 85, PACKING),
    ("bubble roll 340", 340, PACKING),
    ("carrier bags without logo 240", 240, PACKING),
    ("paid 1650 for a new cordless drill for our guys", 1650, UPKEEP),
    ("vice for the bench 1800", 1800, UPKEEP),
    ("new blade for the handsaw 120", 120, UPKEEP),
    ("cordless screwdriver 2300", 2300, UPKEEP),
    ("spirit level 310", 310, UPKEEP),
    ("pry bar 190", 190, UPKEEP),
    ("paint scraper 60", 60, UPKEEP),
    ("heat gun 890", 890, UPKEEP),
    ("soldering iron 450", 450, UPKEEP),
    ("drill bits 140", 140, UPKEEP),
    ("crowbar 260", 260, UPKEEP),
    ("set of chisels 460", 460, UPKEEP),
    ("сканер штрихкодів 1800", 1800, OFFICE),
    ("фото на перепустки працівникам 160", 160, OFFICE),
    ("перегородка на стіл 1100", 1100, OFFICE),
    ("заламінували прайси, вийшло 120", 120, OFFICE),
    ("дихлофос 80", 80, OFFICE),
    ("йоржик 65", 65, OFFICE),
    ("мішура та іграшки на ялинку 230", 230, OFFICE),
    ("купляли пральку в підсобку, 6400", 6400, OFFICE),
    ("поліроль 75", 75, OFFICE),
    ("настінний годинник у зал 320", 320, OFFICE),
    ("конверти й марки 85", 85, OFFICE),
    ("нова лампа над прилавком 620", 620, OFFICE),
    ("рідина від накипу 145", 145, OFFICE),
    ("сегрегатори 210", 210, OFFICE),
    ("закінчились паперові рушники, докупила на 95", 95, OFFICE),
    ("кип'ятильничок 95", 95, OFFICE),
    ("довелося купити новий степлер 130", 130, OFFICE),
    ("газовий балончик до плитки 160", 160, OFFICE),
    ("термометр на вікно 70", 70, OFFICE),
    ("картотечна шафа бувша у вжитку 1900", 1900, OFFICE),
    ("три пари робочих рукавиць 165", 165, OTHER),
    ("подарунковий кошик найкращому клієнту 1200", 1200, OTHER),
    ("шашлик на день монтажника 1850", 1850, OTHER),
    ("фільтри до респіратора 340", 340, OTHER),
    ("дала хлопчикам за щедрівку 200", 200, OTHER),
    ("робочі черевики Тарасу 1450", 1450, OTHER),
    ("дала 300 на подарунок Ірині до проводів", 300, OTHER),
    ("вечеря колективу в п'ятницю 3400", 3400, OTHER),
    ("з каси 400 на весільний подарунок", 400, OTHER),
    ("прання комбінезонів 350", 350, OTHER),
    ("сертифікат найкращому продавцю 500", 500, OTHER),
    ("кульки повітряні на день народження магазину 250", 250, OTHER),
    ("букет на день вчителя 380", 380, OTHER),
    ("фляга в подарунок виконробу 620", 620, OTHER),
    ("торт на річницю магазину 650", 650, OTHER),
    ("крафтовий папір рулон 320", 320, PACKING),
    ("плівка й скотч палети мотати 540", 540, PACKING),
    ("за моток шпагату віддала 75", 75, PACKING),
    ("наліпки КРИХКЕ 50", 50, PACKING),
    ("спінка пакувальна 210", 210, PACKING),
    ("повітряно-пухирчаста 340", 340, PACKING),
    ("етикетки до принтера етикеток 260", 260, PACKING),
    ("кутики на коробки 120", 120, PACKING),
    ("рулон обгорткового паперу 160", 160, PACKING),
    ("ключ монтажникам 560", 560, UPKEEP),
    ("ніж і леза 115", 115, UPKEEP),
    ("круг на точило 340", 340, UPKEEP),
    ("струбцини набір 420", 420, UPKEEP),
    ("набір стамесок 460", 460, UPKEEP),
    ("губки до лещат 220", 220, UPKEEP),
    ("сумка для інструменту 870", 870, UPKEEP),
    ("завіса на шафку 95", 95, UPKEEP),
    ("щітка по металу 60", 60, UPKEEP),
    ("паяльник 450", 450, UPKEEP),
    ("шпаклівка і шпатель 145", 145, UPKEEP),
    ("морилка 180", 180, UPKEEP),
    ("фото на пропуска сотрудникам 160", 160, OFFICE),
    ("лента для терминала 120", 120, OFFICE),
    ("стульчик к кассе 480", 480, OFFICE),
    ("маркерная доска 640", 640, OFFICE),
    ("полочка под документы 560", 560, OFFICE),
    ("датчик угарного газа в офис 520", 520, OFFICE),
    ("перегородка на стол 1100", 1100, OFFICE),
    ("десять пачек бумажных платочков 150", 150, OFFICE),
    ("распечатала бланки в копицентре, 48", 48, OFFICE),
    ("защитный экран на прилавок 650", 650, OFFICE),
    ("кошма противопожарная 210", 210, OFFICE),
    ("мышеловки четыре 120", 120, OFFICE),
    ("чернила для печати 45", 45, OFFICE),
    ("порошок от муравьев 45", 45, OFFICE),
    ("напольная вешалка персоналу, 760", 760, OFFICE),
    ("карандашики, линейка и точилка 84", 84, OFFICE),
    ("биндер 95", 95, OFFICE),
    ("термометр в холодильник 65", 65, OFFICE),
    ("резиновые ножки на стол 35", 35, OFFICE),
    ("Лена купила подставки под кружки 120", 120, OFFICE),
    ("шашлык на день монтажника 1850", 1850, OTHER),
    ("фляга в подарок прорабу 620", 620, OTHER),
    ("рождественские наборы водителям 1800", 1800, OTHER),
    ("напитки на открытие 540", 540, OTHER),
    ("часы с гравировкой за десять лет 2500", 2500, OTHER),
    ("розы бухгалтерше 450", 450, OTHER),
    ("рабочие штаны Богдану 900", 900, OTHER),
    ("бутылка коньяка арендодателю 900", 900, OTHER),
    ("подарок директрисе школы 700", 700, OTHER),
    ("сувениры партнерам 950", 950, OTHER),
    ("обувь нескользящая Вере 980", 980, OTHER),
    ("комбинезоны монтажникам 1200", 1200, OTHER),
    ("шарики воздушные на день рождения магазина 250", 250, OTHER),
    ("защитные очки 180", 180, OTHER),
    ("противошумные наушники 260", 260, OTHER),
    ("гофра картонная рулон 330", 330, PACKING),
    ("этикетки к принтеру этикеток 260", 260, PACKING),
    ("наклейки ХРУПКОЕ 50", 50, PACKING),
    ("картон с базара 90", 90, PACKING),
    ("пенопластовая крошка 240", 240, PACKING),
    ("уголки на коробки 120", 120, PACKING),
    ("уголки защитные картонные 140", 140, PACKING),
    ("адресные наклейки 75", 75, PACKING),
    ("ведерки с крышками пластиковые 170", 170, PACKING),
    ("набор шестигранников 280", 280, UPKEEP),
    ("струбцины набор 420", 420, UPKEEP),
    ("стремянка 1350", 1350, UPKEEP),
    ("степлер строительный 380", 380, UPKEEP),
    ("шурупы на полку 45", 45, UPKEEP),
    ("резинка уплотнительная на дверь магазина 140", 140, UPKEEP),
    ("диски отрезные, десять, 220", 220, UPKEEP),
    ("петля на шкафчик 95", 95, UPKEEP),
    ("тиски на верстак 1800", 1800, UPKEEP),
    ("краска и валик на стену 720", 720, UPKEEP),
    ("отвес 70", 70, UPKEEP),
    ("сверла по бетону 280", 280, UPKEEP),
]
"""What is told, the sum, and what for; all of it went out."""


@pytest.mark.parametrize(("text", "amount", "category"), BOUGHT)
def test_what_a_shop_buys_for_itself_is_known_by_its_name(
    read: Read, text: str, amount: int, category: CashCategory
) -> None:
    reading = read(text)
    assert_moved(reading, [(amount, OUT, category)])
    assert isinstance(reading, Understood)
    assert reading.is_confident


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("обід з постачальником 640", OTHER),
        ("lunch with the supplier 640", OTHER),
        ("куртки кур'єрам 3200", OTHER),
        ("warm boots for the loader 1300", OTHER),
        ("шампанське на відкриття 780", OTHER),
        ("напитки на открытие 540", OTHER),
        ("пляшка ігристого на відкриття 320", OTHER),
        ("купила бейджики трьом новеньким, 135", OFFICE),
        ("зарядка до Макіти 1100", UPKEEP),
        ("стойка для дрели 780", UPKEEP),
        ("коробка шоколадних цукерок податковій інспекторці 260", OTHER),
        ("коробка латексных перчаток 190", OFFICE),
    ],
)
def test_who_gets_a_thing_and_what_holds_it_are_not_paid_for(
    read: Read, text: str, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


@pytest.mark.parametrize(
    "text", ["got coffee 240", "got a new mop for the hall, 120", "got pens and paper 85"]
)
def test_what_is_got_and_used_up_was_bought(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, OFFICE)


def test_a_sum_that_came_back_with_what_it_was_for_is_unspent(read: Read) -> None:
    draft = only(read("120 назад, тонер дешевле вышел"))
    assert (draft.direction, draft.category) == (CashDirection.IN, OFFICE)


@pytest.mark.parametrize(
    "text",
    [
        "bought an armchair 1900",
        "купили мікрохвильовку 2400",
        "купила 2 стула 1200",
        "picture for the wall in the meeting room 800",
    ],
)
def test_what_stands_in_a_shop_itself_is_not_bought_to_be_sold(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, OFFICE)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("coffee and croissants 260", OFFICE),
        ("вино орендодавцю 450", OTHER),
        ("зимові куртки двом вантажникам 2600", OTHER),
        ("winter jackets for two loaders 2600", OTHER),
    ],
)
def test_goods_of_other_trades_are_told_by_what_they_are_told_with(
    read: Read, text: str, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


@pytest.mark.parametrize("word", ["музика", "музыка", "переговорну", "heading", "перегоріла"])
def test_an_ordinary_word_is_no_slip_of_one_of_money(lexicon: Lexicon, word: str) -> None:
    assert [token.folded for token in lexicon.read_tokens(word)] == [word]
