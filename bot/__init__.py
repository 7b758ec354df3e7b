"""The domain of Leadloop: what a lead is, who may do what with it, and what should be said about it; plain Python."""
