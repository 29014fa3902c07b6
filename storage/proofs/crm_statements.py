"""Invariants of a CRM's records that one statement each can look for."""

CRM_STATEMENTS: dict[str, str] = {
    "crm_version_gap": """
        SELECT r.entity || ' ' || r.remote_id || ' is version ' || r.version FROM crm_record r
         WHERE r.version <> (
           SELECT COUNT(*) FROM crm_version v
            WHERE v.connection = r.connection AND v.entity = r.entity
              AND v.remote_id = r.remote_id AND v.version <= r.version)
    """,
    "crm_record_not_the_newest": """
        SELECT r.entity || ' ' || r.remote_id FROM crm_record r
          JOIN crm_version v ON v.connection = r.connection AND v.entity = r.entity
           AND v.remote_id = r.remote_id
         WHERE v.version > r.version
            OR (v.version = r.version AND v.digest <> r.digest)
    """,
}
