import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, read_settings
from tests.bot.fake_telegram import TOKEN

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    # The settings are what the environment says, so a test of them has to own it.
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_lists_every_setting_with_a_comment() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    listed = re.findall(r"^([A-Z0-9_]+)=", text, re.MULTILINE)
    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)
    assert all("#" in block for block in text.strip().split("\n\n"))


def test_the_example_as_it_is_gives_the_defaults() -> None:
    assert read_settings(EXAMPLE) == Settings(_env_file=None)


def write(folder: Path, *lines: str) -> Path:
    path = folder / ".env"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("TELEGRAM_BOT_TOKEN=hello", "TELEGRAM_BOT_TOKEN: a token looks like"),
        ("HTTP_PORT=99999", "HTTP_PORT: input should be less than"),
        ("LOG_LEVEL=loud", "LOG_LEVEL: input should be"),
        ("PUBLIC_URL=shop.example.org", "PUBLIC_URL: an address starts with"),
        ("PUBLIC_URL=https://shop.example.org", "WEBHOOK_SECRET is missing"),
        ("WORKERS=0", "WORKERS: input should be greater"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(write(tmp_path, line))
    assert caught.value.problems[0].startswith(said)


def test_a_wrong_token_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(write(tmp_path, "TELEGRAM_BOT_TOKEN=s3cret", "HTTP_PORT=x"))
    assert len(caught.value.problems) == 2
    assert "s3cret" not in str(caught.value)


def test_a_token_never_shows(tmp_path: Path) -> None:
    settings = read_settings(write(tmp_path, f"TELEGRAM_BOT_TOKEN={TOKEN}"))
    assert TOKEN not in repr(settings)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"LLM_API_KEY": "k"}, "LLM_MODEL is missing"),
        ({"LLM_BASE_URL": "http://127.0.0.1:9/v1"}, "LLM_MODEL is missing"),
        ({"LLM_MODEL": "m"}, "LLM_API_KEY is missing"),
        ({"LLM_VOICE_MODEL": "v"}, "LLM_API_KEY is missing"),
        ({"LLM_MODEL": "m", "LLM_API_KEY": "k", "LLM_SECONDS": "99"}, "LLM_SECONDS"),
    ],
)
def test_half_a_language_model_is_refused(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], said: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=said):
        read_settings(None)


def test_a_language_model_is_off_until_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings(None).language_model is None
    monkeypatch.setenv("LLM_MODEL", "m")
    monkeypatch.setenv("LLM_BASE_URL", "http://127.0.0.1:9/v1/")
    endpoint = read_settings(None).language_model
    assert endpoint is not None
    assert (endpoint.base_url, endpoint.seconds) == ("http://127.0.0.1:9/v1", 6)


def test_a_voice_model_needs_no_language_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings(None).voice_model is None
    monkeypatch.setenv("LLM_VOICE_MODEL", "v")
    monkeypatch.setenv("LLM_API_KEY", "k")
    settings = read_settings(None)
    assert settings.language_model is None
    endpoint = settings.voice_model
    assert endpoint is not None
    assert (endpoint.model, endpoint.api_key, endpoint.base_url) == ("v", "k", None)


def test_settlement_terms_are_read_before_anything_runs(tmp_path: Path) -> None:
    terms = tmp_path / "terms.toml"
    terms.write_text(
        '[[provider]]\nname = "easycard"\nfee = { rate = "1,5 %" }\n', encoding="utf-8"
    )
    env = tmp_path / ".env"
    env.write_text(f"SETTLEMENT_TERMS={terms}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"SETTLEMENT_TERMS.*1,5 %.*1\.5 %"):
        read_settings(env)
    terms.write_text(
        '[[provider]]\nname = "easycard"\nfee = { rate = "1.5 %" }\n', encoding="utf-8"
    )
    assert read_settings(env).settlement_terms == terms
