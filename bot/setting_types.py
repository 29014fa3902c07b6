"""Kinds of settings: what a value must look like, said in words when it doesn't."""

from typing import Annotated

from pydantic import AfterValidator, SecretStr


def _like_token(token: SecretStr) -> SecretStr:
    number, _, secret = token.get_secret_value().partition(":")
    if not (number.isdecimal() and secret):
        message = "a token looks like 123456789:AAE…; @BotFather gives it"
        raise ValueError(message)
    return token


def _like_address(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        message = "an address starts with https:// (or http:// on your own machine)"
        raise ValueError(message)
    return address.rstrip("/")


Token = Annotated[SecretStr, AfterValidator(_like_token)]
Address = Annotated[str, AfterValidator(_like_address)]
