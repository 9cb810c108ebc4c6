-- The words of the names of speakers, so that all that somebody said is found
-- without reading what everybody said.
CREATE TABLE spoken (
  word   TEXT NOT NULL,
  story  TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  PRIMARY KEY (word, story, number)
) WITHOUT ROWID;
CREATE INDEX spoken_story ON spoken (story);

WITH RECURSIVE cut (story, number, word, rest) AS (
  SELECT story, number, '', trim(speaker) || ' ' FROM utterance
  UNION ALL
  SELECT story, number, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM cut WHERE rest <> ''
)
INSERT OR IGNORE INTO spoken (word, story, number) SELECT word, story, number FROM cut WHERE word <> '';
