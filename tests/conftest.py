"""What holds for every test: windows are drawn off the screen, and no example fails for being slow."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("campus", deadline=None)
settings.load_profile("campus")
