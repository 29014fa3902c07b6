"""What a shop pays for services and fees, and gets besides sales, is known by its words."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]
_TOLD = {
    CashCategory.ADVERTISING: """
        youtuber review of our boilers; tear-off notices; link building
        chalk artist drew our board; paid for mentions in the mums' chat
        printed our phone number on pens; inflatable man for the opening; стела біля дороги
        фотограф товару; крейдяна дошка, намалювали; сеошнику; друк на кулях
        смм-ниця за місяць; магнітики для клієнтів; об'їзд села з гучномовцем; світловий короб
        сняли видео для ютуба; ролик в кинотеатре; отзывы на гугл картах, услуга
        борд на трассе за месяц; сммщица; расклейщику; наклейки с телефоном на столбы""",
    CashCategory.PHONE_INTERNET: """
        fibre optic connection; gave Kolya # for calls; helpdesk tool; password manager
        mailchimp; gps tracking for the van, monthly; second line for the office; landline
        signal booster; провели оптику; смски клієнтам; апка для штрихкодів; пошту корпоративну
        оновлення бази; закинула на телефон; ютуб преміум; номер кур'єру; нетфлікс; вайфайщику
        гитхаб; доступ к базе законов; сервак; роуминг директору; джипиэс на бус""",
    CashCategory.BANK_FEES: """
        acquirer charge; chargeback fee; pos terminal rent; account keeping; low turnover fee
        за відкриття рахунку; за поповнення картки; комірка в банку на рік; моно взяло
        за внесение наличных; за расчетный счет; карта, перевыпуск; банк снял за перевод""",
    CashCategory.TAXES_FEES: """
        copies certified for the tender; sanitary commission visit; pollution fee
        tax office paid; extract from the property register; scales calibration certificate
        plates for the new van; перереєстрація буса; погодження проєкту газу; ліцензія алко
        єсвешка; акт на димар; штрафанули за стоянку; обмін прав; палата мір і ваг
        за выписку из реестра; госрегистрация фопа; увеличение мощности; метрологу
        пенька за есв""",
    CashCategory.UTILITIES: """
        paid for kilowatts; snow tractor; paid for cubes of water; sawdust briquettes
        building upkeep; енергетикам; яму викачали; за енергію; прибирання під'їзду; сміттярам
        за кіловати; баллон на обогреватель; взнос в жск; лифт обслуживание""",
    CashCategory.RENT: """
        basement for storage; rack space at the market; yard for the pallets; hall for november
        гараж під товар; острівець у тц; відповідальне зберігання котлів; за мафчик
        за квадрати; место на базаре; зал за ноябрь; кабинет в бизнес-центре; каморка под товар""",
    CashCategory.OTHER_EXPENSE: """
        gave the homeless man #; welding exam; paid the neighbour for the flooded ceiling
        night patrol; psychologist for the staff; back belt for the loader
        lawyer for the lease; private detective; пояс вантажнику на спину; музей для колективу
        сусідам за залиту стелю; милостиня; біотуалет; виїзд групи швидкого реагування
        бізнес-план написали; рекрутер; на вікна в школу; нищенке дала #; ветерану дала #
        курс погрузчика дмитрию; кинолог; красному кресту; гадалка""",
}
_BROUGHT_IN = """
    tips box; toilet coins; hired out our generator; flower girl paid for her spot by the door
    ad company paid for our wall; commission from the delivery point; перукар за крісло
    поштомат заплатив за місце; здали скло; латунна стружка, здали
    постачальник заплатив штраф за затримку; податкова повернула
    перевізник компенсував раковину; рекламщики за нашу стену; обрезки кабеля сдал
    ящик для чаевых; медные трубы сдали"""
_BESIDES = """
    старий касовий апарат продали; за старий холодильник отримали; got # for the old fridge
    sold the old till; продала ненужный принтер; бонус від Грундфос; bonus from Vaillant
    орендар зверху заплатив"""


def _each(told: str) -> list[str]:
    messages = (text.strip() for line in told.splitlines() for text in line.split(";"))
    return [
        text.replace("#", "300") if "#" in text else f"{text} 300" for text in messages if text
    ]


@pytest.mark.parametrize(
    ("text", "category"),
    [(text, category) for category, told in _TOLD.items() for text in _each(told)],
)
def test_services_and_fees_are_known_by_their_words(
    read: Read, text: str, category: CashCategory
) -> None:
    reading = read(text)
    draft = only(reading)
    assert amounts_of(reading) == [300]
    assert (draft.direction, draft.category) == (CashDirection.OUT, category)


@pytest.mark.parametrize("text", _each(_BROUGHT_IN + _BESIDES))
def test_what_comes_in_besides_sales_is_no_sale(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (CashDirection.IN, CashCategory.OTHER_INCOME)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("продали старому клієнту кран 300", CashCategory.SALE_CASH),
        ("sold used pump 300", CashCategory.SALE_CASH),
        ("получила 300 за демонтаж старого радиатора", CashCategory.SALE_CASH),
    ],
)
def test_old_goods_are_sold_as_goods_are(read: Read, text: str, category: CashCategory) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (CashDirection.IN, category)


def test_what_a_firm_gave_back_came_in(read: Read) -> None:
    assert only(read("повернули з Епіцентру 450")).direction is CashDirection.IN


def test_a_wage_is_no_bonus_of_trade(read: Read) -> None:
    assert only(read("бонус Олені 500")).category is CashCategory.SALARY
