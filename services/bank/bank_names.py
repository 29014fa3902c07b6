"""What people call an account at a bank: the bank's name and the end of the number."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.accounts import LANGUAGES

TAIL = 4
"""People tell their accounts apart by so many last digits."""
_LENGTH_MAX = 40
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_IBAN_OF_UKRAINE = re.compile(r"UA\d{2}(\d{6})[0-9A-Z]{19}")
_QUOTED = re.compile(r"""["«»“”„']+""")
_LEGAL = re.compile(
    r"(?i)\b(?:публічне|приватне|акціонерне|товариство|комерційний|акционерное|общество"
    r"|пуат|пат|ат|акб|кб|аб|пао|оао|ао|pjsc|jsc|cb)\b\.?"
)
_BANK = "BANK"
"""A word of eight capitals that has this in it is a name and no BIC: "SWEDBANK"."""
_TOLD_AS_CODE = re.compile(r"[\W\d_]*")


@dataclass(frozen=True, slots=True)
class _Known:
    latin: str
    cyrillic: str
    bic: str | None
    """Its first four letters, the same for all branches; None where it has no well-known one."""
    numbers: tuple[str, ...] = ()
    """Its numbers within a Ukrainian IBAN, by the National Bank's directory."""
    said: tuple[str, ...] = ()
    """Parts of its name in small letters, as banks and interfaces write it."""

    @property
    def names(self) -> Mapping[str, str]:
        """Give its name in each language."""
        return {each: self.latin if each == "en" else self.cyrillic for each in LANGUAGES}

    def is_said_in(self, small: str) -> bool:
        """Tell whether words in small letters have its name: "revolut_revogb21" has one."""
        return any(re.search(rf"(?<![^\W\d_]){part}(?![^\W\d_])", small) for part in self.said)


_KNOWN = (
    _Known("PrivatBank", "ПриватБанк", "PBAN", ("305299",), ("приватбанк", "privatbank")),
    _Known("monobank", "monobank", "UNJS", ("322001",), ("monobank", "монобанк", "універсал банк",
           "универсал банк", "universal bank")),
    _Known("Oschadbank", "Ощадбанк", "COSB", ("300465",), ("ощадбанк", "oschadbank",
           "державний ощадний")),
    _Known("Ukreximbank", "Укрексімбанк", "EXBS", ("322313",), ("укрексімбанк", "укрэксимбанк",
           "ukreximbank")),
    _Known("Ukrgasbank", "Укргазбанк", "UGAS", ("320478",), ("укргазбанк", "ukrgasbank")),
    _Known("Raiffeisen", "Райффайзен", "AVAL", ("300335", "380805"), ("райффайзен банк",
           "raiffeisen bank ukraine", "райффайзен банк аваль")),
    _Known("PUMB", "ПУМБ", "FUIB", ("334851",), ("пумб", "перший український міжнародний",
           "first ukrainian international")),
    _Known("Sense Bank", "Сенс Банк", "ALFA", ("300346",), ("сенс банк", "sense bank")),
    _Known("UKRSIBBANK", "УКРСИББАНК", "KHAB", ("351005",), ("укрсиббанк", "ukrsibbank")),
    _Known("OTP Bank", "ОТП Банк", "OTPV", ("300528",), ("отп банк", "otp bank")),
    _Known("Crédit Agricole", "Креді Агріколь", "AGRI", ("300614",), ("креді агріколь",
           "креди агриколь", "credit agricole", "crédit agricole")),
    _Known("Kredobank", "Кредобанк", "WUCB", ("325365",), ("кредобанк", "kredobank")),
    _Known("Pivdennyi", "Південний", "PIVD", ("328209",), ("банк південний", "pivdennyi")),
    _Known("TASKOMBANK", "Таскомбанк", "TASB", ("339500",), ("таскомбанк", "taskombank")),
    _Known("A-Bank", "А-Банк", None, ("307770",), ("акцент-банк", "а-банк", "a-bank")),
    _Known("ProCredit Bank", "ПроКредит Банк", "MIBR", ("320984",), ("прокредит", "procredit")),
    _Known("Vostok Bank", "Банк Восток", None, ("307123",), ("банк восток", "bank vostok")),
    _Known("Wise", "Wise", "TRWI", (), ("wise", "transferwise")),
    _Known("Revolut", "Revolut", "REVO", (), ("revolut",)),
)  # fmt: skip
_BY_BIC = {each.bic: each for each in _KNOWN if each.bic is not None}
_BY_NUMBER = {number: each for each in _KNOWN for number in each.numbers}


def has_number(number: str) -> bool:
    """Tell an account's number from the few digits that stand in for one that no file told."""
    return len(number) >= TAIL or not number.isdecimal()


def bank_names(bank: str | None, number: str) -> Mapping[str, str] | None:
    """Give a bank's name in each language; None where neither the file nor the number tells it.

    Args:
        bank: what the file has of the bank: its name, its BIC, a number.
        number: the account's, without spaces.
    """
    if (iban := _IBAN_OF_UKRAINE.fullmatch(number)) and iban[1] in _BY_NUMBER:
        return _BY_NUMBER[iban[1]].names
    if bank is None:
        return None
    told = " ".join(_QUOTED.sub(" ", bank).split())
    known = next((each for each in _KNOWN if each.is_said_in(told.lower())), None)
    if known is None and _BIC.fullmatch(told):
        known = _BY_BIC.get(told[:4])
        if known is None and _BANK not in told:
            return None
    if known is not None:
        return known.names
    plain = " ".join(_LEGAL.sub(" ", told).split())[:_LENGTH_MAX].strip(" ,.-")
    return None if _TOLD_AS_CODE.fullmatch(plain) else dict.fromkeys(LANGUAGES, plain)


def account_names(
    bank: str | None, number: str, currency: str, taken: Iterable[Mapping[str, str]]
) -> Mapping[str, str] | None:
    """Give what an account is called in each language; None where nothing tells it apart.

    Args:
        bank: what the file has of the bank.
        number: the account's, without spaces, or what stands in for one.
        currency: the account's; it is named where one number has several.
        taken: the names that other accounts have.
    """
    names = bank_names(bank, number)
    if has_number(number):
        known = names or {"en": "Bank", "uk": "Банк", "ru": "Банк"}
        names = {each: f"{name} ·{number[-TAIL:]}" for each, name in known.items()}
    if names is None:
        return None
    there = {name for each in taken for name in each.values()}
    if there.isdisjoint(names.values()):
        return names
    further = {each: f"{name} {currency}" for each, name in names.items()}
    return further if there.isdisjoint(further.values()) else None
