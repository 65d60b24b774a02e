-- How long a decision took, whether somebody confirmed it, texts with a day of their own, and keys
-- with names of their own.

ALTER TABLE demur_case ADD COLUMN seconds BIGINT;
ALTER TABLE demur_case ADD COLUMN adjustment_offered BIGINT;
ALTER TABLE demur_case ADD COLUMN confirmed_by TEXT;
ALTER TABLE demur_case ADD COLUMN key_id TEXT NOT NULL DEFAULT '';
UPDATE demur_case SET key_id = number;
ALTER TABLE demur_sealed ADD COLUMN due TEXT;

CREATE INDEX demur_sealed_by_due ON demur_sealed (due);
CREATE INDEX demur_case_by_state ON demur_case (state, day, number);
