"""Opens the CRM that the settings have a key to, and the way in for its events."""

from collections.abc import Awaitable, Callable, Mapping

from bot.bank_puller import print_of
from bot.bank_settings import listed
from bot.crm_puller import CrmConnected
from bot.scrubbing import keep_out
from bot.settings import Settings
from services.crm.crm_ports import Hint
from services.ports import Clock
from sources.bitrix24.client import Client
from sources.bitrix24.events import hint_of
from sources.bitrix24.portal import Bitrix24
from sources.bitrix24.reading import Bitrix24Reading

HOOK_PATH = "/crm/bitrix24"


def crms_of(settings: Settings, clock: Clock) -> tuple[CrmConnected, ...]:
    """Open every CRM that there is a key to; nothing is called yet."""
    if settings.bitrix24_webhook_url is None:
        return ()
    url = settings.bitrix24_webhook_url.get_secret_value()
    secret = url.rstrip("/").rpartition("/")[2]
    keep_out(url, secret)
    types = tuple(int(each) for each in listed(settings.bitrix24_processes))
    api = Bitrix24(Client(url, clock.now), types)
    return (CrmConnected(Bitrix24.scheme, api, print_of(secret), Bitrix24Reading()),)


def event_token(settings: Settings) -> str | None:
    """Give what events carry to prove themselves; None where none are taken."""
    if settings.bitrix24_application_token is None:
        return None
    token = settings.bitrix24_application_token.get_secret_value()
    keep_out(token)
    return token


def take_events(
    hint: Callable[[Hint], Awaitable[bool]],
) -> Callable[[Mapping[str, str]], Awaitable[None]]:
    """Build what makes hints of events."""

    async def take(form: Mapping[str, str]) -> None:
        found = hint_of(form)
        if found is not None:
            await hint(found)

    return take
