"""`qafila doctor`: a thorough look at a store, and folding its journal into its tables anew."""

import argparse

from app.cli.command import Call, Command
from app.words.catalog import Words, marked
from app.words.doctor import finding_text, verdict_text


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--rebuild",
        action="store_true",
        help=words.translate("Commands", "first rebuild the tables from the journal"),
    )


def _run(call: Call) -> int:
    """0 for a healthy store, 1 for one that is not."""
    from app.services.doctor import examine, rebuild

    words = call.words
    lines = []
    with call.open_store() as store:
        rebuilt = rebuild(store, call.terminal.report) if call.options.rebuild else None
        diagnosis = examine(store, call.terminal.report)
    if rebuilt is not None:
        lines.append(
            words.translate(
                "Commands",
                "%n records were rebuilt; the backup from before: {path}",
                n=rebuilt.records,
                path=str(rebuilt.backup),
            )
        )
    lines.append(words.translate("Commands", "%n changes were checked.", n=diagnosis.changes))
    lines += [finding_text(words, finding) for finding in diagnosis.findings]
    lines.append(verdict_text(words, diagnosis))
    call.answer(
        {
            "healthy": diagnosis.healthy,
            "complete": diagnosis.complete,
            "changes": diagnosis.changes,
            "devices": diagnosis.devices,
            "findings": [
                {"fault": finding.fault.value, "count": finding.count, "where": finding.where}
                for finding in diagnosis.findings
            ],
            "rebuilt": rebuilt.records if rebuilt else None,
            "backup": str(rebuilt.backup) if rebuilt else None,
        },
        lines,
    )
    return 0 if diagnosis.healthy else 1


COMMAND = Command(
    "doctor", marked("Commands", "check a workspace, or rebuild its tables"), _add_options, _run
)
