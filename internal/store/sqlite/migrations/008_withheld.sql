-- An article that is withheld stays, and is read by no question but those that
-- ask what is withheld: all others read what is shown.
ALTER TABLE article ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
CREATE VIEW shown AS SELECT * FROM article WHERE withheld = 0;
