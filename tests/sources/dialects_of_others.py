"""Statements in the manner of many banks, with what is to be read of them."""

from tests.sources.dialect import Dialect

DIALECTS = (
    Dialect(
        "ru_two_currencies",
        "cp1251",
        """\
"Дата операции";"Дата платежа";"Номер карты";"Статус";"Сумма операции";"Валюта операции";"Сумма платежа";"Валюта платежа";"Кэшбэк";"Категория";"MCC";"Описание";"Бонусы (включая кэшбэк)";"Округление на инвесткопилку";"Сумма операции с округлением"
"05.02.2026 12:13:14";"06.02.2026";"*1234";"OK";"-10,00";"USD";"-905,00";"RUB";"";"Супермаркеты";"5411";"Shop";"0,00";"0,00";"905,00"
"04.02.2026 12:13:14";"04.02.2026";"*1234";"FAILED";"-50,00";"RUB";"-50,00";"RUB";"";"Такси";"4121";"Taxi";"0,00";"0,00";"50,00"
"03.02.2026 12:13:14";"03.02.2026";"*1234";"OK";"5000,00";"RUB";"5000,00";"RUB";"";"Пополнения";"";"Перевод";"0,00";"0,00";"5000,00"
""",
        head=(None, "RUB", None, None),
        lines=(
            ("2026-02-05", None, "-905.00", None, None, None, "Shop", None, None),
            ("2026-02-03", None, "5000.00", None, None, None, "Перевод", None, None),
        ),
        asked=(),
    ),
    Dialect(
        "ru_payer_and_payee",
        "cp1251",
        """\
Выписка по счету 40702810900000012345
Клиент: ООО "Ромашка"
Входящий остаток: 10 000,00
Дата;Номер документа;Плательщик;ИНН плательщика;Счет плательщика;Получатель;ИНН получателя;Счет получателя;Сумма;Назначение платежа
02.03.2026;15;ООО "Ромашка";7701234567;40702810900000012345;ООО "Лютик";7707654321;40702810100000054321;1 500,00;Оплата по счету 5
03.03.2026;16;ООО "Лютик";7707654321;40702810100000054321;ООО "Ромашка";7701234567;40702810900000012345;2 000,00;Возврат
Итого;;;;;;;;3 500,00;
Исходящий остаток: 10 500,00
""",
        head=("40702810900000012345", "RUB", "10000.00", "10500.00"),
        lines=(
            (
                "2026-03-02",
                None,
                "-1500.00",
                'ООО "Лютик"',
                "40702810100000054321",
                "7707654321",
                "Оплата по счету 5",
                "15",
                None,
            ),
            (
                "2026-03-03",
                None,
                "2000.00",
                'ООО "Лютик"',
                "40702810100000054321",
                "7707654321",
                "Возврат",
                "16",
                None,
            ),
        ),
        asked=(),
    ),
    Dialect(
        "uk_with_direction",
        "utf-8",
        """\
Виписка по рахунку;UA213348510000026008123456789
Вхідний залишок;1000,00
"Дата та час";"Тип операції";"Контрагент";"Сума, UAH";"Залишок";"Призначення"
"01.11.2026 09:00";"Зарахування";"ФОП Іваненко";"500,00";"1500,00";"За товар"
"02.11.2026 10:00";"Списання";"Нова Пошта";"120,50";"1379,50";"Доставка"
Всього;;;620,50;;
""",
        head=("UA213348510000026008123456789", "UAH", "1000.00", "1379.50"),
        lines=(
            ("2026-11-01", None, "500.00", "ФОП Іваненко", None, None, "За товар", None, None),
            ("2026-11-02", None, "-120.50", "Нова Пошта", None, None, "Доставка", None, None),
        ),
        asked=(),
    ),
    Dialect(
        "us_credit_card",
        "utf-8",
        """\
Date,Reference,Amount,Description,Extended Details
01/25/2026,ABC1,$45.10,RESTAURANT,x
01/26/2026,ABC2,-$500.00,PAYMENT RECEIVED - THANK YOU,x
""",
        head=(None, "USD", None, None),
        lines=(
            ("2026-01-25", None, "-45.10", None, None, None, "RESTAURANT", "ABC1", None),
            (
                "2026-01-26",
                None,
                "500.00",
                None,
                None,
                None,
                "PAYMENT RECEIVED - THANK YOU",
                "ABC2",
                None,
            ),
        ),
        asked=("sign",),
    ),
    Dialect(
        "in_lakhs",
        "utf-8",
        """\
Account Name :,Mr X
Account Number :,00000012345678901
Txn Date,Value Date,Description,Ref No./Cheque No.,Debit,Credit,Balance
1 Jan 2026,1 Jan 2026,TO TRANSFER-UPI/DR/1234,TRF 1,"1,000.00", ,"1,24,000.00"
2 Jan 2026,2 Jan 2026,BY TRANSFER,TRF 2, ,"50,000.00","1,74,000.00"
""",
        head=("00000012345678901", None, "125000.00", "174000.00"),
        lines=(
            (
                "2026-01-01",
                "2026-01-01",
                "-1000.00",
                None,
                None,
                None,
                "TO TRANSFER-UPI/DR/1234",
                "TRF 1",
                None,
            ),
            (
                "2026-01-02",
                "2026-01-02",
                "50000.00",
                None,
                None,
                None,
                "BY TRANSFER",
                "TRF 2",
                None,
            ),
        ),
        asked=(),
    ),
    Dialect(
        "cs_symbols",
        "cp1250",
        """\
Datum;Objem;Měna;Protiúčet;Název protiúčtu;Kód banky;VS;Zpráva pro příjemce;ID pohybu;Typ
03.02.2026;-1500,00;CZK;123456789;Jan Novák;0800;2026001;Nájem;24001;Bezhotovostní platba
02.02.2026;20000,00;CZK;987654321;Firma s.r.o.;0100;;Výplata;24000;Bezhotovostní příjem
""",
        head=(None, "CZK", None, None),
        lines=(
            (
                "2026-02-03",
                None,
                "-1500.00",
                "Jan Novák",
                "123456789",
                None,
                "Nájem",
                "2026001",
                "24001",
            ),
            (
                "2026-02-02",
                None,
                "20000.00",
                "Firma s.r.o.",
                "987654321",
                None,
                "Výplata",
                None,
                "24000",
            ),
        ),
        asked=(),
    ),
    Dialect(
        "kz_with_signs",
        "utf-16",
        """\
Күні	Сумма	Валюта	Операция	Детали
25.12.26	- 5 000,00 ₸	KZT	Покупка	Magnum
24.12.26	+ 100 000,00 ₸	KZT	Пополнение	С карты
""",
        head=(None, "KZT", None, None),
        lines=(
            ("2026-12-25", None, "-5000.00", None, None, None, "Magnum", None, None),
            ("2026-12-24", None, "100000.00", None, None, None, "С карты", None, None),
        ),
        asked=(),
    ),
    Dialect(
        "en_gross_and_net",
        "utf-8-sig",
        """\
"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance"
"05/01/2026","10:00:00","Europe/Kyiv","Anna","Express Checkout Payment","Completed","EUR","100.00","-3.40","96.60","a@x","b@x","9AB1","196.60"
"06/01/2026","11:00:00","Europe/Kyiv","Bob","Payment","Completed","EUR","-50.00","0.00","-50.00","b@x","c@x","9AB2","146.60"
"25/01/2026","11:00:00","Europe/Kyiv","Bob","Payment","Denied","EUR","-50.00","0.00","-50.00","b@x","c@x","9AB3","146.60"
""",
        head=(None, "EUR", "100.00", "146.60"),
        lines=(
            (
                "2026-01-05",
                None,
                "96.60",
                "Anna",
                None,
                None,
                "Express Checkout Payment",
                None,
                "9AB1",
            ),
            ("2026-01-06", None, "-50.00", "Bob", None, None, "Payment", None, "9AB2"),
        ),
        asked=(),
    ),
    Dialect(
        "en_in_header_currency",
        "utf-8",
        """\
"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2026-01-03,2026-01-03,"Netflix",,"Presentment",,"Main Account",-12.99,12.99,EUR,1
2026-01-04,2026-01-04,"Max",DE89370400440532013000,"Credit Transfer","Miete","Main Account",500.0,,,
""",
        head=(None, "EUR", None, None),
        lines=(
            ("2026-01-03", "2026-01-03", "-12.99", "Netflix", None, None, "", None, None),
            (
                "2026-01-04",
                "2026-01-04",
                "500.00",
                "Max",
                "DE89370400440532013000",
                None,
                "Miete",
                None,
                None,
            ),
        ),
        asked=(),
    ),
    Dialect(
        "uk_card_two_currencies",
        "utf-8",
        """\
Дата;Час;Категорія;Картка;Опис операції;Сума у валюті картки;Валюта картки;Сума у валюті транзакції;Валюта транзакції;Залишок на кінець періоду;Валюта залишку
05.11.2026;10:11;Продукти;5168 **** **** 1234;Сільпо;-100.50;UAH;-100.50;UAH;899.50;UAH
04.11.2026;09:00;Кафе;5168 **** **** 1234;Wolt;-5;UAH;-0.1;EUR;1000;UAH
""",
        head=(None, "UAH", "1005.00", "899.50"),
        lines=(
            ("2026-11-05", None, "-100.50", None, None, None, "Сільпо", None, None),
            ("2026-11-04", None, "-5.00", None, None, None, "Wolt", None, None),
        ),
        asked=(),
    ),
    Dialect(
        "hu_whole_amounts",
        "iso8859-2",
        """\
Könyvelés dátuma;Értéknap;Összeg;Pénznem;Partner neve;Partner számlaszáma;Közlemény
2026.02.03.;2026.02.03.;-1 500;HUF;Kovács Ödön;11773016-01234567;Bérleti díj őszi
2026.02.04.;2026.02.04.;250 000;HUF;Cég Kft;11773016-76543210;Fizetés
""",
        head=(None, "HUF", None, None),
        lines=(
            (
                "2026-02-03",
                "2026-02-03",
                "-1500.00",
                "Kovács Ödön",
                "11773016-01234567",
                None,
                "Bérleti díj őszi",
                None,
                None,
            ),
            (
                "2026-02-04",
                "2026-02-04",
                "250000.00",
                "Cég Kft",
                "11773016-76543210",
                None,
                "Fizetés",
                None,
                None,
            ),
        ),
        asked=(),
    ),
)
