-- Search by more than words: each paragraph with all that a query can ask of
-- it, so that one look into the index answers it. The rows are made anew from
-- the articles when this step is taken.
DROP TABLE said;
DROP TABLE passage_index;
DROP TABLE passage;

-- Lists of names are folded, a space on either side of each, "|" between them;
-- speakers, told and names go together, place by place.
CREATE TABLE passage (
  id       INTEGER PRIMARY KEY,
  article  INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  start    INTEGER NOT NULL,
  finish   INTEGER NOT NULL,
  para     INTEGER NOT NULL,
  words    TEXT NOT NULL,
  speakers TEXT NOT NULL,
  told     TEXT NOT NULL,
  names    TEXT NOT NULL, -- the speakers as people write them
  people   TEXT NOT NULL,
  places   TEXT NOT NULL,
  outlet   TEXT NOT NULL, -- of the article, folded
  figures  TEXT NOT NULL, -- the numbers in it
  marks    TEXT NOT NULL  -- terms for ranges of days and of numbers: package find
);
CREATE INDEX passage_article ON passage (article);

CREATE VIRTUAL TABLE passage_index USING fts5 (
  words, speakers, told, people, places, outlet, marks,
  content = 'passage', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);

-- Where the reports of a story differ: the words on either side.
CREATE TABLE disputed (
  story   TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  article TEXT NOT NULL,
  start   INTEGER NOT NULL,
  finish  INTEGER NOT NULL
);
CREATE INDEX disputed_article ON disputed (article, start);
CREATE INDEX disputed_story ON disputed (story);
