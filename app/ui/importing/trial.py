"""What the window asks the services for: to try a file, and to take it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.importing.columns import Column, Kind
from app.services.campaigns import CampaignLine, campaigns
from app.services.convoys import ConvoySummary, convoys
from app.services.importing.aid import take_aid
from app.services.importing.lists import take_list
from app.services.importing.reading import Workbook, read_workbook
from app.services.importing.result import ImportResult
from app.services.importing.running import Options
from app.services.importing.source import Source, interpret

if TYPE_CHECKING:
    from app.db.store import Store


@dataclass(frozen=True)
class Request:
    """A file and what was chosen for it; `workbook` when it was read before."""

    path: Path
    kind: Kind
    mapping: Mapping[str, Column]
    convoy_id: str | None = None
    workbook: Workbook | None = None


@dataclass(frozen=True)
class Trial:
    """A file as it was understood, what taking it in would do, and the convoys and campaigns by
    list to choose from."""

    workbook: Workbook
    source: Source
    result: ImportResult
    convoys: tuple[ConvoySummary, ...] = ()
    campaigns: tuple[CampaignLine, ...] = ()


def try_file(store: "Store", request: Request, options: Options) -> Trial:
    """Reads the file, unless that was done, and finds out what taking it in would do."""
    workbook = request.workbook or read_workbook(request.path)
    source = interpret(workbook, request.path, request.kind, request.mapping)
    result = take_in(store, source, request.convoy_id, options)
    offered = convoys(store) if request.kind is Kind.AID else ()
    by_list = tuple(one for one in campaigns(store) if one.by_list)
    return Trial(workbook, source, result, offered, by_list)


def take_in(
    store: "Store", source: Source, convoy_id: str | None, options: Options
) -> ImportResult:
    """Takes in a file of either kind, as `options` say."""
    if source.kind is Kind.LIST:
        return take_list(store, source, options)
    return take_aid(store, source, options, convoy_id)
