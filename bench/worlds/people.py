"""Customers, and the names under which their money arrives."""

from dataclasses import dataclass, replace

from bench.worlds import names
from bench.worlds.dice import Dice
from bench.worlds.records import Customer

BANKS = (
    ("АТ «ПЕРШИЙ ОЩАДНИЙ»", "14305909"), ("АТ «МОНОЛІТ БАНК»", "21322127"),
    ("ПАТ АКБ «ДНІСТЕР»", ""), ("АТ «КРЕДИТ ЗАХІД»", "09807856"),
)  # fmt: skip
_DIALS = ("050", "063", "066", "067", "068", "073", "093", "095", "096", "097", "098", "099")


@dataclass(frozen=True, slots=True)
class Payer:
    """A name as the bank or provider shows it; `family` and `given` where they can be read."""

    shown: str
    tax_id: str
    family: str
    given: str = ""


def make_customer(
    dice: Dice, west: float, *, company: float, trader: float, of_town: bool = False
) -> Customer:
    """Return a new customer; `west` is how often one is Polish or English."""
    kind = dice.weighted(
        (("company", company), ("trader", trader), ("person", 1 - company - trader))
    )
    phone = "+38" + dice.pick(_DIALS) + dice.digits(7)
    western = dice.chance(west)
    if kind == "company":
        return _company(dice, phone, western=western)
    if western:
        return _westerner(dice, phone)
    woman = dice.chance(0.5)
    base = dice.pick(names.OF_TOWN if of_town else names.SURNAMES)
    surname = names.of_her(base) if woman else base
    given = dice.pick(names.WOMEN if woman else names.MEN)
    patronymic = dice.pick(names.FATHERS)[woman]
    shown = _shown(dice, kind, (surname, given[0], given[1], patronymic))
    tells = dice.chance(0.55 if kind == "trader" else 0.08)
    tax_id = dice.digits(10)
    return Customer(kind, base, surname, given[0], patronymic, shown, phone, tax_id, tells)


def _shown(dice: Dice, kind: str, name: tuple[str, str, str, str]) -> str:
    surname, given, russian_given, patronymic = name
    if kind == "trader":
        return dice.weighted(
            (
                (f"ФОП {surname} {given} {patronymic}", 5),
                (f"ФОП {surname} {given[0]}.{patronymic[0]}.", 2),
                (f"{surname} {given} ФОП", 2),
                (f"ФОП {surname}", 0.5),
            )
        )
    return dice.weighted(
        (
            (f"{surname} {given}", 5),
            (f"{given} {surname}", 5),
            (f"{surname} {given} {patronymic}", 3),
            (f"{russian_given} {names.russian(surname)}", 0.7),
            (f"{names.latin(given)} {names.latin(surname)}", 0.4),
            (given, 0.2),
            (f"{given} {surname} (повторний)", 0.1),
        )
    )


def _westerner(dice: Dice, phone: str) -> Customer:
    polish, woman = dice.chance(0.6), dice.chance(0.5)
    base = dice.pick(names.POLISH if polish else names.ENGLISH)
    surname = names.of_her(base) if woman else base
    given = dice.pick((names.POLISH_GIVEN if polish else names.ENGLISH_GIVEN)[woman])
    shown = dice.weighted(
        (
            (f"{given} {surname}", 5),
            (f"{surname} {given}", 2),
            (f"{names.latin(given)} {names.latin(surname)}", 2),
            (f"{'Pan' if polish else 'Mr'}{'i' * (polish and woman)} {surname}", 0.3),
        )
    )
    return Customer(
        "person", base, surname, given, "", shown, phone, dice.digits(10), tells_tax_id=False
    )


def _company(dice: Dice, phone: str, *, western: bool) -> Customer:
    if western:
        base = dice.pick(names.WESTERN_COMPANIES)
        legal = dice.pick(("Sp. z o.o.", "Ltd", "LLC", "S.A."))
        shown = f"{base} {legal}"
    else:
        base = dice.pick(names.COMPANIES) + dice.pick(names.TAILS)
        if dice.chance(0.25):
            base += f"-{dice.between(3, 99)}"
        legal = dice.pick(names.LEGAL)
        shown = dice.weighted(
            ((f'{legal} "{base}"', 4), (f"{legal} «{base}»", 2), (f"{base} {legal}", 2), (base, 2))
        )
    tells = dice.chance(0.65)
    return Customer("company", base, legal, "", "", shown, phone, dice.digits(8), tells)


def payer_at_bank(dice: Dice, who: Customer, odd: float = 1.0) -> Payer:
    """Return how a bank names the customer who pays himself; `odd` weighs odd spellings."""
    tax_id = who.tax_id if who.kind != "person" or dice.chance(0.55) else ""
    if who.kind == "company":
        return Payer(_company_at_bank(dice, who), tax_id, who.family)
    given, patronymic = who.given, who.patronymic or who.given
    initials = f"{given[0]}." + (f"{patronymic[0]}." if who.patronymic else "")
    full = " ".join(filter(None, (who.surname, given, who.patronymic)))
    short = f"{who.surname} {initials}".upper()
    form = dice.weighted(
        (
            (full.upper(), 4),
            (full, 3),
            (f"{who.surname} {given}".upper(), 3),
            (short, 1.3 * odd),
            (f"{names.latin(who.surname)} {names.latin(given)}".upper(), 0.7 * odd),
            (f"{names.careless_latin(given)} {names.careless_latin(who.surname)}", 0.1 * odd),
        )
    )
    told = given[0] if form == short else given
    if who.kind == "trader" and dice.chance(0.9):
        form = dice.pick(("ФОП ", "ФОП ", "ФОП ", "Фізична особа-підприємець ")) + form
    return Payer(form, tax_id, who.family, told)


def _company_at_bank(dice: Dice, who: Customer) -> str:
    legal, base = who.surname, who.family
    if legal not in names.LEGAL_LONG:
        return f"{base} {legal}".upper() if dice.chance(0.7) else f"{base} {legal}"
    return dice.weighted(
        (
            (f'{legal} "{base.upper()}"', 5),
            (f"{legal} «{base}»", 2),
            (f'{names.LEGAL_LONG[legal]} "{base.upper()}"', 2),
            (f"{base.upper()} {legal}", 1),
        )
    )


def another_payer(
    dice: Dice, who: Customer, *, spouses: bool = False, sisters: bool = False
) -> Payer:
    """Return somebody who pays for the customer: a relative, another firm, a bank."""
    if who.kind == "company":
        other = _company(dice, "", western=who.surname not in names.LEGAL_LONG)
        if sisters and dice.chance(0.5):
            legal = dice.pick([each for each in names.LEGAL if each != who.surname])
            other = replace(other, surname=legal, family=who.family)
            return Payer(_company_at_bank(dice, other), other.tax_id, who.family)
        return Payer(_company_at_bank(dice, other), other.tax_id, "")
    relation = dice.weighted(
        (("family", 30 if spouses else 3), ("stranger", 2), ("bank", 3), ("firm", 1))
    )
    if relation == "bank":
        return Payer(*dice.pick(BANKS), "")
    if relation == "firm":
        other = _company(dice, "", western=False)
        return Payer(_company_at_bank(dice, other), other.tax_id, "")
    other = make_customer(dice, 0, company=0, trader=0.1)
    if relation == "stranger" or not who.patronymic:
        return Payer(payer_at_bank(dice, other).shown, other.tax_id, "")
    woman = not who.surname.endswith(("а", "я")) or dice.chance(0.5)
    surname = names.of_her(who.family) if woman else who.family
    given = dice.pick(names.WOMEN if woman else names.MEN)[0]
    shown = f"{surname} {given} {dice.pick(names.FATHERS)[woman]}"
    return Payer(shown.upper() if dice.chance(0.5) else shown, "", who.family)


def payer_by_card(dice: Dice, who: Customer, *, named: float, other: float) -> Payer:
    """Return the holder's name as a gateway passes it on, often none."""
    if not dice.chance(named):
        return Payer("", "", "")
    if who.kind == "company":
        return Payer(who.shown, "", who.family)
    surname, family, told = who.surname, who.family, who.given
    if dice.chance(other):
        surname, family, told = dice.pick(names.SURNAMES), "", ""
    spell = names.careless_latin if dice.chance(0.15) else names.latin
    return Payer(f"{spell(who.given)} {spell(surname)}".upper(), "", family, told)


def payer_at_courier(dice: Dice, who: Customer, *, named: float, masked: bool = False) -> Payer:
    """Return the receiver's name on a parcel or in a marketplace's report."""
    if not dice.chance(named):
        return Payer("", "", "")
    if who.kind == "company":
        return Payer(who.shown, "", who.family)
    if masked:
        return Payer(f"{who.given} {who.surname[0]}.", "", "")
    return Payer(f"{who.surname} {who.given}", "", who.family, who.given)
