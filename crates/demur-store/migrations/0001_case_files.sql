-- Case files, their sealed texts, the journal. Read by SQLite and PostgreSQL alike.

CREATE TABLE demur_meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- One row; whoever writes holds it until the end of the transaction.
CREATE TABLE demur_head (
    id BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    utc BIGINT NOT NULL
);

-- `day` is the month alone where an exact day would single somebody out.
CREATE TABLE demur_case (
    number TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    site TEXT NOT NULL,
    class TEXT NOT NULL,
    basis TEXT NOT NULL,
    purpose TEXT NOT NULL,
    retention_rule TEXT NOT NULL,
    month TEXT NOT NULL,
    day TEXT NOT NULL,
    band BIGINT,
    ground TEXT NOT NULL,
    verdict TEXT NOT NULL,
    choice TEXT,
    decided_role TEXT,
    deviation TEXT,
    against_must_serve BIGINT NOT NULL,
    minor BIGINT NOT NULL,
    runs_until TEXT,
    deadline TEXT,
    deadline_kind TEXT,
    created_by TEXT,
    decided_by TEXT,
    identity TEXT NOT NULL,
    lawbook TEXT NOT NULL,
    situation TEXT NOT NULL,
    opinion TEXT NOT NULL,
    skeleton TEXT,
    commitment BYTEA
);

CREATE INDEX demur_case_by_day ON demur_case (day, number);
CREATE INDEX demur_case_by_site ON demur_case (site, day, number);
CREATE INDEX demur_case_by_ground ON demur_case (ground, day, number);
CREATE INDEX demur_case_by_deadline ON demur_case (deadline, number);

CREATE TABLE demur_event (
    case_number TEXT NOT NULL,
    nr BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    month TEXT NOT NULL,
    day TEXT NOT NULL,
    band BIGINT,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    data TEXT NOT NULL,
    salt BYTEA NOT NULL,
    PRIMARY KEY (case_number, nr)
);

CREATE TABLE demur_sealed (
    case_number TEXT NOT NULL,
    part BIGINT NOT NULL,
    kind TEXT NOT NULL,
    superseded BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (case_number, part)
);

CREATE TABLE demur_lookup (
    tag BYTEA NOT NULL,
    case_number TEXT NOT NULL,
    PRIMARY KEY (tag, case_number)
);

CREATE INDEX demur_lookup_by_case ON demur_lookup (case_number);

CREATE TABLE demur_request (
    request TEXT PRIMARY KEY,
    fingerprint BYTEA NOT NULL,
    case_number TEXT NOT NULL,
    day TEXT NOT NULL,
    body BYTEA NOT NULL
);

CREATE INDEX demur_request_by_case ON demur_request (case_number);
CREATE INDEX demur_request_by_day ON demur_request (day);

CREATE TABLE demur_journal (
    seq BIGINT PRIMARY KEY,
    utc TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    event TEXT NOT NULL,
    case_number TEXT,
    object BYTEA NOT NULL,
    hash BYTEA NOT NULL
);

CREATE INDEX demur_journal_by_case ON demur_journal (case_number, seq);
