-- A rotation gives the vault another root key. Owners are still looked up under the key derived from the first one, which
-- is kept here, wrapped; without a rotation there is none.
ALTER TABLE vault ADD COLUMN lookup BYTEA;
