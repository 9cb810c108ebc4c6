-- What was said, in a table of rows: in a tree of keys alone each utterance of more
-- than a kilobyte takes a page of the file of its own, and two thirds of that stay empty.
CREATE TABLE utterance_rows (
  story   TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  number  INTEGER NOT NULL,
  speaker TEXT NOT NULL, -- folded, a space on either side
  family  TEXT NOT NULL, -- JSON
  PRIMARY KEY (story, number)
);
INSERT INTO utterance_rows SELECT story, number, speaker, family FROM utterance ORDER BY story, number;
DROP TABLE utterance;
ALTER TABLE utterance_rows RENAME TO utterance;
