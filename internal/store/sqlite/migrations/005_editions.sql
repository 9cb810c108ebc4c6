-- How often stories were settled: with the mark it tells whether anything changed.
ALTER TABLE counter ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
