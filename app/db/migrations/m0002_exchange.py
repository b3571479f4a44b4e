"""Schema 2: campaigns with approved lists, desks with teams and households of their own, users with
passphrases, what people decide after a merge, erasure, and what desks and organisations tell each
other.

A replicated table that gains columns is made anew: its rows come back from the journal.
"""

from sqlalchemy import Connection

STATEMENTS = (
    """
ALTER TABLE acknowledged RENAME TO acknowledged_1
    """,
    """
CREATE TABLE acknowledged (
    origin TEXT NOT NULL,
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (origin, device_id)
)
    """,
    """
INSERT INTO acknowledged SELECT '', device_id, seq, hash FROM acknowledged_1
    """,
    """
DROP TABLE acknowledged_1
    """,
    """
DROP TABLE campaign
    """,
    """
CREATE TABLE campaign (
    id VARCHAR NOT NULL,
    initiative_id VARCHAR,
    name VARCHAR NOT NULL,
    starts_on VARCHAR,
    ends_on VARCHAR,
    active BOOLEAN NOT NULL,
    by_list BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE campaign_listing (
    id VARCHAR NOT NULL,
    campaign_id VARCHAR NOT NULL,
    household_id VARCHAR NOT NULL,
    listing VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_campaign_listing_campaign_id ON campaign_listing (campaign_id)
    """,
    """
CREATE INDEX ix_campaign_listing_household_id ON campaign_listing (household_id)
    """,
    """
DROP INDEX ix_aid_line_household
    """,
    """
CREATE INDEX ix_aid_line_household ON aid_line (
    household_id, aid_record_id, organisation_id, campaign_id, day, convoy_id, item_id, voided,
    quantity
)
    """,
    """
DROP INDEX ix_aid_line_stock
    """,
    """
CREATE INDEX ix_aid_line_stock ON aid_line (
    convoy_id, item_id, desk_id, organisation_id, day, voided, quantity
)
    """,
    """
CREATE TABLE card (
    id VARCHAR NOT NULL,
    household_id VARCHAR NOT NULL,
    serial INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    issued_by VARCHAR NOT NULL,
    voided BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_card_household_id ON card (household_id)
    """,
    """
CREATE TABLE convoy_key (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
DROP TABLE desk
    """,
    """
CREATE TABLE desk (
    id VARCHAR NOT NULL,
    convoy_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    device_id VARCHAR NOT NULL,
    villages TEXT NOT NULL,
    letters TEXT NOT NULL,
    number_from VARCHAR NOT NULL,
    number_to VARCHAR NOT NULL,
    walk_ins BOOLEAN NOT NULL,
    team TEXT NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_desk_convoy_id ON desk (convoy_id)
    """,
    """
CREATE TABLE desk_closing (
    id VARCHAR NOT NULL,
    convoy_id VARCHAR NOT NULL,
    desk_id VARCHAR NOT NULL,
    device_id VARCHAR NOT NULL,
    day VARCHAR NOT NULL,
    counts TEXT NOT NULL,
    hand_overs INTEGER NOT NULL,
    first_receipt INTEGER NOT NULL,
    last_receipt INTEGER NOT NULL,
    closed_at INTEGER,
    closed_by VARCHAR NOT NULL,
    witness VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_desk_closing_convoy_id ON desk_closing (convoy_id)
    """,
    """
CREATE INDEX ix_aid_line_person ON aid_line (person_id, item_id) WHERE person_id IS NOT NULL
    """,
    """
CREATE TABLE double_aid (
    case_id TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    household_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    aid_record_id TEXT NOT NULL,
    PRIMARY KEY (case_id, rule_id, household_id, person_id, aid_record_id)
)
    """,
    """
CREATE INDEX ix_double_aid_aid_record_id ON double_aid (aid_record_id)
    """,
    """
CREATE INDEX ix_double_aid_household_id ON double_aid (household_id)
    """,
    """
CREATE INDEX ix_double_aid_person_id ON double_aid (person_id)
    """,
    """
CREATE TABLE double_aid_decision (
    id VARCHAR NOT NULL,
    aid_records TEXT NOT NULL,
    decision VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    decided_at INTEGER,
    decided_by VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE erasure (
    id VARCHAR NOT NULL,
    records TEXT NOT NULL,
    reason VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    certificate VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE given_by_others (
    digest BLOB NOT NULL,
    kind TEXT NOT NULL,
    month TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    key_name TEXT NOT NULL,
    PRIMARY KEY (digest, kind, month, organisation_id, key_name)
)
    """,
    """
CREATE TABLE shared_key (
    name TEXT NOT NULL,
    secret BLOB NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (name)
)
    """,
    """
CREATE TABLE household_verdict (
    id VARCHAR NOT NULL,
    household_a VARCHAR NOT NULL,
    household_b VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    decided_at INTEGER,
    decided_by VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_household_verdict_household_a ON household_verdict (household_a)
    """,
    """
CREATE INDEX ix_household_verdict_household_b ON household_verdict (household_b)
    """,
    """
CREATE INDEX ix_journal_hash_only ON journal (record_id) WHERE fields IS NULL
    """,
    """
CREATE INDEX ix_journal_safety ON journal (record_type)
WHERE record_type IN ('device', 'erasure', 'grant', 'release', 'revocation', 'taking_back',
    'user', 'workspace')
    """,
    """
CREATE TABLE kept_head (
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (device_id)
)
    """,
    """
CREATE TABLE likely_pair (
    person_a TEXT NOT NULL,
    person_b TEXT NOT NULL,
    points INTEGER NOT NULL,
    band TEXT NOT NULL,
    degrees TEXT NOT NULL,
    kin TEXT NOT NULL,
    PRIMARY KEY (person_a, person_b)
)
    """,
    """
CREATE INDEX ix_likely_pair_b ON likely_pair (person_b)
    """,
    """
CREATE INDEX ix_likely_pair_points ON likely_pair (points)
    """,
    """
CREATE TABLE open_conflict (
    record_type TEXT NOT NULL,
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    candidates INTEGER NOT NULL,
    PRIMARY KEY (record_type, record_id, field)
)
    """,
    """
CREATE TABLE person_verdict (
    id VARCHAR NOT NULL,
    person_a VARCHAR NOT NULL,
    person_b VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    degrees VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    decided_at INTEGER,
    decided_by VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_person_verdict_person_a ON person_verdict (person_a)
    """,
    """
CREATE INDEX ix_person_verdict_person_b ON person_verdict (person_b)
    """,
    """
CREATE TABLE same_household (
    household_id TEXT NOT NULL,
    canonical_id TEXT NOT NULL,
    PRIMARY KEY (household_id)
)
    """,
    """
CREATE INDEX ix_same_household_canonical_id ON same_household (canonical_id)
    """,
    """
CREATE TABLE same_person (
    person_id TEXT NOT NULL,
    canonical_id TEXT NOT NULL,
    PRIMARY KEY (person_id)
)
    """,
    """
CREATE INDEX ix_same_person_canonical_id ON same_person (canonical_id)
    """,
    """
CREATE TABLE served_elsewhere (
    id VARCHAR NOT NULL,
    aid_record_id VARCHAR NOT NULL,
    convoy_id VARCHAR NOT NULL,
    desk_name VARCHAR NOT NULL,
    household_id VARCHAR NOT NULL,
    person_id VARCHAR,
    item_id VARCHAR NOT NULL,
    campaign_id VARCHAR,
    rule_id VARCHAR,
    quantity INTEGER NOT NULL,
    ration INTEGER NOT NULL,
    owed BOOLEAN NOT NULL,
    day VARCHAR NOT NULL,
    handed_at INTEGER NOT NULL,
    voided BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_served_elsewhere_aid_record_id ON served_elsewhere (aid_record_id)
    """,
    """
CREATE INDEX ix_served_elsewhere_household_id ON served_elsewhere (household_id)
    """,
    """
CREATE INDEX ix_served_elsewhere_person_id ON served_elsewhere (person_id)
    """,
    """
DROP TABLE search_person
    """,
    """
CREATE TABLE search_person (
    place_row INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    household_id TEXT NOT NULL,
    name_key TEXT NOT NULL,
    document_key TEXT,
    document_tail TEXT,
    phone_key TEXT,
    facts TEXT NOT NULL,
    by_phone INTEGER,
    by_place INTEGER,
    by_home_year INTEGER,
    by_line INTEGER,
    by_birth INTEGER,
    PRIMARY KEY (place_row),
    UNIQUE (person_id)
)
    """,
    """
CREATE INDEX ix_search_person_name_key ON search_person (name_key)
    """,
    """
CREATE INDEX ix_search_person_document_key ON search_person (document_key) WHERE
    document_key IS NOT NULL
    """,
    """
CREATE INDEX ix_search_person_document_tail ON search_person (document_tail) WHERE
    document_tail IS NOT NULL
    """,
    """
CREATE INDEX ix_search_person_phone_key ON search_person (phone_key) WHERE phone_key IS NOT NULL
    """,
    """
CREATE INDEX ix_search_person_by_phone ON search_person (by_phone) WHERE by_phone IS NOT NULL
    """,
    """
CREATE INDEX ix_search_person_by_place ON search_person (by_place) WHERE by_place IS NOT NULL
    """,
    """
CREATE INDEX ix_search_person_by_home_year ON search_person (by_home_year) WHERE
    by_home_year IS NOT NULL
    """,
    """
CREATE INDEX ix_search_person_by_line ON search_person (by_line) WHERE by_line IS NOT NULL
    """,
    """
CREATE INDEX ix_search_person_by_birth ON search_person (by_birth) WHERE by_birth IS NOT NULL
    """,
    """
CREATE TABLE slip_range (
    id VARCHAR NOT NULL,
    convoy_id VARCHAR NOT NULL,
    device_id VARCHAR NOT NULL,
    first_no INTEGER NOT NULL,
    last_no INTEGER NOT NULL,
    printed_at INTEGER NOT NULL,
    printed_by VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_slip_range_convoy_id ON slip_range (convoy_id)
    """,
    """
CREATE TABLE told_skipped (
    hash BLOB NOT NULL,
    origin TEXT NOT NULL,
    skipped INTEGER NOT NULL,
    PRIMARY KEY (hash)
)
    """,
    """
CREATE TABLE told_until (
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (device_id)
)
    """,
    """
DROP TABLE device
    """,
    """
CREATE TABLE device (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    public_key VARCHAR NOT NULL,
    recipient VARCHAR NOT NULL,
    organisation_id VARCHAR,
    villages TEXT NOT NULL,
    introduction TEXT NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
DROP TABLE user
    """,
    """
CREATE TABLE user (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    credential VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_journal_held ON journal (position) WHERE version IS NULL
    """,
    """
CREATE INDEX ix_journal_skipped ON journal (skipped) WHERE skipped <> 0
    """,
    """
ALTER TABLE import_log ADD COLUMN merge_no INTEGER DEFAULT '0' NOT NULL
    """,
    """
ALTER TABLE import_log ADD COLUMN after INTEGER DEFAULT '0' NOT NULL
    """,
    """
ALTER TABLE import_log ADD COLUMN until INTEGER DEFAULT '0' NOT NULL
    """,
    """
CREATE TABLE fork (
    id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_fork_device_id ON fork (device_id)
    """,
    """
CREATE TABLE fork_decision (
    id VARCHAR NOT NULL,
    device_id VARCHAR NOT NULL,
    changes TEXT NOT NULL,
    decision VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    decided_at INTEGER,
    decided_by VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
DROP TABLE taking_back
    """,
    """
CREATE TABLE taking_back (
    id VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    hashes TEXT NOT NULL,
    ranges TEXT NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE user_pin (
    user_id VARCHAR NOT NULL,
    verifier VARCHAR NOT NULL,
    failed INTEGER NOT NULL,
    PRIMARY KEY (user_id)
)
    """,
)

KINDS = frozenset(
    {
        "campaign",
        "campaign_listing",
        "card",
        "convoy_key",
        "desk",
        "desk_closing",
        "device",
        "double_aid_decision",
        "erasure",
        "fork_decision",
        "household_verdict",
        "person_verdict",
        "slip_range",
        "taking_back",
        "user",
    }
)
"""Records that schema 1 could not hold, or not whole, and whose journal may be here already."""


def upgrade(connection: Connection) -> frozenset[str]:
    """Makes the tables; returns the kinds of record to fold into them."""
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
    return KINDS
