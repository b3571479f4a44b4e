"""What an association's list or hand-over sheet means: its header, its columns, its rows.

Pure: cells in, frozen rows with remarks out. Opening files and writing records is done elsewhere.
"""
