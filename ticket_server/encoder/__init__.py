"""The encoder: what a text means, read by a small transformer in processes of their own."""
