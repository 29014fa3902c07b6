"""The key to a CRM, as the environment gives it; it is kept nowhere else."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, SecretStr, model_validator
from pydantic_settings import BaseSettings

from bot.bank_settings import listed

_WEBHOOK = re.compile(r"https?://[^/\s@]+/rest/\d+/[A-Za-z0-9]+/?")
_OWN_TYPES_FROM = 128
_INVOICES = 31


def _like_webhook(value: SecretStr) -> SecretStr:
    if not _WEBHOOK.fullmatch(value.get_secret_value()):
        message = "it looks like https://shop.bitrix24.com/rest/1/abc123/: an inbound webhook's"
        raise ValueError(message)
    return value


def _like_types(value: str) -> str:
    for each in listed(value):
        number = int(each) if each.isascii() and each.isdecimal() else 0
        if number != _INVOICES and number < _OWN_TYPES_FROM:
            message = (
                "these are numbers of smart processes, such as 1036, with commas between them"
            )
            raise ValueError(message)
    return value


class CrmSettings(BaseSettings):
    """Which CRM is read, and with which key."""

    bitrix24_webhook_url: Annotated[SecretStr, AfterValidator(_like_webhook)] | None = None
    bitrix24_application_token: SecretStr | None = None
    bitrix24_processes: Annotated[str, AfterValidator(_like_types)] | None = None

    @model_validator(mode="after")
    def _require_webhook(self) -> Self:
        for name in ("bitrix24_application_token", "bitrix24_processes"):
            if getattr(self, name) is not None and self.bitrix24_webhook_url is None:
                message = (
                    f"BITRIX24_WEBHOOK_URL is missing: {name.upper()} is of no use without it"
                )
                raise ValueError(message)
        return self
