-- Whom what is said names: the words of their names, and each name in normal form
-- with a space on either side. Of stories made before, it is known once they are
-- made anew.
CREATE TABLE about (
  word   TEXT NOT NULL,
  story  TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name   TEXT NOT NULL,
  PRIMARY KEY (word, story, number, name)
) WITHOUT ROWID;
CREATE INDEX about_story ON about (story);
