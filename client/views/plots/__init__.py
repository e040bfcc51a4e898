"""The plots of the three analyses, painted by pyqtgraph in the colours of the theme."""
