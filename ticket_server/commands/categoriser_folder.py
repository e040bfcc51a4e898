"""The option that says where the versions are that were learned from corrections."""

from pathlib import Path

import click

from ticket_server.settings import default_versions

categoriser_folder_option = click.option(
    "--categoriser-folder",
    "versions",
    envvar="CAMPUSDESK_CATEGORISER_FOLDER",
    # Where it may not be read the models count as they are shipped, and the log says so.
    type=click.Path(file_okay=False, readable=False, path_type=Path),
    default=default_versions,
    show_default="a folder in the user's data folder",
    help="Where the versions are kept that `categorise --refit` learns from corrections.",
)
