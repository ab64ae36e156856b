"""Named pieces that know no neighbourhood: money, periods, reasons, lifecycles, secrets, photos, the look.

Everything here could serve another product; nothing here imports a capability.
"""
