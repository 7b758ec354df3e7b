"""What a release is made of and runs as: its packages, their audit and their list, the container, the unit."""
