"""Files, documents and records of a CRM taken in as they come, and what their fields mean."""
