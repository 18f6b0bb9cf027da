"""Stage 5: incidents and claims to the register of reconciled figures."""

from bearwitness.register.reconcile import reconcile

__all__ = ["reconcile"]
