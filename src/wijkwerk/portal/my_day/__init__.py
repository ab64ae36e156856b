"""My day: everything that waits for one person, from every capability, in the order in which it presses.

A *source* is a function from the reader to tasks. It asks its capability for what this reader may do, and for a limited
number of rows, so that the page costs the same whether one thing waits or a thousand.
"""
