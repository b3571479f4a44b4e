"""Ways to a receipt printer that takes dots: the network, and the system's spooler past its driver.

No Qt here: these run on a thread of their own and block for as long as a printer needs.
"""
