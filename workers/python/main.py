"""Connects with the official SDK and polls for every worker of this folder. Ctrl-C stops."""

import os

from conductor.client.automator.task_handler import TaskHandler
from conductor.client.configuration.configuration import Configuration

import hello_world  # noqa: F401  (registers its worker)
import images  # noqa: F401


def main() -> None:
    # The key comes from CONDUCTOR_AUTH_KEY and CONDUCTOR_AUTH_SECRET.
    configuration = Configuration(server_api_url=os.environ.get("CONDUCTOR_SERVER_URL", "http://localhost:3000/api"))
    with TaskHandler(configuration=configuration, scan_for_annotated_workers=True) as handler:
        handler.start_processes()
        handler.join_processes()


if __name__ == "__main__":
    main()
