"""Keys to banks' interfaces, as the environment gives them; they are kept nowhere else."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, SecretStr, model_validator
from pydantic_settings import BaseSettings

from bot.setting_types import Address


def listed(value: SecretStr | str | None) -> tuple[str, ...]:
    """Take apart what is listed with commas."""
    text = value.get_secret_value() if isinstance(value, SecretStr) else value or ""
    return tuple(each for piece in text.split(",") if (each := piece.strip()))


def _like_pair(value: SecretStr) -> SecretStr:
    known, _, key = value.get_secret_value().partition(":")
    if not (known and key):
        message = "it is an id and a key with a colon between them"
        raise ValueError(message)
    return value


def _there(path: Path) -> Path:
    if not path.is_file():
        message = "there is no such file"
        raise ValueError(message)
    return path


Pair = Annotated[SecretStr, AfterValidator(_like_pair)]
KeyFile = Annotated[Path, AfterValidator(_there)]


class BankSettings(BaseSettings):
    """Which banks are read, and with which keys."""

    tilly_bank_monobank: SecretStr | None = None
    tilly_bank_corporate: SecretStr | None = None
    tilly_bank_corporate_key: KeyFile | None = None
    tilly_bank_privatbank: SecretStr | None = None
    tilly_bank_gocardless: Pair | None = None
    tilly_bank_gocardless_agreements: str | None = None
    tilly_bank_wise: SecretStr | None = None
    tilly_bank_wise_key: KeyFile | None = None
    tilly_bank_accounts: str | None = None
    tilly_bank_since: dt.date | None = None
    tilly_bank_stand_ins: Address | None = None

    @model_validator(mode="after")
    def _require_whole_banks(self) -> Self:
        pairs = (
            ("tilly_bank_corporate", "tilly_bank_corporate_key"),
            ("tilly_bank_gocardless_agreements", "tilly_bank_gocardless"),
            ("tilly_bank_wise_key", "tilly_bank_wise"),
        )
        for given, wanted in pairs:
            if getattr(self, given) is not None and getattr(self, wanted) is None:
                message = f"{wanted.upper()} is missing: {given.upper()} is of no use without it"
                raise ValueError(message)
        return self
