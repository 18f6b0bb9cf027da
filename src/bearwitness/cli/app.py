"""The commands, their options and their help. What they do stands in the modules they name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from bearwitness import __version__
from bearwitness.cli.console import ending_well

app = typer.Typer(
    name="bearwitness",
    help="Casualty recording: reports in, a register of violent incidents out, every figure tied "
    "to the sentence that says it and to whoever said it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)

Folder = Annotated[
    Path, typer.Argument(metavar="DIR", help="Folder of a register, as made by `run`.")
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="MOMENT",
        help="The register as it was recorded by then: 2014-11-27, or 2014-11-27T18:00:00Z.",
    ),
]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; one a core.")]
Inputs = Annotated[
    list[Path],
    typer.Argument(
        metavar="INPUT...",
        help="Files and folders: .txt .html .jsonl .jsonl.gz .warc .warc.gz .xml .rss .atom",
    ),
]
OutFile = Annotated[Path, typer.Option(help="File to write; - is standard output.")]
Gazetteer = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Places to know beside the gazetteer's: a GeoNames dump (SY.txt, SY.zip), a table "
        "with name, lat, lon and country, a GED or ACLED file, or the folder of a register; "
        "repeat for more.",
    ),
]
StoreUrl = Annotated[
    str | None,
    typer.Option("--store", metavar="URL", help="Database address, where it is not SQLite in DIR."),
]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"bearwitness {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    _version_asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    pass


@app.command(name="run")
def run_command(
    inputs: Inputs,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the register.")],
    jobs: Jobs = None,
    store: StoreUrl = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Read reports into the register at DIR and write its files.

    Run again on the same input, it adds nothing; on more input, only what is new. Killed, it goes
    on where it stood when run again. Places given with `--gazetteer` are kept in DIR/gazetteer and
    known to every later run.

    Exit status: 0 all was read, 3 some inputs failed, 1 nothing could be read, 2 wrong command
    line.

    For example:

        bearwitness run reports/ --out syria

        bearwitness run monday.jsonl.gz crawl.warc.gz --out syria --jobs 8

        bearwitness run reports/ --out syria --gazetteer SY.zip --gazetteer villages.csv
    """
    from bearwitness.cli.running import run_inputs

    with ending_well():
        run_inputs(inputs, out, jobs, store, gazetteer or [])


@app.command(name="show")
def show_command(
    folder: Folder,
    incident: Annotated[
        str | None, typer.Argument(help="Incident id, or as much of it as is unique.")
    ] = None,
    kind: Annotated[
        Literal["statements", "meetings", "control", "transfers", "displacement"] | None,
        typer.Option(help="Print all of this kind that the reports record, on incidents or not."),
    ] = None,
    as_of: AsOf = None,
    store: StoreUrl = None,
) -> None:
    """Print the register as a table, or one incident with all it rests on.

    With --kind, print what else the reports record: one line a statement, meeting, state of
    control, arms transfer or count of displaced or detained, and who tells it; "!" where another
    claim contradicts it.

    For example:

        bearwitness show syria

        bearwitness show syria inc-3f9a --as-of 2014-11-27

        bearwitness show syria --kind meetings
    """
    from bearwitness.cli.show import show

    with ending_well():
        show(folder, incident, kind, as_of, store)


@app.command(name="control")
def control_command(
    folder: Folder,
    place: Annotated[str, typer.Argument(help="A place: its name as listed or as written, or id.")],
    as_of: AsOf = None,
    store: StoreUrl = None,
) -> None:
    """Print who took, lost or held a place, since when and on whose word.

    For example:

        bearwitness control syria Raqqa
    """
    from bearwitness.cli.control import control

    with ending_well():
        control(folder, place, as_of, store)


@app.command(name="toll")
def toll_command(
    folder: Folder,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only the tolls of this source.")
    ] = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Draw them too, one panel a series.")
    ] = None,
    as_of: AsOf = None,
    store: StoreUrl = None,
) -> None:
    """Print and plot running tolls, each source's and definition's own series.

    Beside each stands what the register itself sums to for the same window; the two never mix.

    For example:

        bearwitness toll syria

        bearwitness toll syria --source Observatory

        bearwitness toll syria --plot tolls.svg
    """
    from bearwitness.cli.toll import toll

    with ending_well():
        toll(folder, source, as_of, store, plot)


@app.command(name="diff")
def diff_command(
    earlier: Annotated[str, typer.Argument(help="A document (id or source id), or a file.")],
    later: Annotated[str, typer.Argument(help="The other one.")],
    folder: Annotated[
        Path | None,
        typer.Option("--in", metavar="DIR", help="The register that holds them; else two files."),
    ] = None,
    unified: Annotated[
        bool, typer.Option("--unified", help="One column, for narrow screens.")
    ] = False,
    store: StoreUrl = None,
) -> None:
    """Show two versions of a report side by side, sentence by sentence.

    Words that changed are marked, and quotations that were altered are flagged.

    For example:

        bearwitness diff early.txt late.txt

        bearwitness diff doc-0f3a doc-77b1 --in syria --unified
    """
    from bearwitness.cli.diff import diff

    with ending_well():
        diff(earlier, later, folder, unified, store)


@app.command(name="extract")
def extract_command(
    inputs: Inputs,
    out: OutFile = Path("-"),
    jobs: Jobs = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Write the claims of single texts as JSON Lines, with no store.

    For example:

        bearwitness extract notes.jsonl --out claims.jsonl
    """
    from bearwitness.cli.streams import extract_to

    with ending_well():
        extract_to(inputs, out, jobs, gazetteer or [])


@app.command(name="places")
def places_command(inputs: Inputs, out: OutFile = Path("-"), gazetteer: Gazetteer = None) -> None:
    """Write every place name of single texts, resolved, as JSON Lines.

    A record may bring `toponyms`, a list of `{start, end}`, to resolve just those.

    For example:

        bearwitness places notes.jsonl --out places.jsonl
    """
    from bearwitness.cli.streams import places_to

    with ending_well():
        places_to(inputs, out, gazetteer or [])


@app.command(name="export")
def export_command(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="jsonl, csv, parquet, geojson, ged, aec, acled, airwars, ibc, hxl, claimreview "
            "or prov.",
        ),
    ],
    folder: Folder,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where to write; DIR itself if left out.")
    ] = None,
    filters: Annotated[
        list[str] | None,
        typer.Option(
            "--filter",
            metavar="NAME=VALUE",
            help="Only incidents with country, adm1, from, to, event_type, sub_event_type, "
            "type_of_violence, grade, killed (at least) or incident as given; repeat to narrow.",
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            help="Whose readers it is for: public, partners or internal. Left out: internal for "
            "jsonl, public for all others."
        ),
    ] = None,
    blur: Annotated[
        bool, typer.Option("--blur", help="Give every place no finer than its province.")
    ] = False,
    interaction: Annotated[
        str, typer.Option(help="ACLED's interaction codes, as text or as number.")
    ] = "text",
    as_of: AsOf = None,
    store: StoreUrl = None,
) -> None:
    """Write the register in a format that other tools read.

    `jsonl` is everything, as the contract says; docs/exports.md says what every other format
    holds. Beside the files, FORMAT.loss.json lists what the format cannot hold. What a review
    withholds is in none of them.

    For example:

        bearwitness export geojson syria --out maps

        bearwitness export ged syria --out ged --filter country=SY --filter from=2014-11-01

        bearwitness export jsonl syria --out then --as-of 2014-11-26 --profile partners
    """
    from bearwitness.cli.exporting import export

    with ending_well():
        export(
            form,
            folder,
            out,
            as_of,
            store,
            filters=filters or (),
            profile=profile,
            blur=blur,
            interaction=interaction,
        )


@app.command(name="import")
def import_command(
    form: Annotated[
        str, typer.Argument(metavar="LAYOUT", help="ged, acled, airwars or csv (our own table).")
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV, or JSON Lines.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for their register.")],
) -> None:
    """Read other people's coded incidents into a register of their own.

    Each record becomes a document with claims, and its coders are the speaker.

    For example:

        bearwitness import ged GEDEvent.csv --out ged
    """
    from bearwitness.cli.comparing import import_file

    with ending_well():
        import_file(form, file, out)


@app.command(name="compare")
def compare_command(
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Folder of a register.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Folder of another.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the whole comparison as JSON.")
    ] = None,
) -> None:
    """Lay two registers side by side: matched incidents, agreement by field, what one side lacks.

    For example:

        bearwitness compare syria ged --out differences.json
    """
    from bearwitness.cli.comparing import compare

    with ending_well():
        compare(ours, theirs, out)


@app.command(name="publish")
def publish_command(
    folder: Folder,
    site: Annotated[
        Path, typer.Option("--site", metavar="OUT", help="Folder for the site: new, or a site's.")
    ],
    profile: Annotated[
        str, typer.Option(help="Whose readers it is for: public, partners or internal.")
    ] = "public",
    blur: Annotated[
        bool, typer.Option("--blur", help="Give every place no finer than its province.")
    ] = False,
    title: Annotated[str, typer.Option(help="The site's title.")] = "Register of incidents",
    as_of: AsOf = None,
    store: StoreUrl = None,
) -> None:
    """Write a static site of the register: map, filters, a page an incident, downloads, changes.

    It opens from a disk, without a server, and asks nothing of anywhere. Written again into the
    same folder, it tells what changed since. What a review withholds is not in it.

    For example:

        bearwitness publish syria --site public

        bearwitness publish syria --site partners --profile partners
    """
    from bearwitness.cli.publishing import publish

    with ending_well():
        publish(folder, site, as_of, store, profile=profile, blur=blur, title=title)


@app.command(name="review")
def review_command(
    folder: Folder,
    target: Annotated[str, typer.Argument(help="Id of a claim, incident or document.")],
    act: Annotated[
        str,
        typer.Argument(help="confirm, correct, reject, regrade, note, withhold, release or undo."),
    ],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")],
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason.")],
    field: Annotated[
        str | None, typer.Option(help="For correct: date_start, killed.total, low, ...")
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(help="For correct and regrade: the new value; for undo: the review's number."),
    ] = None,
    store: StoreUrl = None,
) -> None:
    """Record a person's decision. It outranks the machine, and no later run undoes it.

    Nothing is overwritten: what the machine read stays beside it.

    For example:

        bearwitness review syria inc-3f9a correct --field killed.total --value 96
        --by "A. Recorder" --why "Names published by the hospital"

        bearwitness review syria clm-81d2 reject --by "A. Recorder" --why "A football score"

        bearwitness review syria inc-3f9a undo --value 4 --by "A. Recorder" --why "Wrong incident"
    """
    from bearwitness.cli.review import review

    with ending_well():
        review(folder, target, act, by=by, why=why, field=field, value=value, store=store)


@app.command(
    name="evaluate",
    add_help_option=False,
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def evaluate_command(context: typer.Context) -> None:
    """Measure against texts with known answers; see `evaluate --help`."""
    from bearwitness.evaluate.command import main as evaluate

    with ending_well():
        evaluate(context.args)


@app.command(name="serve")
def serve_command(
    folder: Folder,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Let anybody read without signing in.")
    ] = False,
    https: Annotated[
        bool, typer.Option("--https", help="It stands behind HTTPS: cookies go nowhere else.")
    ] = False,
    store: StoreUrl = None,
) -> None:
    """Open the desk: a web application in which monitors read, check, decide and publish.

    For example:

        bearwitness serve-admin syria "A. Lead"

        bearwitness serve syria --port 8000
    """
    from bearwitness.cli.serve import serve

    with ending_well():
        serve(folder, host=host, port=port, anonymous=anonymous, https=https, store=store)


@app.command(name="serve-admin")
def serve_admin_command(
    folder: Folder, name: Annotated[str, typer.Argument(help="Name to sign in with.")]
) -> None:
    """Make the first account of the desk; the password is asked for, or read from standard input.

    For example:

        bearwitness serve-admin syria "A. Lead"
    """
    from bearwitness.cli.serve import make_admin

    with ending_well():
        make_admin(folder, name, None)


def main() -> None:
    """Run the command line."""
    with ending_well():
        app()
