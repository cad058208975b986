-- Decisions in shadow are kept too, so that after a restart they lapse when they would have. Nobody was given their
-- references, so nobody appeals against them.
ALTER TABLE decision_reference ADD COLUMN since BIGINT;
UPDATE decision_reference SET since = made;
ALTER TABLE decision_reference ALTER COLUMN since SET NOT NULL;
ALTER TABLE decision_reference ADD COLUMN served BOOLEAN DEFAULT TRUE NOT NULL;
