"""Statements as tables, of any bank: what its columns mean is found out, or asked."""
