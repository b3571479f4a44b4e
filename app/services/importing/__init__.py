"""Taking in the lists and hand-over sheets that associations keep as spreadsheets."""
