"""The servicers: decode, one verb of the help desk, encode."""
