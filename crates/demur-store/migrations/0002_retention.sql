-- Periods, holds, and what stays when everything else is gone.

ALTER TABLE demur_case ADD COLUMN tier_a_until TEXT;
ALTER TABLE demur_case ADD COLUMN tier_b_until TEXT NOT NULL DEFAULT '9999-12-31';
ALTER TABLE demur_case ADD COLUMN on_hold BIGINT NOT NULL DEFAULT 0;

-- What was written before has the periods of the shortest profile (six months, three years).
UPDATE demur_case SET tier_b_until = CAST(CAST(substr(month, 1, 4) AS BIGINT) + 3 AS TEXT)
    || substr(month, 5) || '-28';
UPDATE demur_case SET tier_a_until = CASE
    WHEN CAST(substr(month, 6, 2) AS BIGINT) <= 6
    THEN substr(month, 1, 5) || CASE WHEN CAST(substr(month, 6, 2) AS BIGINT) <= 3 THEN '0' ELSE '' END
        || CAST(CAST(substr(month, 6, 2) AS BIGINT) + 6 AS TEXT) || '-28'
    ELSE CAST(CAST(substr(month, 1, 4) AS BIGINT) + 1 AS TEXT) || '-0'
        || CAST(CAST(substr(month, 6, 2) AS BIGINT) - 6 AS TEXT) || '-28'
    END
    WHERE identity = 'sealed';

CREATE INDEX demur_case_by_tier_a ON demur_case (tier_a_until, number);
CREATE INDEX demur_case_by_tier_b ON demur_case (tier_b_until, number);

CREATE TABLE demur_hold (
    case_number TEXT NOT NULL,
    nr BIGINT NOT NULL,
    fact TEXT NOT NULL,
    fact_day TEXT NOT NULL,
    set_day TEXT NOT NULL,
    author TEXT NOT NULL,
    review_by TEXT NOT NULL,
    ended TEXT,
    PRIMARY KEY (case_number, nr)
);

CREATE INDEX demur_hold_by_review ON demur_hold (review_by);

CREATE TABLE demur_statistic (
    month TEXT NOT NULL,
    site TEXT NOT NULL,
    class TEXT NOT NULL,
    ground TEXT NOT NULL,
    verdict TEXT NOT NULL,
    choice TEXT NOT NULL,
    cases BIGINT NOT NULL,
    PRIMARY KEY (month, site, class, ground, verdict, choice)
);
