"""What is asked in few words, or with one letter wrong, and what is left out or supposed away."""

import pytest

from services.ports import Database
from tests.questions.answering import answered
from tests.questions.conftest import sell_by_channel, take_by_gateways


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much yesterday", "the whole result · 19 November 2026"),
        ("сколько вышло за вчера", "the whole result · 19 November 2026"),
        ("скільки за жовтень", "the whole result · October 2026"),
        ("сколько за прошлую неделю", "the whole result · 9–15 Nov 2026"),
        ("sales in october >> how much in september", "sales · September 2026"),
        ("що в касі >> скільки вчора", "in the tills · as of 19 November 2026"),
        ("what did we pay yesterday", "<b>₴260</b>"),
        ("what did it cost yesterday", "How much of what?"),
        ("Maryna's pay in october", "paid to the staff · “Maryna”"),
        ("Ihor's payments in october", "<b>₴13,300</b>"),
        ("cash in the second till", "<b>₴8,500</b>\n· Till 2"),
        ("money in the till now", "how much money there is · in the tills"),
        ("cash in last week", "money that came in · 9–15 Nov 2026"),
        ("каса вчора", "sales · 19 November 2026"),
        ("кассу вчера покажи", "sales · 19 November 2026"),
        ("сколько в октябре", "the whole result · October 2026"),
        ("скільки у касі", "how much money there is · in the tills"),
        ("how'd yesterday go", "the whole result · 19 November 2026"),
        ("how much did Taras bring this month", "<b>₴13,000</b>"),
        ("сколько я сам забрал в октябре", "<b>₴5,000</b>"),
        ("коли касу перераховували", "No count of a till was made"),
        ("кассу считали когда", "No count of a till was made"),
        ("what is Petro holding", "money to account for · “Petro”"),
        ("скільки тримає Петро", "<b>₴1,500</b>\n· Petro"),
        ("what does Petro hold not counting what he earned", "<b>₴1,500</b>\n· Petro"),
    ],
)
async def test_few_words_are_enough(book: Database, question: str, told: str) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who is Budmaister", "1. 28 October 2026 · ₴20,000 · TOV Budmaister"),
        ("хто така Софія", "₴3,000 · Sofiia"),
        ("кто такой Невидомый", "₴3,300 · FOP Nevidomyi"),
        ("Drukarnia in october", "Out: ₴500\nof Drukarnia"),
        ("WOG и OKKO за ноябрь", "· WOG: −₴600\n· OKKO: −₴350"),
        ("хто більше за осінь, Вент-Сервіс чи Теплодім", "· Теплодім: −₴41,000"),
        ("who is the president", "I answer from the books alone"),
        ("скільки заплатили Тепродіму в жовтні", "<b>₴18,000</b>\nof TOV Teplodim"),
        ("paid to Druktarnia in october", "<b>₴500</b>\nof Drukarnia"),
        ("paid to Teprodim in august", "<b>₴0</b>\nof TOV Teplodim"),
        ("сколько должна Арклика", "₴14,000, since 10 October"),
        ("скільки заплатили Сидоренку", "No name is like “Сидоренку”"),
    ],
)
async def test_a_name_alone_is_asked_about(book: Database, question: str, told: str) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ").replace("\u2060", "")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who did we pay most in october without rent", "1. TOV Teplodim: ₴18,000\n2. Ihor"),
        ("кому платили найбільше в жовтні, не зарплату", "2. FOP Petrenko: ₴15,000\n3. Vent"),
        ("кому платили больше всего, кроме аренды >> а в октябре?", "without: Rent · October"),
        ("сколько денег ушло в октябре кроме зарплаты", "<b>₴54,630</b>\n· Left out: Wages"),
        ("найбільші платежі за жовтень крім оренди", "1. 19 October 2026 · ₴18,000 · TOV"),
        ("поступления без своих переводов за октябрь", "<b>₴38,500</b>"),
        ("money in without transfers in november", "<b>₴32,300</b>"),
        (
            "готівкою чи на банк більше прийшло за жовтень, без переказів між своїми",
            "1. at the bank: ₴20,000\n2. in the tills: ₴18,500",
        ),
        ("who got most money in november apart from rent", "1. TOV Teplodim: ₴11,000\n2. Petro"),
        ("кто получил больше всего в октябре", "1. TOV Teplodim: ₴18,000\n2. FOP Petrenko"),
        ("от кого получили больше всего в октябре", "1. TOV Budmaister: ₴20,000"),
        ("надходження не на картку за жовтень", "money that came in · in the tills"),
        ("margin without own transfers", "I don't know what to do with “own transfers”"),
        ("надходження без банку за жовтень", "money that came in · in the tills"),
        ("sales without cards in october", "sales · in the tills"),
        ("поступления без налички за октябрь", "money that came in · at the bank"),
        ("sales without cash on delivery", "I don't know what to do with “without, cash on"),
        ("продажи без наложки", "I don't know what to do with “без, наложки”"),
    ],
)
async def test_what_is_left_out_does_not_count(book: Database, question: str, told: str) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what if we hadn't paid rent in october", "<b>₴16,770</b>\n· Left out: Rent: ₴15,000"),
        ("якби не зарплата, який був би жовтень", "net result · without: Wages · October"),
        ("если бы мы не тратили на рекламу, какой был бы октябрь", "without: Advertising"),
        ("what would october be without wages", "net result · without: Wages · October"),
        ("куди поділись гроші, якщо прибуток є", "money: why it changed"),
        ("куди поділись гроші в жовтні", "1. Wages: ₴16,500"),
        ("can we pay Teplodim", "how much money there will be · as of 4 December"),
        ("сможем заплатить Теплодиму?", "left out: “Теплодиму”"),
        ("what if we had not opened in october", "I answer from the books alone"),
        ("прибуток є, а де гроші за жовтень", "money: why it changed · October 2026"),
        ("why is there profit but no money in october", "money: why it changed · October"),
        ("почему прибыль есть, а денег нет", "money: why it changed · 1–20 Nov"),
        ("заработали или нет в октябре", "net result · October 2026"),
        ("what did we buy on credit", "what we owe suppliers"),
        ("скільки закупили в борг", "· Vent-Service: ₴6,600"),
        ("кто покупал в долг", "what customers owe"),
        ("what do we owe and how much of it is already paid", "<b>₴6,600</b>\n· Vent"),
    ],
)
async def test_what_would_be_and_where_money_is_is_told(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("compare expenses with october", "1–20 Nov 2026 · against 1–20 Oct 2026"),
        ("порівняй зарплату з вереснем", "Wages, compared · 1–20 Nov 2026 · against September"),
        ("сравни продажи октября", "October 2026 · against September 2026"),
        ("sales in october >> сравни продажи с сентябрём", "October 2026 · against September"),
        ("продажі за жовтень >> порівняй витрати з вереснем", "expenses, compared · October"),
        ("compare sales with last week", "16–20 Nov 2026 · against 9–13 Nov 2026"),
        ("sales today compared with the last four Fridays", "against what is usual · 20 Nov"),
        ("продажи этой пятницы против последних 4 пятниц", "against what is usual · 20 Nov"),
        ("sales today compared with the last 3 Fridays", "I don't know what to do with “3”"),
    ],
)
async def test_days_are_held_against_those_that_are_named(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ").replace("\u2009", "")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("скільки разів їздили на заправку в листопаді", "<b>2</b> entries, ₴950 together"),
        ("what share of purchases is Teplodim in october", "70.9 % of: goods bought"),
        ("доля теплодима в закупках за октябрь", "<b>₴18,000</b>\n70.9 %"),
        ("how much of sales goes to rent in october", "29.4 % of: sales"),
        ("скільки з продажів пішло на рекламу за жовтень", "Advertising · as a share of: sales"),
        ("сколько из выручки уходит на зарплату", "Wages · as a share of: sales"),
        ("how much of our spending is wages in october", "of: expenses"),
        ("сколько кому вернули в октябре", "1. Olena: ₴1,500"),
        ("хто повертав товар за жовтень", "refunds to customers · October 2026"),
        ("скільки повернули Олені за осінь", "<b>₴1,500</b>\nof Olena"),
        ("days in november with sales under 5000", "2. 11 November 2026: ₴2,500\nBesides, with"),
        ("who got wages", "1. Ihor: ₴18,500\n2. Maryna: ₴7,000"),
        ("кому давали аванс", "(you named no days)"),
        ("spent in october >> and what on?", "1. Wages: ₴16,500\n2. Rent"),
        ("реклама за жовтень >> а на що?", "2. 5 October 2026 · ₴500 · Drukarnia"),
        ("paid to Ihor in october >> and wages?", "Wages · “Ihor” · October"),
        ("ads by Google in october >> and wages?", "<b>₴16,500</b>"),
        ("what's in the till >> and sales?", "sales · 1–20 Nov 2026 (you named no days)"),
        ("що було в касі вчора >> а продажі?", "sales · 19 November 2026"),
        ("did Arktika pay", "<b>₴0</b>\nStill owed: ₴14,000, since 10 October 2026"),
        ("чи платила Арктика в жовтні", "<b>₴0</b>\nof TOV Arktika"),
        ("did Taras pay", "<b>₴13,000</b>\nof Taras"),
    ],
)
async def test_an_answer_has_what_was_asked_for(book: Database, question: str, told: str) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


async def test_what_gateways_keep_is_no_money_out(book: Database) -> None:
    await book.write(take_by_gateways)
    whole = await answered(book, "who did we pay in november without wages")
    assert "nobody named: ₴140" in whole.replace("\xa0", " ")


async def test_what_a_source_brings_is_what_was_sold_there(book: Database) -> None:
    await book.write(sell_by_channel)
    said = await answered(book, "how much did prom bring in november")
    assert "<b>₴1,250</b>\nCounted: prom.ua" in said.replace("\xa0", " ")
