"""Lead the owner through set-up: each step is kept in the books, so a restart loses none."""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from ledger.accounts import LANGUAGES, Account, Chart
from ledger.chart_template import parse_chart
from ledger.currencies import DECIMALS
from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from services.messages import Cause
from services.people import Person
from services.ports import Books
from services.posting import shop_of, take_back
from services.shop import Shop

TILLS_MAX = 5
SKIP = "skip"
"""The answer that leaves a name as it is."""
NAME_LENGTH_MAX = 60
_PREFIX = "set-up:"
_OPENING = "equity.opening_balances"


class SetUpStep(enum.StrEnum):
    """What the owner is asked, in this order."""

    LANGUAGE = "language"
    NAME = "name"
    CURRENCY = "currency"
    ZONE = "zone"
    TILLS = "tills"
    TILL_NAME = "till_name"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class SetUpState:
    """Where set-up stands: the step, the account that it is about, the shop so far."""

    step: SetUpStep
    account: Account | None
    shop: Shop


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer cannot be: what of it ("currency", "zone", "amount" …), and what was said."""

    what: str
    text: str


_CITIES = {
    "київ": "Europe/Kyiv", "киев": "Europe/Kyiv", "kiev": "Europe/Kyiv", "львів": "Europe/Kyiv",
    "львов": "Europe/Kyiv", "lviv": "Europe/Kyiv", "одеса": "Europe/Kyiv",
    "одесса": "Europe/Kyiv", "odesa": "Europe/Kyiv", "харків": "Europe/Kyiv",
    "харьков": "Europe/Kyiv", "дніпро": "Europe/Kyiv", "днепр": "Europe/Kyiv",
    "варшава": "Europe/Warsaw", "краків": "Europe/Warsaw", "краков": "Europe/Warsaw",
    "берлін": "Europe/Berlin", "берлин": "Europe/Berlin", "лондон": "Europe/London",
    "прага": "Europe/Prague", "кишинів": "Europe/Chisinau", "кишинёв": "Europe/Chisinau",
    "алматы": "Asia/Almaty", "алмати": "Asia/Almaty", "тбілісі": "Asia/Tbilisi",
    "тбилиси": "Asia/Tbilisi",
}  # fmt: skip


def lay_chart(books: Books, *, till_names: Sequence[str]) -> None:
    """Lay the shop's chart of accounts, with a till for each name; what is there stays."""
    there, template = books.accounts.chart(), _shipped_chart()
    model = next(account for account in template if account.key == "till.1")
    tills = [till_account(model, number, name) for number, name in enumerate(till_names, start=1)]
    wanted = [each for each in template if not (each.is_till and tills)] + tills
    books.accounts.add(*(each for each in wanted if each.key not in there))


@cache
def _shipped_chart() -> tuple[Account, ...]:
    text = files("ledger").joinpath("charts/equipment_shop.toml").read_text(encoding="utf-8")
    return parse_chart(text)


def state_of(books: Books, person: Person) -> SetUpState | None:
    """Say where a person's set-up stands; None when there is none to do."""
    expected = books.expectations.of(person.id)
    if expected is None or not expected.startswith(_PREFIX):
        return None
    step, _, key = expected.removeprefix(_PREFIX).partition(":")
    account = books.accounts.chart()[key] if key else None
    return SetUpState(SetUpStep(step), account, shop_of(books))


def begin(books: Books, person: Person) -> None:
    """Ask the first thing."""
    _expect(books, person, SetUpStep.LANGUAGE)


def answer(books: Books, person: Person, said: str, cause: Cause) -> Refused | None:
    """Take an answer to whatever is asked, but for a balance, and ask on."""
    state = state_of(books, person)
    return None if state is None else _ANSWERS[state.step](books, person, said, cause)


def choose_language(books: Books, person: Person, language: str, cause: Cause) -> Refused | None:
    """Take the shop's and the owner's language, then ask the name."""
    if language not in LANGUAGES:
        return Refused("language", language)
    _change(books, cause, language=language)
    books.people.change(replace(person, language=language))
    _expect(books, person, SetUpStep.NAME)
    return None


def name_shop(books: Books, person: Person, name: str, cause: Cause) -> None:
    """Take the shop's name, then ask the currency."""
    _change(books, cause, name=" ".join(name.split())[:NAME_LENGTH_MAX])
    _expect(books, person, SetUpStep.CURRENCY)


def choose_currency(books: Books, person: Person, code: str, cause: Cause) -> Refused | None:
    """Take the base currency, then ask the zone.

    A code that ISO 4217 lacks is refused, and so is another one than money is recorded in.
    """
    wanted = code.strip().upper()
    if wanted not in DECIMALS:
        return Refused("currency", code)
    kept = shop_of(books).base_currency
    if wanted != kept and books.journal.count():
        return Refused("currency-kept", kept)
    _change(books, cause, base_currency=wanted)
    _expect(books, person, SetUpStep.ZONE)
    return None


def choose_zone(books: Books, person: Person, text: str, cause: Cause) -> Refused | None:
    """Take the shop's zone by its name or a city, then ask how many tills."""
    zone = _zone(text)
    if zone is None:
        return Refused("zone", text)
    _change(books, cause, zone=zone)
    _expect(books, person, SetUpStep.TILLS)
    return None


def choose_tills(books: Books, person: Person, said: str, cause: Cause) -> Refused | None:
    """Make this many tills; ask the first one's name, or its balance when there is one only."""
    if not said.strip().isdecimal() or not 1 <= int(said.strip()[:3]) <= TILLS_MAX:
        return Refused("tills", said)
    chart, wanted = books.accounts.chart(), int(said.strip()[:3])
    for number in range(1, TILLS_MAX + 1):
        _keep_till(books, chart, number, is_wanted=number <= wanted, cause=cause)
    books.audit.record(cause, what="choose_tills", subject="shop", change={"count": wanted})
    _expect(books, person, SetUpStep.TILL_NAME if wanted > 1 else SetUpStep.OPENING, "till.1")
    return None


def name_till(books: Books, person: Person, name: str, cause: Cause) -> None:
    """Name the till that was asked about, or leave its name; then ask the next, or balances."""
    state = state_of(books, person)
    if state is None or state.account is None:
        return
    if name != SKIP:
        said = " ".join(name.split())[:NAME_LENGTH_MAX]
        books.accounts.change(replace(state.account, names=dict.fromkeys(LANGUAGES, said)))
        books.audit.record(
            cause, what="name_till", subject=f"account:{state.account.key}", change={"name": said}
        )
    following = _after(books, state.account)
    if following is not None:
        _expect(books, person, SetUpStep.TILL_NAME, following.key)
    else:
        _expect(books, person, SetUpStep.OPENING, books.accounts.chart().tills[0].key)


def record_opening(books: Books, person: Person, money: Money, cause: Cause) -> bool:
    """Post what the till that was asked about holds; say whether set-up is done with it.

    An opening balance told again replaces the earlier one.
    """
    state = state_of(books, person)
    if state is None or state.account is None:
        return False
    _post_opening(books, state.account, money, cause)
    following = _after(books, state.account)
    if following is not None:
        _expect(books, person, SetUpStep.OPENING, following.key)
        return False
    _change(books, cause, is_ready=True)
    books.expectations.expect(person.id, None)
    return True


def go_back(books: Books, person: Person) -> None:
    """Ask the step before the one that is asked now."""
    state = state_of(books, person)
    if state is None:
        return
    steps = list(SetUpStep)
    place = steps.index(state.step)
    if state.account is not None and state.account.key != "till.1":
        number = int(state.account.key.partition(".")[2]) - 1
        _expect(books, person, state.step, f"till.{number}")
        return
    earlier = steps[max(0, place - 1)]
    if earlier is SetUpStep.TILL_NAME and len(books.accounts.chart().tills) == 1:
        earlier = SetUpStep.TILLS
    _expect(books, person, earlier, "till.1" if earlier is SetUpStep.TILL_NAME else "")


_ANSWERS: dict[SetUpStep, Callable[[Books, Person, str, Cause], Refused | None]] = {
    SetUpStep.LANGUAGE: choose_language,
    SetUpStep.NAME: name_shop,
    SetUpStep.CURRENCY: choose_currency,
    SetUpStep.ZONE: choose_zone,
    SetUpStep.TILLS: choose_tills,
    SetUpStep.TILL_NAME: name_till,
    SetUpStep.OPENING: lambda *_: Refused("amount", ""),
}
"""What takes the answer to each step; a balance is taken by record_opening, as money."""


def _keep_till(books: Books, chart: Chart, number: int, *, is_wanted: bool, cause: Cause) -> None:
    """Have a till open or not; one that is given up gives its opening balance back."""
    key = f"till.{number}"
    if key not in chart:
        if is_wanted:
            books.accounts.add(till_account(chart["till.1"], number, None))
        return
    till = chart[key]
    if till.is_open and not is_wanted:
        _post_opening(books, till, Money.zero(shop_of(books).base_currency), cause)
    if till.is_open != is_wanted:
        books.accounts.change(replace(till, is_open=is_wanted))


def _post_opening(books: Books, account: Account, money: Money, cause: Cause) -> None:
    told = books.journal.of_origin("set-up", f"opening:{account.key}")
    if told and told[-1].reversed_by is None:
        take_back(books, told[-1], cause, booked_on=told[-1].entry.booked_on)
    if not money:
        return
    entry = JournalEntry(
        booked_on=shop_of(books).day_of(cause.at),
        occurred_at=cause.at,
        narration=f"Opening balance: {account.name(shop_of(books).language)}",
        postings=(Posting(account.key, money), Posting(_OPENING, -money)),
        origin=Origin("set-up", f"opening:{account.key}", len(told) + 1),
        replaces=told[-1].number if told else None,
    )
    books.journal.add([entry], cause)


def _after(books: Books, account: Account) -> Account | None:
    tills = books.accounts.chart().tills
    keys = [till.key for till in tills]
    place = keys.index(account.key) + 1 if account.key in keys else len(keys)
    return tills[place] if place < len(tills) else None


def till_account(model: Account, number: int, name: str | None) -> Account:
    """Build a till after the first one, of its kind and numbered on from its code."""
    names = (
        dict.fromkeys(LANGUAGES, name)
        if name
        else {language: f"{model.name(language)} {number}" for language in LANGUAGES}
    )
    code = str(int(model.code) + number - 1) if model.code.isdigit() else f"{model.code}-{number}"
    return Account(f"till.{number}", code, model.type, names)


def _zone(text: str) -> str | None:
    wanted = text.strip().casefold().replace(" ", "_")
    if wanted in _CITIES:
        return _CITIES[wanted]
    for zone in sorted(available_timezones()):
        folded = zone.casefold()
        if folded == wanted or folded.rpartition("/")[2] == wanted:
            return zone
    return None


def _expect(books: Books, person: Person, step: SetUpStep, key: str = "") -> None:
    books.expectations.expect(person.id, f"{_PREFIX}{step}" + (f":{key}" if key else ""))


def _change(books: Books, cause: Cause, **facts: str | bool) -> None:
    books.shop.put(replace(shop_of(books), **facts))  # type: ignore[arg-type]  # named facts
    books.audit.record(cause, what="set_up_shop", subject="shop", change=facts)
