"""Words for what drives, what is carried, and what is mended in the shop and its house."""

import re
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import NotAnEntry, Reading
from tests.parsing.drafts import assert_moved, only

Read = Callable[[str], Reading]

FUEL_TRANSPORT = """
topped up diesel for 1900
another tank of diesel 2100
a can of petrol 520
I filled the Caddy for 1450
paid Petro mileage for the week 850
garage overnight for the van 100
parking meter 40
car left at a paid lot 120
took the tram both ways 32
FlixBus to Warsaw 1900
airport shuttle 300
hitched a ride with BlaBlaCar 250
towed the van to the garage 1500
wheel bearing 980
dent removal on the van 1600
seat belt for the van 700
дозаправились 600
плеснули бензину на 300
дала водію 1000 заправитись
зарядили електробус 260
поромник 250
віньєтка 640
плацкарт 380
літак до Варшави 5200
болт до податкової 95
вм'ятину вирівняли 1600
амортизація авто водію 900
патрубок на бус 350
прокачали гальма 400
розвезли дівчат на таксі 320
чек із заправки 1280
шляховий лист 40
топливная карта 3000
таксёру 140
паромщик 250
билет до Львова 430
въезд на оптовый рынок 50
сайлентблоки 900
балансировка колес 400
термостат на бус 350
"""
DELIVERY = """
posted two envelopes 90
collected a parcel at Nova Poshta, 145
mobile crane for the tank 3100
brought up to the attic 400
students unloaded 40 boxes 350
handed the box to the conductor 180
consignment note form 20
winching the tank 800
paid for bringing stock from the depot 800
fuel surcharge of the carrier 110
sent the pump with a coach driver 180
лист з повідомленням 65
конверт з документами в Харків 80
підняли бойлер 250
двоє мужиків стягнули чавунну ванну 900
студенти розвантажили 40 коробок 350
бус до Фастова 900
передали потягом 180
доплата за вагу 70
обрешітка 150
дроном 300
таксі повезло змішувач клієнту 140
коробка попуткою в Умань, 150
перевезли сейф 1500
надбавка без ліфта 200
письмо с уведомлением 65
фурщику 2500
занесли ванну 400
парнишка занес радиаторы 150
нанимали бус 1100
страховка посылки 35
наложка комиссия 40
такси с котлом 220
водителю рейсового 200 за бухту трубы => 200
опустили бак в яму 1200
доставили на таксі, 160
кур'єр у суд 150
четверо мужиків спустили сейф у підвал 1600
взяли в аренду кран 2800
"""
REPAIRS = """
office chair mended 250
kettle fixed 150
intercom fixed 550
plasterer for the back room 1500
ceiling leak patched 900
fuse box fixed 700
laptop screen 2800
welder for the gate 700
argon refill for the welder 1300
gate painted 300
подовжувач полагодили 100
стілець підклеїли 120
полиця тріснула, заварили 300
вивіска впала, закріпили 400
домофон полагодили 550
тесля 650
вставили шибку 450
щиток перебрали 700
кисневий балон заправили 800
нова проводка у підсобці 2800
привід воріт 3400
циклювання паркету 2600
розвести пилу 90
снігозатримувач на дах 1200
заклинило замок, майстер 450
микроволновку починили 400
стеллаж сварили 900
жалюзи подправили 300
шпингалет 60
переустановили винду 400
асфальт латали 2300
пандус 1800
ножку стула заварили 150
яму во дворе засыпали 900
полка треснула, заварили 300
столешницу отреставрировали 1200
молниезащита проверка 900
кондиціонер дозаправили фреоном 950
сервис взял 2200 за подвеску
"""


def _told(lines: str, category: CashCategory) -> list[tuple[str, int, CashCategory]]:
    """Take the last number of a line as its sum, unless one stands behind an arrow."""
    told = []
    for line in lines.strip().splitlines():
        text, _, amount = line.partition(" => ")
        told.append((text, int(amount or re.findall(r"\d+", text)[-1]), category))
    return told


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        *_told(FUEL_TRANSPORT, CashCategory.FUEL_TRANSPORT),
        *_told(DELIVERY, CashCategory.DELIVERY),
        *_told(REPAIRS, CashCategory.REPAIRS_MAINTENANCE),
    ],
)
def test_it_is_known_what_was_paid_for(
    read: Read, text: str, amount: int, category: CashCategory
) -> None:
    assert_moved(read(text), [(amount, CashDirection.OUT, category)])


@pytest.mark.parametrize(
    "text",
    [
        "продали змішувач, занесли 2400",
        "клієнт привіз котел у ремонт, взяли 1200",
        "клієнт за ремонт чайника дав 300",
        "sold a kettle, mended the box, got 900",
    ],
)
def test_what_customers_pay_stays_theirs(read: Read, text: str) -> None:
    assert only(read(text)).direction is CashDirection.IN


@pytest.mark.parametrize("text", ["intercom code 5501", "код домофона 4471", "mileage 214 000"])
def test_codes_and_mileages_move_nothing(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)
