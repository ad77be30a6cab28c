-- Days behind and days late that colour a plan; thresholds of before take those that ship (storage/threshold.py).
ALTER TABLE threshold ADD COLUMN behind_red INTEGER DEFAULT NULL;
ALTER TABLE threshold ADD COLUMN behind_amber INTEGER DEFAULT NULL;
ALTER TABLE threshold ADD COLUMN late_red INTEGER DEFAULT NULL;
ALTER TABLE threshold ADD COLUMN late_amber INTEGER DEFAULT NULL;
