"""The sample campus: its places, people and problems, and how its days go."""
