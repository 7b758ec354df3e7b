"""What Leadloop's speed is measured with; `python -m benchmarks` prints one table. Never part of the tests."""
