-- PostgreSQL keeps samples of columns for its planner; of these it shall keep none.
ALTER TABLE demur_house_secret ALTER COLUMN wrapped SET STATISTICS 0;
ALTER TABLE demur_house_person ALTER COLUMN login SET STATISTICS 0;
ALTER TABLE demur_house_person ALTER COLUMN login_key SET STATISTICS 0;
ALTER TABLE demur_house_person ALTER COLUMN password SET STATISTICS 0;
ALTER TABLE demur_house_person ALTER COLUMN totp SET STATISTICS 0;
ALTER TABLE demur_house_token ALTER COLUMN hash SET STATISTICS 0;
ALTER TABLE demur_house_session ALTER COLUMN hash SET STATISTICS 0;
ALTER TABLE demur_house_draft ALTER COLUMN body SET STATISTICS 0;
ALTER TABLE demur_house_failure ALTER COLUMN bucket SET STATISTICS 0;
ALTER TABLE demur_house_api_key ALTER COLUMN hash SET STATISTICS 0;
