-- How it goes with a feed.
ALTER TABLE subscription ADD COLUMN tried   INTEGER;                    -- nanoseconds since 1970; NULL when never
ALTER TABLE subscription ADD COLUMN problem TEXT NOT NULL DEFAULT '';   -- why the last try failed
ALTER TABLE subscription ADD COLUMN taken   INTEGER NOT NULL DEFAULT 0; -- articles that came by it
