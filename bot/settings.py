"""What the process is told from outside; read once, passed on as values."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import SettingsConfigDict

from bot.bank_settings import BankSettings
from bot.crm_settings import CrmSettings
from bot.limits import SendLimits
from bot.setting_types import Address, Token
from parsing.advice.endpoint import Endpoint
from reconciliation.terms import TermsError, read_terms


class SettingsError(Exception):
    """Settings that cannot be used, each with what to do about it."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


def _like_terms(path: Path) -> Path:
    try:
        read_terms(path)
    except (OSError, TermsError) as error:
        message = f"{error}; reconciliation/terms.toml shows what one looks like"
        raise ValueError(message) from None
    return path


class Settings(BankSettings, CrmSettings):
    """Every setting; .env.example explains them to whoever runs a shop."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    telegram_bot_token: Token | None = None
    telegram_api_url: Address | None = None
    database_url: str = "sqlite:///data/tilly.sqlite3"
    public_url: Address | None = None
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65_535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    send_per_second: int = Field(default=25, ge=1, le=100_000)
    send_per_chat_per_second: float = Field(default=1.0, gt=0)
    send_chat_burst: int = Field(default=10, ge=1)
    send_per_group_per_minute: int = Field(default=20, ge=1)
    workers: int = Field(default=32, ge=1, le=1_000)
    stop_seconds: float = Field(default=20.0, gt=0, le=600)
    verify_at: dt.time = dt.time(3, 30)
    receipt_mb_max: int = Field(default=10, ge=1, le=20)
    ask_at: dt.time = dt.time(18, 30)
    settlement_terms: Annotated[Path, AfterValidator(_like_terms)] | None = None
    llm_model: str | None = None
    llm_voice_model: str | None = None
    llm_api_key: SecretStr | None = None
    llm_base_url: Address | None = None
    llm_seconds: int = Field(default=6, ge=1, le=30)

    @model_validator(mode="after")
    def _require_secret(self) -> Self:
        if self.public_url is not None and self.webhook_secret is None:
            message = (
                "WEBHOOK_SECRET is missing: with PUBLIC_URL anybody could write to the bot; "
                "set it to a long random text, such as `openssl rand -hex 32` prints"
            )
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _require_whole_model(self) -> Self:
        has_place = self.llm_api_key is not None or self.llm_base_url is not None
        has_model = self.llm_model is not None or self.llm_voice_model is not None
        if has_place and not has_model:
            message = (
                "LLM_MODEL is missing: say there or in LLM_VOICE_MODEL which model to ask,"
                " or leave LLM_API_KEY and LLM_BASE_URL empty"
            )
            raise ValueError(message)
        if has_model and not has_place:
            message = (
                "LLM_API_KEY is missing: OpenAI asks for it;"
                " for a server of your own set LLM_BASE_URL"
            )
            raise ValueError(message)
        return self

    @property
    def language_model(self) -> Endpoint | None:
        """Give where the language model is reached, if one is set."""
        return self._endpoint(self.llm_model)

    @property
    def voice_model(self) -> Endpoint | None:
        """Give where voice notes are written down, if one is set."""
        return self._endpoint(self.llm_voice_model)

    def _endpoint(self, model: str | None) -> Endpoint | None:
        if model is None:
            return None
        key = "none" if self.llm_api_key is None else self.llm_api_key.get_secret_value()
        return Endpoint(model, key, self.llm_base_url, self.llm_seconds)

    @property
    def send_limits(self) -> SendLimits:
        """Give how fast to send."""
        return SendLimits(
            per_second=self.send_per_second,
            per_chat_per_second=self.send_per_chat_per_second,
            chat_burst=self.send_chat_burst,
            per_group_per_minute=self.send_per_group_per_minute,
        )


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings from the environment and a file.

    Raises:
        SettingsError: one of them cannot be used.
    """
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        raise SettingsError(
            tuple(_in_words(each["loc"], each["msg"]) for each in problems)
        ) from None


def _in_words(location: tuple[int | str, ...], message: str) -> str:
    said = message.removeprefix("Value error, ")
    if not location:
        return said
    return f"{str(location[0]).upper()}: {said[:1].lower()}{said[1:]}"
