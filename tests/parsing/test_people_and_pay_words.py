"""People and their pay by what they are called, for what work, and where the till's money goes."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT

_TOLD = {
    (OUT, CashCategory.SALARY): """
        girls' weekend cover 1200
        canteen cook for the month 7000
        caretaker 3100
        employee of the month prize to Iryna 1000
        commission to manager 5300
        hazard pay fitter 700
        student for price tagging 500
        school kids for sorting the warehouse 600
        lads for stocktaking 2400
        inventory night pay to girls 1800
        dispatcher for the month 8800
        first half of the month pay 22000
        second half pay Roman 6500
        worked a week and left, paid him 3400
        техпрацівниці 4200
        кочегару за місяць 6000
        оператору 1С за місяць 5000
        відсоток від продажів Ірині 2750
        відсотки менеджеру за місяць 5300
        доплата за шкідливість слюсарю 700
        компенсація за невикористану відпустку 5600
        студенту за розклейку цінників 500
        школярам за розбір складу 600
        дала Тетянці її ставку 600
        охороні за добу 800
        охоронній зміні 1600
        добу відчергував Петрович, дала 750
        прибрала магазин тьотя Люба, їй 300
        уборщица получила свои 3500
        техничке 4200
        кочегару за месяц 6000
        вахтёрше 3100
        оператору 1С за месяц 5000
        проценты менеджеру за месяц 5300
        доплата за вредность слесарю 700
        студенту за расклейку ценников 500
        бухгалтерше на полставки 4000
        аккордная оплата грузчикам склада 3000
        вахтеру 3100
        дала Танечке её ставку 600
        оплата по трудодням 3100
        за обучение новичка Игорю доплатила 400
    """,
    (OUT, CashCategory.SALARY_ADVANCE): """
        gave Vitya 1200 off next month's pay
        cleaner needed a bit early, gave her 500
        Stas took some ahead 700
        wages in advance Yarik 1100
        a week's money up front to Niura 800
        gave Zhora 400 on account of his wages
        під майбутню зарплату Вітьку 1200
        Богдан попросив частину зарплати раніше, видала 2500
        у рахунок майбутньої получки Степану 900
        вантажник перехопив сотку до п'ятниці
        под будущую зарплату Витьку 1200
        Богдан попросил часть зарплаты раньше, выдала 2500
        уборщица попросила немного вперёд, дала 500
        прибиральниця попросила трохи вперед, дала 500
        грузчик перехватил сотку до пятницы
    """,
    (OUT, CashCategory.INSTALLER_SERVICES): """
        underfloor heating laid, lads 6800
        laying heating mats 2400
        tapping into the riser 900
        diamond coring 2100
        core drilling guy 1800
        flue lining 5500
        ripping out the old boiler 1000
        welding at the boiler room 3300
        grouting on site 900
        vacuuming the line set 700
        refrigerant line run 1500
        first firing of the boiler 1500
        labourer on site for the day 800
        digging the pipe trench, lads 2600
        trench diggers 3000
        soakaway dug, digger 4500
        boiler earthing done 1400
        rope access guys for the flue 4400
        callout fee plumber 350
        врізали кран, Михайлу 700
        гільзування димоходу 5500
        гідропромивка системи опалення 2700
        паяння поліпропілену 2200
        копали траншею під трубу, хлопцям 2600
        поставив інсталяцію Олексій, 1600
        теплоізоляція труб на даху 2300
        промальпіністам за трубу 4400
        бетонорізчикам за проріз 5600
        діамантове буріння двох отворів 1800
        розпилили чавунні батареї, різальнику 800
        зонування теплої підлоги, Максимові 900
        підмішувальний вузол зібрав Зеник 1200
        розширювальний бак підкачали, сервіснику 300
        дренаж кондиціонера поправив Артемко 400
        насос зі свердловини тягнули втрьох, хлопцям 2400
        каналізаційний випуск замінили, Юркові 2900
        унітаз перекинули на інше місце, Ярику 1000
        бойлер перевісив Олесь 600
        врезали кран, Михаилу 700
        гильзовка дымохода 5500
        гидропромывка системы отопления 2700
        вакуумирование трассы 700
        копали траншею под трубу, ребятам 2600
        обустройство скважины под ключ, субчикам 12000
        электромонтаж в котельной 3100
        заземление котла сделали 1400
        промальпинистам за трубу 4400
        калымщикам за копку 1500
        укладання теплого мату 2400
        вакуумування траси 700
        заземлення котла зробили 1400
        бетонорезчикам за проём 5600
        распилили чугунные батареи, резчику 800
        подмесный узел собрал Женёк 1200
        дренаж кондиционера поправил Артёмка 400
        вынос наружного блока альпинисту 2000
        автовышка на монтаж 3500
    """,
    (OUT, CashCategory.REPAIRS_MAINTENANCE): """
        перенесли зовнішній блок на стіну 1700
    """,
    (OUT, CashCategory.OTHER_EXPENSE): """
        paid back the lender 5000
        loan instalment in cash 7000
        interest on the loan 1200
        gave Boyko back what we borrowed 5000
        instalment for the display case 2500
        part of the loan back to Martyniuk 2000
        віддала борг кредитору 5000
        відсотки за позику 1200
        віддали Бойкові що позичали 5000
        отдала долг кредитору 5000
        проценты по займу 1200
        ссуду погасили 4000
        отдали Бойко что одалживали 5000
        вернули куму заём 3000
    """,
    (OUT, CashCategory.OWNER_DRAW): """
        owner's flat utilities 2700
        boss beer money 300
        flowers for the boss's wife 700
        director's holiday 8000
        owner shopping cash 4400
        owner's personal needs 3500
        хазяїнова жінка взяла 2300
        шефу на букет дружині 700
        хазяйці готівкою на шопінг 4400
        шеф забрав на оренду квартири дочці 9000
        співвласнику його відсоток 8000
        босяра забрал 4000
        главный забрал из кассы 6000
        босяра забрав 4000
        шефский сын забрал из кассы 900
        мама шефа взяла 500
        шефу на букет жене 700
    """,
    (IN, CashCategory.OFFICE_HOUSEHOLD): """
        change from buying tea came back 45
        Olenka handed in unspent tea money 55
        з купівлі чаю повернулось 45
        с покупки чая вернулось 45
    """,
    (IN, CashCategory.OTHER_INCOME): """
        loan from Boyko received 20000
        Halya from the market repaid the loan 1000
        взяли в борг у сусідів 3000
        отримали позику від Бойко 20000
        підзвітні гроші здав Ярема 250
        сусід віддав що позичав 2000
        дав нам у борг Олексій 3000
        взяли в долг у соседей 3000
        получили заём от Бойко 20000
        Галя с рынка вернула заём 1000
        сосед отдал что одалживал 2000
        Галя з ринку повернула позику 1000
        дал нам в долг Алексей 3000
    """,
    (IN, CashCategory.FUEL_TRANSPORT): """
        travel money not spent, handed in 800
        driver turned in leftover diesel money 160
        водій повернув те що не доїздив на паливо 230
        не потратил на командировку, сдал 800
    """,
    (IN, CashCategory.OWNER_CONTRIBUTION): """
        boss carried in 18000 for wages
        director paid in 25000 for supplier bills
        till top-up from the director 5000
        особисті кошти засновника в касу 12000
        поповнення каси від директора 5000
        владелец одолжил магазину 10000
        власник позичив магазину 10000
        личные средства учредителя в кассу 12000
        пополнение кассы от директора 5000
    """,
    (OUT, CashCategory.BANK_DEPOSIT): """
        deposit via self-service kiosk 9000
        paying-in machine 18000
        bank courier collected takings 16000
        banking 12400
        drop at the bank 5500
        fed the deposit ATM 6000
        інкасували 27000
        вніс виручку на р/р 18000
        до банківської комірки відвезли 40000
        на розрахунковий готівкою 9000
        инкассировали 27000
        внёс выручку на р/с 18000
        на расчётный наличкой 9000
        поклала через банкомат на рахунок магазину 6000
        сборщикам выручки 22000
    """,
    (OUT, CashCategory.DESK_TRANSFER): """
        handed to the market stall till 2000
        sent to the Brovary outlet 2500
        carried to the cafe till 900
        в інтернет-магазин касу 1500
        на точку в Броварах відправила 2500
        вечірня каса в сейф 9100
        в верхнюю кассу 900
        в кассу интернет-магазина 1500
        у верхню касу 900
        на точку в Броварах отправила 2500
        вечерняя касса в сейф 9100
    """,
    (IN, CashCategory.DESK_TRANSFER): """
        cash brought from the Sykhiv shop 7500
        came from the first shop 4200
        з точки на базарі привезли 6400
        взяла з нижньої каси 700
        розмінна з сейфу 1200
        з магазину на Сихові привезли готівку 7500
        з першого магазину приїхало 4200
        з бару взяли на розмін 400
        с точки на базаре привезли 6400
        взяла из нижней кассы 700
        из бара взяли на размен 400
    """,
    (IN, CashCategory.CASH_FROM_BANK): """
        change order picked up at oschad 1500
        withdrawn from the account for stock 18000
        видача з рахунку через касу банку 9500
    """,
}


@pytest.mark.parametrize(
    ("text", "direction", "category"),
    [
        (text.strip(), direction, category)
        for (direction, category), texts in _TOLD.items()
        for text in texts.strip().splitlines()
    ],
)
def test_people_work_and_places_are_known_by_their_words(
    read: Read, text: str, direction: CashDirection, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (direction, category)


@pytest.mark.parametrize(
    "text",
    [
        "розпилили чавунні батареї, бухгалтеру 800",
        "розмінна з банку 4000",
        "розмінна бухгалтеру 500",
    ],
)
def test_what_begins_like_a_rose_is_no_present(read: Read, text: str) -> None:
    assert only(read(text)).category is not CashCategory.OTHER_EXPENSE


@pytest.mark.parametrize(
    "text",
    [
        "насосну станцію монтував Яремчук, 1400",
        "booster pump mounted by Yaremchuk 1400",
        "cylinder connected by the lads, paid 1300",
        "радіатори міняли в школі, бригаді 12000",
    ],
)
def test_whoever_did_the_job_is_paid_for_it(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.INSTALLER_SERVICES)
    assert draft.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "колектор перекрутив Борис 350",
        "прокинули гофру по підлозі, Сашкові 700",
        "коллектор перекрутил Борис 350",
        "valve tweaked, 350",
    ],
)
def test_an_unknown_deed_done_to_wares_is_a_job_to_be_confirmed(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.INSTALLER_SERVICES)
    assert draft.doubts


@pytest.mark.parametrize(
    "text", ["поповнення каси від директора 5000", "пополнение кассы от директора 5000"]
)
def test_what_fills_the_till_from_the_owner_is_his(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory.OWNER_CONTRIBUTION)


@pytest.mark.parametrize(
    "text",
    [
        "шеф докинув 3500 на оренду",
        "boss threw in 3500 for the rent",
        "хозяин докинул 900 на воду",
    ],
)
def test_what_the_owner_throws_in_comes_in_whatever_for(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (IN, CashCategory.OWNER_CONTRIBUTION)


@pytest.mark.parametrize(
    ("text", "direction", "category"),
    [
        ("взяли в борг у сусідів 3000", IN, CashCategory.OTHER_INCOME),
        ("получили заём от Бойко 20000", IN, CashCategory.OTHER_INCOME),
        ("вернули куму заём 3000", OUT, CashCategory.OTHER_EXPENSE),
        ("gave Boyko back what we borrowed 5000", OUT, CashCategory.OTHER_EXPENSE),
        ("сосед отдал что одалживал 2000", IN, CashCategory.OTHER_INCOME),
    ],
)
def test_a_loan_may_be_of_a_neighbour_or_told_by_a_family_name(
    read: Read, text: str, direction: CashDirection, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (direction, category)


@pytest.mark.parametrize("text", ["зачистка труб Юхимчук 1600", "гнуття труб Юхимчук 1600"])
def test_a_job_with_a_bare_family_name_is_never_silently_sold(read: Read, text: str) -> None:
    draft = only(read(text))
    assert draft.direction is OUT or draft.doubts
