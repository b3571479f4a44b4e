"""Reports: what each asks the tables, and how it is made into a file."""
