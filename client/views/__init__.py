"""What people see: one widget a file, painted from the theme and fed by models and the help desk."""
