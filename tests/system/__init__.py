"""Real processes that speak the real protocol."""
