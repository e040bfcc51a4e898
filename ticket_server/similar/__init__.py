"""The tickets that report the same incident: the same kind of problem at the same place."""
