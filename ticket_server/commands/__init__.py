"""The operator's commands, one module a topic; what takes long to import is imported when a command runs."""
