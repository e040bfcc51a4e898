"""The design system of the desk: tokens, icons, stylesheet and the switch between light and dark."""
