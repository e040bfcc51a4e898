"""What keeps a store trustworthy: counted, checked, backed up, restored, and rid of what must be forgotten."""
