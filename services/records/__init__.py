"""Any record looked at: its chain, its entries, its raw form."""
