"""Made-up registers of Arabic-named people in which it is known who is entered twice."""
