"""The fronts: how people reach Leadloop."""
