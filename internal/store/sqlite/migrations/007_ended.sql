-- A log of the stories that are no more: when they ended, and why.
CREATE TABLE ended (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id     TEXT NOT NULL,
  heir   TEXT NOT NULL, -- '' when the reports were withdrawn
  at     INTEGER NOT NULL, -- nanoseconds since 1970
  why    TEXT NOT NULL
);
