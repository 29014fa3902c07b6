"""What belongs to records and is listed apart: product rows, payments, links to deals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from services.crm.crm_types import SHOP_ORDER
from services.source_trouble import SourceError, Trouble
from sources.bitrix24.client import Batch, Client, Command
from sources.bitrix24.kinds import Kind
from sources.bitrix24.records import id_of, listed
from sources.fields import Record

_OWNERS_AT_ONCE = 20

Belongings = Mapping[int, Mapping[str, object]]
"""What belongs to each record, by its id."""


async def belongings_of(client: Client, kind: Kind, ids: Sequence[int]) -> Belongings:
    """Read what belongs to some records.

    Raises:
        SourceError: it could not be read whole.
    """
    if not ids:
        return {}
    if kind.entity == SHOP_ORDER:
        return await _of_orders(client, ids)
    if kind.owner_type is None:
        return {}
    said = [("filter[=ownerType]", kind.owner_type), ("order[id]", "ASC")]
    rows = await _all_of(
        client, "crm.item.productrow.list", "productRows", "filter[=ownerId][]", said, ids
    )
    by_owner = _grouped(rows, "ownerId")
    return {each: {"rows": by_owner.get(each, [])} for each in ids}


async def _of_orders(client: Client, ids: Sequence[int]) -> Belongings:
    payments = await _all_of(
        client, "sale.payment.list", "payments", "filter[@orderId][]", [("order[id]", "ASC")], ids
    )
    links = await _all_of(
        client, "crm.orderentity.list", "orderEntity", "filter[@orderId][]", [], ids
    )
    paid, deals = _grouped(payments, "orderId"), _grouped(links, "orderId")
    return {
        each: {
            "payments": paid.get(each, []),
            "dealIds": sorted(id_of(link, "ownerId") for link in deals.get(each, ())),
        }
        for each in ids
    }


async def _all_of(
    client: Client,
    method: str,
    name: str,
    owners: str,
    said: Sequence[tuple[str, str]],
    ids: Sequence[int],
) -> list[Record]:
    """Read a list of what belongs to some records, page by page, many pages in a call.

    Raises:
        SourceError: some of it is missing.
    """
    asked = {
        str(place): Command(method, [*said, *((owners, str(each)) for each in some)])
        for place, some in enumerate(_parted(ids))
    }
    found: dict[str, list[Record]] = {key: [] for key in asked}
    starts, total = dict.fromkeys(asked, 0), 0
    while starts:
        batch = await client.batch({key: _from(asked[key], at) for key, at in starts.items()})
        for key, at in starts.items():
            told = batch.must(key)
            found[key] += listed(told.result, name)
            total += (told.total or 0) if at == 0 else 0
        starts = dict(_further(batch, starts))
    every = [each for rows in found.values() for each in rows]
    if len(every) != total:
        raise SourceError(Trouble.GARBLED, f"{name} changed while they were read")
    return every


def _parted(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[at : at + _OWNERS_AT_ONCE] for at in range(0, len(ids), _OWNERS_AT_ONCE)]


def _from(command: Command, start: int) -> Command:
    return Command(command.method, [*command.params, ("start", str(start))])


def _further(batch: Batch, starts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for key, told in batch.told.items():
        if told.next is not None and told.next > starts.get(key, 0):
            yield key, told.next


def _grouped(rows: Sequence[Record], name: str) -> Mapping[int, list[Record]]:
    found: dict[int, list[Record]] = defaultdict(list)
    for each in rows:
        found[id_of(each, name)].append(each)
    return found
