"""What holds for every test: windows are drawn off the screen, unless another platform was asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
