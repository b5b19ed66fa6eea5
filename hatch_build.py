"""Compiles the content before a wheel is built or a checkout installed, so that both carry it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileContent(BuildHookInterface[Any]):
    """Runs scripts/kompiler_innhold.py, which needs no more of the program than reading YAML."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write the compiled form into content/, from where the wheel takes it."""
        if self.target_name != "wheel":
            return
        sys.path[:0] = [str(Path(self.root) / mappe) for mappe in ("src", "scripts")]
        import kompiler_innhold  # noqa: PLC0415 - found by the path above
        import kompiler_sprak  # noqa: PLC0415

        kompiler_innhold.main()
        kompiler_sprak.main()
