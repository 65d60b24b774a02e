-- People, sessions, keys, settings and documents of the firm. Read by SQLite and PostgreSQL alike.

-- The row `schema` is held by whoever changes people, keys, settings or documents.
CREATE TABLE demur_house_meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE demur_house_secret (
    name TEXT PRIMARY KEY,
    wrapped BYTEA NOT NULL
);

-- Every pseudonym that was ever given out: none comes a second time.
CREATE TABLE demur_house_pseudonym (
    pseudonym TEXT PRIMARY KEY
);

CREATE TABLE demur_house_person (
    pseudonym TEXT PRIMARY KEY,
    login TEXT NOT NULL,
    login_key TEXT NOT NULL UNIQUE,
    roles TEXT NOT NULL,
    site TEXT,
    lang TEXT,
    disabled BIGINT NOT NULL,
    created TEXT NOT NULL,
    password TEXT,
    totp BYTEA,
    totp_step BIGINT NOT NULL
);

CREATE TABLE demur_house_token (
    hash BYTEA PRIMARY KEY,
    purpose TEXT NOT NULL,
    pseudonym TEXT,
    expires BIGINT NOT NULL
);

CREATE TABLE demur_house_session (
    hash TEXT PRIMARY KEY,
    pseudonym TEXT NOT NULL,
    created BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    strong BIGINT NOT NULL,
    expires BIGINT NOT NULL
);

CREATE INDEX demur_house_session_by_pseudonym ON demur_house_session (pseudonym);
CREATE INDEX demur_house_session_by_expires ON demur_house_session (expires);

CREATE TABLE demur_house_draft (
    owner TEXT NOT NULL,
    id TEXT NOT NULL,
    nr BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (owner, id)
);

CREATE INDEX demur_house_draft_by_expires ON demur_house_draft (expires);

-- Failures of one second.
CREATE TABLE demur_house_failure (
    bucket BYTEA NOT NULL,
    utc BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (bucket, utc)
);

CREATE INDEX demur_house_failure_by_expires ON demur_house_failure (expires);

CREATE TABLE demur_house_api_key (
    id TEXT PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE,
    label TEXT NOT NULL,
    roles TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    created TEXT NOT NULL,
    last_used TEXT,
    revoked TEXT
);

CREATE TABLE demur_house_setting (
    name TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    value TEXT NOT NULL
);

-- The newest version counts; a removed document has a last version that says so.
CREATE TABLE demur_house_document (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    removed BIGINT NOT NULL,
    content TEXT NOT NULL,
    changed TEXT NOT NULL,
    author TEXT NOT NULL,
    PRIMARY KEY (kind, name, version)
);

CREATE TABLE demur_house_revision (
    kind TEXT PRIMARY KEY,
    number BIGINT NOT NULL
);
