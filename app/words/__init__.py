"""The words people read, in Arabic and English, shared by the window, the commands and paper."""
