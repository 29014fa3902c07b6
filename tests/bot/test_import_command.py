import json
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.command_line.main import main
from tests.sources.bad_files import BAD_FILES
from tests.sources.test_packed_tables import packed, workbook

IBAN = "UA213223130000026007233566001"
STATEMENT = f"""\
Рахунок;Дата операції;Сума;Валюта;Залишок;Контрагент;Призначення платежу
{IBAN};03.11.2026;-250,00;UAH;750,00;ФОП Коваль;Виклик майстра
{IBAN};04.11.2026;1000,00;UAH;1750,00;ТОВ Альтеп;Оплата зг. рах. 12
"""
LATER = STATEMENT + f"{IBAN};05.11.2026;-50,00;UAH;1700,00;;Комісія банку\n"
NO_ACCOUNT = "Date,Amount,Currency,Description\n2026-11-03,-250.00,UAH,Callout\n"
NO_ACCOUNT += "2026-11-04,90.00,UAH,Refund\n"
UNCLEAR = "Date,Amount,Description\n03/04/2026,-250.00,Callout\n"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Commands read .env and the environment of where they run, so a test runs them elsewhere.
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)


def tilly(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["import", *arguments], env=environment)


def written(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def told(shown: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in shown.stdout.splitlines()]


def reason_of(answer: dict[str, object]) -> object:
    refused = answer["refused"]
    return refused.get("reason") if isinstance(refused, dict) else None


def test_a_dry_run_tells_every_field_and_needs_no_books() -> None:
    shown = tilly(written("may.csv", STATEMENT), "--dry-run", "--json")
    (statement,) = told(shown)
    lines = statement.pop("lines")
    assert isinstance(lines, list)
    assert shown.exit_code == 0
    assert statement == {
        "file": "may.csv", "format": "csv", "account": IBAN, "currency": "UAH",
        "opening": "1000.00", "closing": "1750.00", "opened_on": "2026-11-03",
        "closed_on": "2026-11-04", "number": None, "bank": None, "owner": None,
        "difference": "0.00", "spoiled": [],
    }  # fmt: skip
    assert lines[0] == {
        "booked_on": "2026-11-03", "valued_on": None, "occurred_at": None, "amount": "-250.00",
        "currency": "UAH", "counterparty": "ФОП Коваль", "counterparty_account": None,
        "counterparty_tax_id": None, "purpose": "Виклик майстра", "reference": None,
        "external_id": None, "code": None, "is_pending": False, "balance": "750.00",
    }  # fmt: skip


def test_what_a_library_prints_of_a_broken_workbook_is_not_among_the_json() -> None:
    with zipfile.ZipFile(BytesIO(workbook(("Date", "Amount")))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    styles = files["xl/styles.xml"]
    begin, end = styles.index(b"<cellStyleXfs"), styles.index(b"</cellStyleXfs>")
    files["xl/styles.xml"] = styles[:begin] + b"<cellStyleXfs>" + styles[end:]
    Path("broken.xlsx").write_bytes(packed(files))
    shown = tilly("broken.xlsx", "--dry-run", "--json")
    assert told(shown)
    assert "out of range" in shown.stderr


def test_a_dry_run_for_people_is_short() -> None:
    shown = tilly(written("may.csv", STATEMENT), "--dry-run")
    assert "may.csv: csv, account UA2132" in shown.output
    assert "2026-11-03 -250.00 UAH  ФОП Коваль  Виклик майстра" in shown.output
    assert "1000.00 UAH → 1750.00 UAH" in shown.output


ONE_BAD_LINE = (
    ":20:1\n:25:NL81ASNB9999999999\n:28C:1/1\n:60F:C240101EUR0,00\n"
    ":61:240131C1,00NTRF1\n:61:240231C2,00NTRF2\n:62F:C240131EUR3,00\n-\n"
)


def test_people_are_told_which_line_is_bad_and_what_it_leaves_open(shop_url: str) -> None:
    name = written("bad.sta", ONE_BAD_LINE)
    for shown in (tilly(name, "--dry-run"), tilly(name, DATABASE_URL=shop_url)):
        first, *others = shown.stdout.splitlines()
        assert first.endswith("1 unreadable")
        assert "  line 2 can't be read: day '240231'" in others
        assert "  0.00 EUR → 3.00 EUR" in others
        assert "  its own lines and balances are 2.00 EUR apart" in others


def test_all_statements_of_all_files_are_told() -> None:
    with zipfile.ZipFile("both.zip", "w") as archive:
        archive.writestr("one.csv", STATEMENT)
        archive.writestr("notes.txt", "nothing of an account")
        archive.writestr("two.csv", NO_ACCOUNT)
    shown = tilly("both.zip", written("may.csv", STATEMENT), "--dry-run", "--json")
    assert [each["account"] for each in told(shown)] == [IBAN, None, IBAN]


def test_a_refused_file_does_not_keep_others_from_being_read() -> None:
    bad = written("bad.txt", "hello")
    shown = tilly(bad, written("may.csv", STATEMENT), "--dry-run", "--json")
    refused, good = told(shown)
    assert shown.exit_code == 1
    assert refused["file"] == "bad.txt"
    assert refused["refused"] == {"reason": "unknown", "detail": "it begins b'hello'"}
    assert good["account"] == IBAN


def test_what_is_wrong_is_said_with_what_to_do() -> None:
    shown = tilly(written("bad.txt", "hello"), "--dry-run")
    assert shown.exit_code == 1
    assert shown.stderr.startswith("bad.txt is not imported: its kind is not known here.\n")
    assert "Export the statement as" in shown.stderr


def test_a_file_of_300_megabytes_is_refused_before_it_is_read() -> None:
    with Path("decade.csv").open("wb") as file:
        file.truncate(300 << 20)
    tracemalloc.start()
    shown = tilly("decade.csv", "--dry-run", "--json")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    (answer,) = told(shown)
    assert (shown.exit_code, reason_of(answer)) == (1, "too-large")
    assert peak < 100 << 20
    assert "too large" in tilly("decade.csv", "--dry-run").stderr


@pytest.mark.parametrize("name", BAD_FILES)
def test_each_bad_file_is_refused_for_what_is_wrong_with_it(name: str) -> None:
    content, reason = BAD_FILES[name]
    Path(name).write_bytes(content)
    shown = tilly(name, "--dry-run", "--json")
    (answer,) = told(shown)
    assert (shown.exit_code, reason_of(answer)) == (1, reason)


def test_what_is_open_is_shown_in_a_dry_run() -> None:
    (statement,) = told(tilly(written("u.csv", UNCLEAR), "--dry-run", "--json"))
    assert statement["open"] == [{"question": "day_order", "options": ["dmy", "mdy"]}]


def test_what_is_answered_is_open_no_more() -> None:
    name = written("u.csv", UNCLEAR)
    (statement,) = told(tilly(name, "--dry-run", "--json", "--answer", "day_order=mdy"))
    assert "open" not in statement
    assert "2026-03-04" in json.dumps(statement)
    assert tilly(name, "--answer", "nonsense").exit_code == 2


def test_nothing_open_is_imported(shop_url: str) -> None:
    shown = tilly(written("u.csv", UNCLEAR), DATABASE_URL=shop_url)
    assert shown.exit_code == 1
    assert "day_order (dmy or mdy)" in shown.stderr
    assert "--answer" in shown.stderr


def test_a_statement_goes_into_the_books_once(shop_url: str) -> None:
    first = told(tilly(written("may.csv", STATEMENT), "--json", DATABASE_URL=shop_url))[0]
    again = told(tilly(written("june.csv", LATER), "--json", DATABASE_URL=shop_url))[0]
    assert (first["new"], first["known"], first["agrees"]) == (2, 0, True)
    assert (again["new"], again["known"], again["agrees"]) == (1, 2, True)
    assert again["books"] == again["closing"] == "1700.00"
    proof = CliRunner().invoke(main, ["verify"], env={"DATABASE_URL": shop_url})
    assert proof.output == "The books hold.\n"


def test_what_became_of_a_file_is_told_to_people(shop_url: str) -> None:
    shown = tilly(written("may.csv", STATEMENT), DATABASE_URL=shop_url)
    assert f"({IBAN}, UAH): 2 new, 0 known" in shown.output
    assert "1000.00 UAH → 1750.00 UAH" in shown.output
    assert "agrees with the books" in shown.output


def test_a_file_that_does_not_say_whose_it_is_needs_an_account(shop_url: str) -> None:
    name = written("n.csv", NO_ACCOUNT)
    tilly(written("may.csv", STATEMENT), DATABASE_URL=shop_url)
    asked = tilly(name, DATABASE_URL=shop_url)
    assert asked.exit_code == 1
    assert f"--account 1 is {IBAN} in UAH" in asked.output
    (done,) = told(tilly(name, "--account", "1", "--json", DATABASE_URL=shop_url))
    assert (done["account"], done["new"]) == (IBAN, 2)
    assert tilly(name, "--account", "99", DATABASE_URL=shop_url).exit_code == 2


def test_no_books_and_no_shop_are_said(tmp_path: Path, sqlite_url: str) -> None:
    name = written("may.csv", STATEMENT)
    nowhere = tilly(name, DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path}/none.db")
    assert (nowhere.exit_code, "There are no books" in nowhere.output) == (1, True)
    empty = tilly(name, DATABASE_URL=sqlite_url)
    assert (empty.exit_code, "The shop is not set up yet" in empty.output) == (1, True)


PAYMENTS = """\
payment_id,provider,order_ref,created_at,gross,fee
EA1,easycard,27520,2026-11-14T18:34:33,332.00,4.98
EA2,easycard,27521,2026-11-15T18:34:33,x,0
"""
PARCELS = "TTN,Handed over,Collected\n1,2026-11-14,250.00\n"
MAPPING = {
    "name": "parcels", "kind": "payment", "constants": {"currency": "UAH"},
    "columns": {"id": "TTN", "happened_at": "Handed over", "money": "Collected"},
}  # fmt: skip


def test_a_report_goes_into_the_books_once(shop_url: str, tmp_path: Path) -> None:
    file = tmp_path / "payments.csv"
    file.write_text(PAYMENTS, encoding="utf-8")
    shown = tilly(str(file), "--dry-run", "--json")
    first = json.loads(shown.stdout.splitlines()[0])
    assert (first["key"], first["amount"]) == ("payment:file.easycard:EA1", "332.00")
    told = json.loads(tilly(str(file), "--json", DATABASE_URL=shop_url).stdout)
    assert (told["new"], told["spoiled"]) == (1, 1)
    again = tilly(str(file), DATABASE_URL=shop_url)
    assert "1 known" in again.output


def test_a_mapping_is_kept_for_later_reports(shop_url: str, tmp_path: Path) -> None:
    report, mapping = tmp_path / "parcels.csv", tmp_path / "parcels.json"
    report.write_text(PARCELS, encoding="utf-8")
    mapping.write_text(json.dumps(MAPPING), encoding="utf-8")
    taken = tilly(str(report), "--mapping", str(mapping), DATABASE_URL=shop_url)
    assert "1 new" in taken.output
    assert "1 known" in tilly(str(report), DATABASE_URL=shop_url).output
    mapping.write_text("{}", encoding="utf-8")
    assert tilly(str(report), "--mapping", str(mapping)).exit_code == 2


ONE_C = """1CClientBankExchange
ВерсияФормата=1.03
Кодировка=Windows
РасчСчет=26007233566001
СекцияРасчСчет
ДатаНачала=05.11.2026
ДатаКонца=06.11.2026
РасчСчет=26007233566001
НачальныйОстаток=1750.00
КонечныйОстаток=1650.50
КонецРасчСчет
СекцияДокумент=Платежное поручение
Номер=15
Дата=05.11.2026
Сумма={amount}
ПлательщикСчет=26007233566001
ДатаСписано=05.11.2026
ПолучательСчет=26004000000001
Получатель=ТОВ Кабанчик
НазначениеПлатежа=Оплата за рахунком 15
КонецДокумента
КонецФайла
"""
"""Of a Ukrainian account: the format has no currency for it."""


def test_a_file_without_a_currency_is_of_the_account_that_has_its_number(shop_url: str) -> None:
    name = written("1c.txt", ONE_C.format(amount="99.50"))
    unknown = tilly(name, DATABASE_URL=shop_url)
    assert unknown.exit_code != 0
    assert "it names account 26007233566001 and no currency" in unknown.stderr
    tilly(written("may.csv", STATEMENT), DATABASE_URL=shop_url)
    (statement,) = told(tilly(name, "--json", DATABASE_URL=shop_url))
    assert statement["account"] == IBAN
    assert (statement["new"], statement["spoiled"]) == (1, [])
    shown = tilly(name, "--account", "1", DATABASE_URL=shop_url)
    assert "0 new, 1 known" in shown.stdout
    assert "agrees with the books" in shown.stdout
    proof = CliRunner().invoke(main, ["verify"], env={"DATABASE_URL": shop_url})
    assert proof.exit_code == 0


def test_parts_of_the_smallest_coin_in_no_currency_are_set_aside(shop_url: str) -> None:
    tilly(written("may.csv", STATEMENT), DATABASE_URL=shop_url)
    shown = tilly(written("1c.txt", ONE_C.format(amount="99.505")), DATABASE_URL=shop_url)
    assert "0 new, 0 known, 1 unreadable" in shown.stdout


def test_a_table_with_nothing_below_its_header_imports_nothing(shop_url: str) -> None:
    head = STATEMENT.splitlines()[0] + "\n"
    shown = tilly(written("none.csv", head), DATABASE_URL=shop_url)
    assert shown.exit_code != 0
    assert "none.csv is not imported" in shown.stderr
    assert "whose account" not in shown.stderr
