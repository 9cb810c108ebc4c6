-- The feeds that articles are taken from.
CREATE TABLE subscription (
  url     TEXT PRIMARY KEY,
  title   TEXT NOT NULL,
  site    TEXT NOT NULL,
  added   INTEGER NOT NULL, -- nanoseconds since 1970
  checked INTEGER,          -- likewise; NULL when never
  web     TEXT NOT NULL     -- JSON: what the server said
);
