"""Schema 1: the journal, the records, what derives from them, and what one laptop keeps to itself.

Written out rather than taken from the tables' definitions: those go on changing with the app, while
this is what every store of schema 1 has.
"""

from sqlalchemy import Connection

STATEMENTS = (
    """
CREATE TABLE acknowledged (
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (device_id)
)
    """,
    """
CREATE TABLE aid_item (
    id VARCHAR NOT NULL,
    code INTEGER NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    value INTEGER,
    synonyms TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_aid_item_code ON aid_item (code)
    """,
    """
CREATE TABLE aid_line (
    id TEXT NOT NULL,
    aid_record_id TEXT NOT NULL,
    convoy_id TEXT NOT NULL,
    desk_id TEXT,
    organisation_id TEXT,
    household_id TEXT NOT NULL,
    person_id TEXT,
    item_id TEXT NOT NULL,
    campaign_id TEXT,
    rule_id TEXT,
    quantity INTEGER NOT NULL,
    ration INTEGER NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    owed INTEGER NOT NULL,
    day TEXT NOT NULL,
    voided INTEGER NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_aid_line_aid_record_id ON aid_line (aid_record_id)
    """,
    """
CREATE INDEX ix_aid_line_household ON aid_line (household_id, item_id)
    """,
    """
CREATE INDEX ix_aid_line_stock ON aid_line (convoy_id, item_id, desk_id)
    """,
    """
CREATE TABLE aid_record (
    id VARCHAR NOT NULL,
    convoy_id VARCHAR NOT NULL,
    desk_id VARCHAR,
    organisation_id VARCHAR,
    household_id VARCHAR NOT NULL,
    person_id VARCHAR,
    proxy_id VARCHAR,
    lines TEXT NOT NULL,
    receipt_no INTEGER NOT NULL,
    paper_no VARCHAR NOT NULL,
    day VARCHAR NOT NULL,
    handed_at INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    device_id VARCHAR NOT NULL,
    handed_by VARCHAR NOT NULL,
    voided BOOLEAN NOT NULL,
    void_reason VARCHAR NOT NULL,
    void_at INTEGER,
    void_by VARCHAR NOT NULL,
    void_day VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_aid_record_convoy_id ON aid_record (convoy_id)
    """,
    """
CREATE INDEX ix_aid_record_household_id ON aid_record (household_id)
    """,
    """
CREATE INDEX ix_aid_record_paper_no ON aid_record (paper_no)
    """,
    """
CREATE INDEX ix_aid_record_receipt_no ON aid_record (receipt_no)
    """,
    """
CREATE TABLE campaign (
    id VARCHAR NOT NULL,
    initiative_id VARCHAR,
    name VARCHAR NOT NULL,
    starts_on VARCHAR,
    ends_on VARCHAR,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE category (
    id VARCHAR NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    synonyms TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE convoy (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    starts_on VARCHAR,
    ends_on VARCHAR,
    villages TEXT NOT NULL,
    organisations TEXT NOT NULL,
    campaigns TEXT NOT NULL,
    notes VARCHAR NOT NULL,
    closed_at INTEGER,
    closed_by VARCHAR NOT NULL,
    closing_note VARCHAR NOT NULL,
    closing_counts TEXT NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_convoy_starts_on ON convoy (starts_on)
    """,
    """
CREATE TABLE desk (
    id VARCHAR NOT NULL,
    convoy_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    device_id VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_desk_convoy_id ON desk (convoy_id)
    """,
    """
CREATE TABLE device (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    public_key VARCHAR NOT NULL,
    recipient VARCHAR NOT NULL,
    organisation_id VARCHAR,
    villages TEXT NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE disclosure (
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    rows INTEGER NOT NULL,
    digest VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE draft (
    place VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (place)
)
    """,
    """
CREATE TABLE entitlement_rule (
    id VARCHAR NOT NULL,
    campaign_id VARCHAR NOT NULL,
    item_id VARCHAR NOT NULL,
    per VARCHAR NOT NULL,
    frequency VARCHAR NOT NULL,
    days INTEGER,
    times INTEGER,
    quantity INTEGER NOT NULL,
    villages TEXT NOT NULL,
    categories TEXT NOT NULL,
    min_size INTEGER,
    max_size INTEGER,
    min_age INTEGER,
    max_age INTEGER,
    excluded_by TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_entitlement_rule_campaign_id ON entitlement_rule (campaign_id)
    """,
    """
CREATE TABLE grant (
    id VARCHAR NOT NULL,
    subject_type VARCHAR NOT NULL,
    subject_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    certificate VARCHAR NOT NULL,
    ended BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE household (
    id VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    village_id VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    declared_size INTEGER,
    categories TEXT NOT NULL,
    notes VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    consent VARCHAR NOT NULL,
    consent_on VARCHAR,
    consent_by VARCHAR NOT NULL,
    consent_purpose VARCHAR NOT NULL,
    consent_sharing BOOLEAN NOT NULL,
    registered_on VARCHAR,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_household_number ON household (number)
    """,
    """
CREATE INDEX ix_household_phone ON household (phone)
    """,
    """
CREATE INDEX ix_household_village_id ON household (village_id)
    """,
    """
CREATE TABLE import_log (
    position INTEGER NOT NULL,
    digest TEXT NOT NULL,
    file TEXT NOT NULL,
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    status TEXT NOT NULL,
    new INTEGER NOT NULL,
    known INTEGER NOT NULL,
    held INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (position)
)
    """,
    """
CREATE INDEX ix_import_log_digest ON import_log (digest)
    """,
    """
CREATE TABLE imported_file (
    digest VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    rows INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    known INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (digest)
)
    """,
    """
CREATE TABLE initiative (
    id VARCHAR NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE journal (
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    prev_hash BLOB NOT NULL,
    record_type TEXT NOT NULL,
    record_id TEXT NOT NULL,
    base BLOB NOT NULL,
    payload_hash BLOB NOT NULL,
    salt BLOB,
    fields BLOB,
    actor TEXT NOT NULL,
    grant BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    version INTEGER,
    skipped INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (position),
    UNIQUE (hash)
)
    """,
    """
CREATE INDEX ix_journal_chain ON journal (device_id, seq)
    """,
    """
CREATE INDEX ix_journal_record ON journal (record_id, record_type)
    """,
    """
CREATE TABLE organisation (
    id VARCHAR NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    parent_id VARCHAR,
    phone VARCHAR NOT NULL,
    logo VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE own_device (
    position INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    private_key BLOB NOT NULL,
    since INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    grant BLOB NOT NULL,
    PRIMARY KEY (position),
    UNIQUE (device_id)
)
    """,
    """
CREATE TABLE parked_case (
    id VARCHAR NOT NULL,
    convoy_id VARCHAR NOT NULL,
    desk_id VARCHAR,
    household_id VARCHAR,
    typed VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    settled_at INTEGER,
    settled_by VARCHAR NOT NULL,
    settled_how VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_parked_case_convoy_id ON parked_case (convoy_id)
    """,
    """
CREATE TABLE person (
    id VARCHAR NOT NULL,
    household_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    sex VARCHAR NOT NULL,
    birth_date VARCHAR,
    birth_precision VARCHAR NOT NULL,
    document_type VARCHAR NOT NULL,
    document_no VARCHAR NOT NULL,
    document_verified BOOLEAN NOT NULL,
    phone VARCHAR NOT NULL,
    relationship VARCHAR NOT NULL,
    guardian_id VARCHAR,
    categories TEXT NOT NULL,
    notes VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_person_household_id ON person (household_id)
    """,
    """
CREATE TABLE place (
    id TEXT NOT NULL,
    level INTEGER NOT NULL,
    parent_id TEXT NOT NULL,
    name_ar TEXT NOT NULL,
    name_en TEXT NOT NULL,
    selectable INTEGER NOT NULL,
    official INTEGER NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_place_parent_id ON place (parent_id)
    """,
    """
CREATE TABLE print_job (
    id VARCHAR NOT NULL,
    aid_record_id VARCHAR NOT NULL,
    paper VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    error VARCHAR NOT NULL,
    copies INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_print_job_aid_record_id ON print_job (aid_record_id)
    """,
    """
CREATE TABLE proxy (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    document_type VARCHAR NOT NULL,
    document_no VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    authorisation VARCHAR NOT NULL,
    stands BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_proxy_document_no ON proxy (document_no)
    """,
    """
CREATE TABLE release (
    id VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE revocation (
    id VARCHAR NOT NULL,
    grant_hash VARCHAR NOT NULL,
    cut_offs TEXT NOT NULL,
    certificate VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_revocation_grant_hash ON revocation (grant_hash)
    """,
    """
CREATE TABLE search_household (
    place_row INTEGER NOT NULL,
    household_id TEXT NOT NULL,
    number_key TEXT NOT NULL,
    number_tail TEXT,
    number_order TEXT NOT NULL,
    phone_key TEXT,
    head_id TEXT,
    name_key TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (place_row),
    UNIQUE (household_id)
)
    """,
    """
CREATE INDEX ix_search_household_name_key ON search_household (name_key)
    """,
    """
CREATE INDEX ix_search_household_number_key ON search_household (number_key)
    """,
    """
CREATE INDEX ix_search_household_number_order ON search_household (number_order)
    """,
    """
CREATE INDEX ix_search_household_number_tail ON search_household (number_tail) WHERE
    number_tail IS NOT NULL
    """,
    """
CREATE INDEX ix_search_household_phone_key ON search_household (phone_key) WHERE phone_key
    IS NOT NULL
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
    PRIMARY KEY (place_row),
    UNIQUE (person_id)
)
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
CREATE INDEX ix_search_person_name_key ON search_person (name_key)
    """,
    """
CREATE INDEX ix_search_person_phone_key ON search_person (phone_key) WHERE phone_key IS NOT
    NULL
    """,
    """
CREATE TABLE search_village (
    number INTEGER NOT NULL,
    village_id TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (village_id)
)
    """,
    """
CREATE TABLE setting (
    "key" VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY ("key")
)
    """,
    """
CREATE TABLE signed_head (
    hash BLOB NOT NULL,
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    signature BLOB NOT NULL,
    public_key BLOB NOT NULL,
    PRIMARY KEY (hash)
)
    """,
    """
CREATE INDEX ix_signed_head_device ON signed_head (device_id, seq)
    """,
    """
CREATE TABLE stock_movement (
    id VARCHAR NOT NULL,
    convoy_id VARCHAR NOT NULL,
    desk_id VARCHAR,
    item_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    quantity INTEGER NOT NULL,
    day VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    voided BOOLEAN NOT NULL,
    void_reason VARCHAR NOT NULL,
    void_at INTEGER,
    void_by VARCHAR NOT NULL,
    void_day VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_stock_movement_convoy_id ON stock_movement (convoy_id)
    """,
    """
CREATE TABLE taking_back (
    id VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    hashes TEXT NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE trusted_workspace (
    workspace_id TEXT NOT NULL,
    public_key BLOB NOT NULL,
    recovery_recipient TEXT NOT NULL,
    PRIMARY KEY (workspace_id)
)
    """,
    """
CREATE TABLE user (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE village (
    id VARCHAR NOT NULL,
    name_ar VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    district_id VARCHAR NOT NULL,
    parent_id VARCHAR,
    PRIMARY KEY (id)
)
    """,
    """
CREATE INDEX ix_village_district_id ON village (district_id)
    """,
    """
CREATE TABLE workspace (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    public_key VARCHAR NOT NULL,
    recovery_recipient VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
    """,
    """
CREATE VIRTUAL TABLE search_name USING fts5(name_key, content='search_person',
    content_rowid='place_row', tokenize='ascii', prefix='1 2 3 4 5 6 7', detail='none',
    columnsize=0)
    """,
)


def upgrade(connection: Connection) -> frozenset[str]:
    """Creates every table and index."""
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
    return frozenset()
