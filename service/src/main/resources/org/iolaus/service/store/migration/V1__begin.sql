-- One set of SQL for H2 (in its PostgreSQL mode) and PostgreSQL. Times are microseconds since the epoch.
-- Columns of type BYTEA are sealed (AES-256-GCM) under a data key, except data_key.wrapped and vault.root, which are keys.

-- API keys; secrets as digests alone.
CREATE TABLE api_key (
    id VARCHAR(16) PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    scopes VARCHAR(200) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT,
    revoked BIGINT,
    last_used BIGINT
);

-- The vault's root key, wrapped by the key-encryption key.
CREATE TABLE vault (
    id INT PRIMARY KEY,
    key_encryption VARCHAR(200) NOT NULL,
    root BYTEA NOT NULL
);

-- One data key for each account, and one for each case. Deleting a row makes unreadable whatever was sealed under it.
CREATE TABLE data_key (
    ref VARCHAR(32) PRIMARY KEY,
    kind VARCHAR(8) NOT NULL,
    lookup VARCHAR(64) NOT NULL UNIQUE,
    wrapped BYTEA NOT NULL,
    identity BYTEA NOT NULL,
    created BIGINT NOT NULL
);

-- Accounts erased not long ago, under the name they would be looked up by: until then the log may still speak of them.
CREATE TABLE erased (
    lookup VARCHAR(64) PRIMARY KEY,
    until BIGINT NOT NULL
);

CREATE TABLE review_case (
    id VARCHAR(40) PRIMARY KEY,
    installation VARCHAR(40) NOT NULL,
    group_number INT NOT NULL,
    campaign_id VARCHAR(200) NOT NULL,
    state VARCHAR(16) NOT NULL,
    verdict VARCHAR(16) NOT NULL,
    opened_accounts INT NOT NULL,
    opened BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    finding TEXT,
    UNIQUE (installation, group_number)
);

-- Subjects of a case: an account, or an end user of one.
CREATE TABLE case_member (
    case_id VARCHAR(40) NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
    subject VARCHAR(64) NOT NULL,
    data_key VARCHAR(32) NOT NULL REFERENCES data_key (ref) ON DELETE CASCADE,
    end_user BYTEA,
    verdict VARCHAR(16) NOT NULL,
    reached BIGINT NOT NULL,
    outcome VARCHAR(16),
    exempt_until BIGINT,
    PRIMARY KEY (case_id, subject)
);
CREATE INDEX case_member_subject ON case_member (subject);
CREATE INDEX case_member_data_key ON case_member (data_key);

-- What reviewers did. A pending action is written before its facts are logged, so that a crash between log and database
-- shows.
CREATE TABLE review_action (
    id VARCHAR(32) PRIMARY KEY,
    case_id VARCHAR(40) REFERENCES review_case (id) ON DELETE CASCADE,
    appeal_id VARCHAR(32),
    kind VARCHAR(16) NOT NULL,
    state VARCHAR(16) NOT NULL,
    block BOOLEAN NOT NULL,
    reviewer VARCHAR(16) NOT NULL,
    made BIGINT NOT NULL,
    until BIGINT,
    reason BYTEA NOT NULL
);
CREATE INDEX review_action_case ON review_action (case_id);
CREATE INDEX review_action_made ON review_action (made);

CREATE TABLE action_subject (
    action_id VARCHAR(32) NOT NULL REFERENCES review_action (id) ON DELETE CASCADE,
    subject VARCHAR(64) NOT NULL,
    data_key VARCHAR(32) NOT NULL REFERENCES data_key (ref) ON DELETE CASCADE,
    end_user BYTEA,
    PRIMARY KEY (action_id, subject)
);
CREATE INDEX action_subject_data_key ON action_subject (data_key);

-- References that customers quote.
CREATE TABLE decision_reference (
    reference VARCHAR(64) PRIMARY KEY,
    data_key VARCHAR(32) NOT NULL REFERENCES data_key (ref) ON DELETE CASCADE,
    end_user BYTEA,
    group_number INT NOT NULL,
    action VARCHAR(40) NOT NULL,
    reason_code VARCHAR(80) NOT NULL,
    made BIGINT NOT NULL,
    expires BIGINT
);
CREATE INDEX decision_reference_data_key ON decision_reference (data_key);

CREATE TABLE appeal (
    id VARCHAR(32) PRIMARY KEY,
    reference VARCHAR(64) NOT NULL,
    case_id VARCHAR(40),
    data_key VARCHAR(32) NOT NULL REFERENCES data_key (ref) ON DELETE CASCADE,
    end_user BYTEA,
    state VARCHAR(16) NOT NULL,
    filed BIGINT NOT NULL,
    filed_by VARCHAR(16) NOT NULL,
    statement BYTEA NOT NULL,
    decided BIGINT,
    decided_by VARCHAR(16),
    answer BYTEA
);
CREATE INDEX appeal_state ON appeal (state);
CREATE INDEX appeal_data_key ON appeal (data_key);

CREATE TABLE verification (
    data_key VARCHAR(32) PRIMARY KEY REFERENCES data_key (ref) ON DELETE CASCADE,
    state VARCHAR(16) NOT NULL,
    evidence BYTEA NOT NULL,
    reason BYTEA NOT NULL,
    expires BIGINT,
    updated BIGINT NOT NULL,
    updated_by VARCHAR(16) NOT NULL
);

-- Accounts whose data must not be erased for now.
CREATE TABLE legal_hold (
    data_key VARCHAR(32) PRIMARY KEY REFERENCES data_key (ref) ON DELETE RESTRICT,
    reason BYTEA NOT NULL,
    placed BIGINT NOT NULL,
    placed_by VARCHAR(16) NOT NULL,
    until BIGINT NOT NULL
);

-- The hash chain. Entries hold references to data keys and sealed identifiers, never identifiers.
CREATE TABLE audit_entry (
    sequence BIGINT PRIMARY KEY,
    hash VARCHAR(64) NOT NULL,
    entry TEXT NOT NULL
);
CREATE TABLE audit_head (
    id INT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL
);
INSERT INTO audit_head (id, sequence, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE audit_commitment (
    sequence BIGINT PRIMARY KEY,
    hash VARCHAR(64) NOT NULL,
    made BIGINT NOT NULL
);

-- Alerts that wait to be delivered, were, or never will be.
CREATE TABLE alert (
    id VARCHAR(32) PRIMARY KEY,
    occasion VARCHAR(200) NOT NULL,
    target VARCHAR(80) NOT NULL,
    body TEXT NOT NULL,
    state VARCHAR(16) NOT NULL,
    attempts INT NOT NULL,
    due BIGINT NOT NULL,
    raised BIGINT NOT NULL,
    error VARCHAR(300),
    UNIQUE (occasion, target)
);
CREATE INDEX alert_due ON alert (state, due);

-- Prompts kept on purpose: off unless configured.
CREATE TABLE sample (
    id VARCHAR(32) PRIMARY KEY,
    data_key VARCHAR(32) NOT NULL REFERENCES data_key (ref) ON DELETE CASCADE,
    taken BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    bytes INT NOT NULL,
    content BYTEA NOT NULL
);
CREATE INDEX sample_data_key ON sample (data_key);
CREATE INDEX sample_expires ON sample (expires);
