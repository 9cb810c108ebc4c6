-- The first schema. Small columns that lists and filters read stand apart from
-- the large ones (content, sketch, page), which are packed JSON.

CREATE TABLE counter (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  mark  INTEGER NOT NULL, -- counts changes of articles
  clean INTEGER NOT NULL  -- the mark up to which stories are settled
);
INSERT INTO counter VALUES (1, 0, 0);

-- The captured bytes, packed, under their SHA-256.
CREATE TABLE capture (
  sha    TEXT PRIMARY KEY,
  packed BLOB NOT NULL
);

CREATE TABLE article (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  version    INTEGER NOT NULL,
  stamp      TEXT NOT NULL,
  code       TEXT NOT NULL,
  taken      INTEGER NOT NULL, -- nanoseconds since 1970
  name       TEXT NOT NULL,
  url        TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  outlet_key TEXT NOT NULL, -- folded
  title      TEXT NOT NULL,
  day        INTEGER,       -- reliable publication day, days since 1970
  published  TEXT NOT NULL, -- JSON
  sha        TEXT NOT NULL REFERENCES capture (sha)
);
CREATE INDEX article_digest ON article (id, stamp, code);
CREATE INDEX article_outlet ON article (outlet_key, id);
CREATE INDEX article_sha ON article (sha);

-- Which captures an article has had.
CREATE TABLE version (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  stamp   TEXT NOT NULL,
  taken   INTEGER NOT NULL,
  sha     TEXT NOT NULL REFERENCES capture (sha),
  PRIMARY KEY (article, version)
) WITHOUT ROWID;
CREATE INDEX version_sha ON version (sha);

CREATE TABLE content (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  text    BLOB NOT NULL, -- UTF-8, cut by bytes
  packed  BLOB NOT NULL  -- item, document and findings
);

CREATE TABLE sketch (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  packed  BLOB NOT NULL
);

-- What a search can find: paragraphs, with their words in normal form.
CREATE TABLE passage (
  id      INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  start   INTEGER NOT NULL,
  finish  INTEGER NOT NULL,
  para    INTEGER NOT NULL,
  words   TEXT NOT NULL
);
CREATE INDEX passage_article ON passage (article);

CREATE VIRTUAL TABLE passage_index USING fts5 (
  words, content = 'passage', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);
-- The index is kept by the statements that file and withdraw articles, one for
-- all paragraphs of an article: triggers would flush it once a paragraph.

-- The quotations of a passage: folded names with a space on either side.
CREATE TABLE said (
  passage INTEGER NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
  speaker TEXT NOT NULL,
  told    TEXT NOT NULL,
  name    TEXT NOT NULL
);
CREATE INDEX said_passage ON said (passage);

CREATE TABLE story (
  id      TEXT PRIMARY KEY,
  saga    TEXT NOT NULL,
  digest  TEXT NOT NULL,
  first   INTEGER,
  last    INTEGER,
  reports INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  members TEXT NOT NULL, -- JSON
  line    TEXT NOT NULL  -- JSON
);
CREATE INDEX story_size ON story (reports DESC, last DESC, first DESC, id);
CREATE INDEX story_day ON story (last DESC, first DESC, reports DESC, id);
CREATE INDEX story_saga ON story (saga);

CREATE TABLE page (
  story  TEXT PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
  packed BLOB NOT NULL
);

CREATE TABLE member (
  article TEXT PRIMARY KEY,
  story   TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX member_story ON member (story);

-- What stories can be chosen by: outlets, people, places, folded.
CREATE TABLE facet (
  kind  TEXT NOT NULL,
  key   TEXT NOT NULL,
  story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, key, story)
) WITHOUT ROWID;
CREATE INDEX facet_story ON facet (story);

CREATE TABLE utterance (
  story   TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  number  INTEGER NOT NULL,
  speaker TEXT NOT NULL, -- folded, a space on either side
  family  TEXT NOT NULL, -- JSON
  PRIMARY KEY (story, number)
) WITHOUT ROWID;

-- Ids of stories that are no more, and the stories they lead to.
CREATE TABLE redirect (
  id     TEXT PRIMARY KEY,
  target TEXT NOT NULL
) WITHOUT ROWID;
