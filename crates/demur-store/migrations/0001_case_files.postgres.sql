-- PostgreSQL keeps samples of columns for its planner; of these it shall keep none.
ALTER TABLE demur_lookup ALTER COLUMN tag SET STATISTICS 0;
ALTER TABLE demur_sealed ALTER COLUMN body SET STATISTICS 0;
ALTER TABLE demur_request ALTER COLUMN fingerprint SET STATISTICS 0;
ALTER TABLE demur_request ALTER COLUMN body SET STATISTICS 0;
