"""Block Kit: builders, inputs and the ids that buttons and forms carry."""
