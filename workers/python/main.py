"""Connects with the official SDK and polls for every worker of this folder. Ctrl-C stops."""

import os
import signal
from contextlib import suppress

from conductor.client.automator.task_handler import TaskHandler
from conductor.client.configuration.configuration import Configuration

import hello_world  # noqa: F401  (registers its worker)
import images  # noqa: F401


def main() -> None:
    # The key comes from CONDUCTOR_AUTH_KEY and CONDUCTOR_AUTH_SECRET.
    configuration = Configuration(server_api_url=os.environ.get("CONDUCTOR_SERVER_URL", "http://localhost:3000/api"))
    # Ctrl-C and SIGTERM leave the block, which stops the process of each worker.
    with TaskHandler(configuration=configuration, scan_for_annotated_workers=True) as handler, suppress(KeyboardInterrupt):
        handler.start_processes()
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        handler.join_processes()


if __name__ == "__main__":
    main()
