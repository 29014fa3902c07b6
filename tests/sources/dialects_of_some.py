"""Statements in the manner of many banks, with what is to be read of them."""

from tests.sources.dialect import Dialect

DIALECTS = (
    Dialect(
        "uk_business",
        "cp1251",
        """\
ЄДРПОУ;МФО;Рахунок;Валюта;Дата операції;Код операції;МФО банку;Назва банку;Рахунок кореспондента;ЄДРПОУ кореспондента;Кореспондент;Документ;Дата документа;Дебет;Кредит;Призначення платежу;Гривневе покриття
12345678;305299;UA213223130000026007233566001;UAH;03.11.2026 10:11:00;1;300335;АТ "РАЙФФАЙЗЕН БАНК";UA903052992990004149123456789;3012345678;ФОП Коваль І.П.;77;03.11.2026;1250.00;;Оплата за послуги;1250.00
12345678;305299;UA213223130000026007233566001;UAH;04.11.2026 12:00:00;1;300335;АТ "РАЙФФАЙЗЕН БАНК";UA903052992990004149123456780;37654123;ТОВ "АЛЬТЕП";78;04.11.2026;;5000.50;Передоплата зг. рах. 12;5000.50
""",
        head=("UA213223130000026007233566001", "UAH", None, None),
        lines=(
            (
                "2026-11-03",
                None,
                "-1250.00",
                "ФОП Коваль І.П.",
                "UA903052992990004149123456789",
                "3012345678",
                "Оплата за послуги",
                "77",
                None,
            ),
            (
                "2026-11-04",
                None,
                "5000.50",
                'ТОВ "АЛЬТЕП"',
                "UA903052992990004149123456780",
                "37654123",
                "Передоплата зг. рах. 12",
                "78",
                None,
            ),
        ),
        asked=(),
    ),
    Dialect(
        "de_savings_bank",
        "cp1252",
        """\
"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
"DE12500105170648489890";"30.12.26";"31.12.26";"GUTSCHR. UEBERWEISUNG";"Rechnung 4711 für Müller";"";"";"E2E-1";"";"";"";"Müller GmbH";"DE89370400440532013000";"COBADEFFXXX";"1.250,00";"EUR";"Umsatz gebucht"
"DE12500105170648489890";"29.12.26";"29.12.26";"FOLGELASTSCHRIFT";"Strom Dezember";"DE98ZZZ09999999999";"M-1";"E2E-2";"";"";"";"Stadtwerke";"DE02120300000000202051";"BYLADEM1001";"-89,90";"EUR";"Umsatz gebucht"
""",
        head=("DE12500105170648489890", "EUR", None, None),
        lines=(
            (
                "2026-12-30",
                "2026-12-31",
                "1250.00",
                "Müller GmbH",
                "DE89370400440532013000",
                None,
                "Rechnung 4711 für Müller",
                "E2E-1",
                None,
            ),
            (
                "2026-12-29",
                "2026-12-29",
                "-89.90",
                "Stadtwerke",
                "DE02120300000000202051",
                None,
                "Strom Dezember",
                "E2E-2",
                None,
            ),
        ),
        asked=(),
    ),
    Dialect(
        "de_card_with_pending",
        "utf-8-sig",
        """\
"Girokonto";"DE98120300001234567890"
""
"Kontostand vom 03.02.2026:";"1.234,56 €"
""
"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"
"02.02.26";"02.02.26";"Gebucht";"Max Mustermann";"REWE Markt";"Einkauf";"Ausgang";"DE89370400440532013000";"-23,45";"";"";""
"01.02.26";"01.02.26";"Gebucht";"ACME AG";"Max Mustermann";"Lohn Januar";"Eingang";"DE02120300000000202051";"2.500";"";"";"4711"
"03.02.26";"";"Vorgemerkt";"Max Mustermann";"Tankstelle";"VISA";"Ausgang";"";"-50";"";"";""
""",
        head=("DE98120300001234567890", "EUR", None, "1234.56"),
        lines=(
            (
                "2026-02-02",
                "2026-02-02",
                "-23.45",
                "REWE Markt",
                "DE89370400440532013000",
                None,
                "Einkauf",
                None,
                None,
            ),
            (
                "2026-02-01",
                "2026-02-01",
                "2500.00",
                "ACME AG",
                "DE02120300000000202051",
                None,
                "Lohn Januar",
                "4711",
                None,
            ),
            ("2026-02-03", None, "-50.00", "Tankstelle", None, None, "VISA", None, None),
        ),
        asked=(),
    ),
    Dialect(
        "pl_with_preamble",
        "cp1250",
        """\
mBank S.A. Bankowość Detaliczna;
Skrytka Pocztowa 2108;

#Klient;
JAN KOWALSKI;

Lista operacji;

#Za okres:;
01.10.2026;31.10.2026;

#zgodnie z wybranymi rachunkami:;
eKonto - 25114020040000300201355387;

#Waluta;#Wpływy;#Wydatki;
PLN;5 000,00;-150,50;

#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;
2026-10-03;2026-10-03;PRZELEW ZEWNĘTRZNY PRZYCHODZĄCY;"FAKTURA 1/10";"ŻÓŁĆ SP. Z O.O.";'10203040506070809010111213';5 000,00;6 000,00;
2026-10-05;2026-10-06;ZAKUP PRZY UŻYCIU KARTY;"SKLEP SPOŻYWCZY";"";'';-150,50;5 849,50;

;;;;;;#Saldo końcowe;5 849,50 PLN;
""",
        head=("25114020040000300201355387", "PLN", "1000.00", "5849.50"),
        lines=(
            (
                "2026-10-03",
                None,
                "5000.00",
                "ŻÓŁĆ SP. Z O.O.",
                None,
                None,
                "FAKTURA 1/10",
                None,
                None,
            ),
            ("2026-10-06", None, "-150.50", None, None, None, "SKLEP SPOŻYWCZY", None, None),
        ),
        asked=(),
    ),
    Dialect(
        "pl_unnamed_columns",
        "cp1250",
        """\
"Data operacji","Data waluty","Typ transakcji","Kwota","Waluta","Saldo po transakcji","Opis transakcji","","",""
"2026-05-04","2026-05-04","Przelew na konto","+1200.00","PLN","+3200.00","Rachunek nadawcy: 12 3456 7890 1234 5678 9012 3456","Nazwa nadawcy: ABC","Tytuł: czynsz",""
"2026-05-03","2026-05-02","Płatność kartą","-45.99","PLN","+2000.00","Tytuł: 0001","Lokalizacja: Kraków","",""
""",
        head=(None, "PLN", "2045.99", "3200.00"),
        lines=(
            (
                "2026-05-04",
                "2026-05-04",
                "1200.00",
                None,
                None,
                None,
                "Rachunek nadawcy: 12 3456 7890 1234 5678 9012 3456 Nazwa nadawcy: ABC Tytuł: czynsz",
                None,
                None,
            ),
            (
                "2026-05-03",
                "2026-05-02",
                "-45.99",
                None,
                None,
                None,
                "Tytuł: 0001 Lokalizacja: Kraków",
                None,
                None,
            ),
        ),
        asked=(),
    ),
    Dialect(
        "en_app_with_fees",
        "utf-8",
        """\
Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD_PAYMENT,Current,2026-01-02 10:00:00,2026-01-03 11:00:00,Lidl,-12.34,0.00,EUR,COMPLETED,87.66
TRANSFER,Current,2026-01-04 10:00:00,2026-01-04 10:00:01,To Anna,-20.00,0.50,EUR,COMPLETED,67.16
TOPUP,Current,2026-01-05 10:00:00,2026-01-05 10:00:01,Top-Up,100.00,0.00,EUR,COMPLETED,167.16
CARD_PAYMENT,Current,2026-01-06 10:00:00,,Uber,-9.00,0.00,EUR,PENDING,
CARD_PAYMENT,Current,2026-01-06 10:00:00,,Uber,-9.00,0.00,EUR,REVERTED,
""",
        head=(None, "EUR", "100.00", "167.16"),
        lines=(
            ("2026-01-03", None, "-12.34", None, None, None, "Lidl", None, None),
            ("2026-01-04", None, "-20.50", None, None, None, "To Anna", None, None),
            ("2026-01-05", None, "100.00", None, None, None, "Top-Up", None, None),
            ("2026-01-06", None, "-9.00", None, None, None, "Uber", None, None),
        ),
        asked=(),
    ),
    Dialect(
        "us_checking",
        "utf-8",
        """\
Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
DEBIT,10/09/2026,"ORIG CO NAME:GUSTO",-1500.00,ACH_DEBIT,8500.00,,
CREDIT,10/08/2026,"DEPOSIT",3000.00,DEPOSIT,10000.00,,
CHECK,10/07/2026,"CHECK 1001",-200.00,CHECK_PAID,7000.00,1001,
""",
        head=(None, None, "7200.00", "8500.00"),
        lines=(
            ("2026-10-09", None, "-1500.00", None, None, None, "ORIG CO NAME:GUSTO", None, None),
            ("2026-10-08", None, "3000.00", None, None, None, "DEPOSIT", None, None),
            ("2026-10-07", None, "-200.00", None, None, None, "CHECK 1001", "1001", None),
        ),
        asked=("day_order",),
    ),
    Dialect(
        "uk_sort_code",
        "utf-8",
        """\
Number,Date,Account,Amount,Subcategory,Memo
,03/02/2026,20-00-00 12345678,-12.50,CASH,"TESCO  ON 02 FEB"
,02/02/2026,20-00-00 12345678,100.00,FT,"SALARY"
,30/01/2026,20-00-00 12345678,-5.00,DD,"NETFLIX"
""",
        head=("20-00-0012345678", None, None, None),
        lines=(
            ("2026-02-03", None, "-12.50", None, None, None, "TESCO  ON 02 FEB", None, None),
            ("2026-02-02", None, "100.00", None, None, None, "SALARY", None, None),
            ("2026-01-30", None, "-5.00", None, None, None, "NETFLIX", None, None),
        ),
        asked=(),
    ),
    Dialect(
        "nl_with_direction",
        "utf-8",
        """\
"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"
"20260105";"Albert Heijn";"NL20INGB0001234567";"";"BA";"Af";"23,45";"Betaalautomaat";"Pasvolgnr: 001";"976,55";""
"20260104";"J. Jansen";"NL20INGB0001234567";"NL91ABNA0417164300";"GT";"Bij";"150,00";"Online bankieren";"Naam: J. Jansen Omschrijving: huur";"1000,00";""
""",
        head=("NL20INGB0001234567", "EUR", "850.00", "976.55"),
        lines=(
            (
                "2026-01-05",
                None,
                "-23.45",
                "Albert Heijn",
                None,
                None,
                "Pasvolgnr: 001",
                None,
                None,
            ),
            (
                "2026-01-04",
                None,
                "150.00",
                "J. Jansen",
                "NL91ABNA0417164300",
                None,
                "Naam: J. Jansen Omschrijving: huur",
                None,
                None,
            ),
        ),
        asked=(),
    ),
    Dialect(
        "fr_two_columns",
        "cp1252",
        """\
Crédit Agricole;;;
Compte n° 00012345678 EUR;;;
Solde au 31/01/2026;1 234,56 €;;
Date;Date valeur;Libellé;Débit euros;Crédit euros
03/01/2026;04/01/2026;"PRLV EDF
CLIENT 123";45,00;
02/01/2026;02/01/2026;VIREMENT REÇU;;1 200,00
""",
        head=("00012345678", "EUR", None, "1234.56"),
        lines=(
            (
                "2026-01-03",
                "2026-01-04",
                "-45.00",
                None,
                None,
                None,
                "PRLV EDF CLIENT 123",
                None,
                None,
            ),
            ("2026-01-02", "2026-01-02", "1200.00", None, None, None, "VIREMENT REÇU", None, None),
        ),
        asked=(),
    ),
    Dialect(
        "es_with_value_date",
        "utf-8",
        """\
Titular: JUAN PEREZ
IBAN: ES9121000418450200051332

Fecha;Fecha valor;Concepto;Movimiento;Importe;Divisa;Disponible;Observaciones
05/03/2026;05/03/2026;Pago con tarjeta;Mercadona;-23,10;EUR;976,90;x
04/03/2026;04/03/2026;Nómina;Transferencia;1.000,00;EUR;1.000,00;y
""",
        head=("ES9121000418450200051332", "EUR", None, None),
        lines=(
            (
                "2026-03-05",
                "2026-03-05",
                "-23.10",
                None,
                None,
                None,
                "Pago con tarjeta",
                None,
                None,
            ),
            ("2026-03-04", "2026-03-04", "1000.00", None, None, None, "Nómina", None, None),
        ),
        asked=(),
    ),
)
