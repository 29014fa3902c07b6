"""The CRM: how it does, what its fields mean."""
