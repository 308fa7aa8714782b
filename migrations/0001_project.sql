-- The project file as Emic first made it. Ids are UUIDs so that projects can be merged. Offsets are UTF-16 code units inside a turn.
-- `user_version` and `application_id` are set by the opener, in the same transaction as this file.

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE coder (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  color TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- The imported files themselves, so that a project moves as one. Never changed nor deleted: an undone import can be redone.
CREATE TABLE source_file (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('interview', 'focus-group', 'field-notes', 'survey-answers', 'report', 'other')),
  position INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES source_file (id),
  encoding TEXT,
  -- Kept current by every change to the text: code points with one LF between turns, words, and turns that begin a speech.
  characters INTEGER NOT NULL,
  words INTEGER NOT NULL,
  turns INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE study_case (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE speaker (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  case_id TEXT REFERENCES study_case (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX speaker_document ON speaker (document_id);
CREATE INDEX speaker_case ON speaker (case_id);

-- One paragraph of a transcript. The document's text is its turns in order, joined by one LF.
CREATE TABLE turn (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  -- Gapped, so that dividing a turn moves no other.
  position INTEGER NOT NULL,
  speaker_id TEXT REFERENCES speaker (id) ON DELETE SET NULL,
  continues INTEGER NOT NULL CHECK (continues IN (0, 1)),
  start_ms INTEGER,
  heading INTEGER NOT NULL CHECK (heading BETWEEN 0 AND 6),
  text TEXT NOT NULL,
  -- Length of `text` in UTF-16 code units (SQLite's length() counts code points).
  units INTEGER NOT NULL,
  -- Bold and italic beside the text: JSON [[start, end, 'b' | 'i'], …].
  marks TEXT NOT NULL
) STRICT;
-- Covers the translation of positions, so that it never reads a text.
CREATE INDEX turn_document ON turn (document_id, position, units, id);
CREATE INDEX turn_speaker ON turn (speaker_id);

CREATE TABLE code (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES code (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  codable INTEGER NOT NULL CHECK (codable IN (0, 1)),
  definition TEXT NOT NULL,
  when_to_use TEXT NOT NULL,
  when_not_to_use TEXT NOT NULL,
  example TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX code_parent ON code (parent_id, position);

-- Anchored to turns, so that an edit touches only the codings that begin or end in the turn it changes.
CREATE TABLE coding (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  code_id TEXT NOT NULL REFERENCES code (id) ON DELETE CASCADE,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  start_turn_id TEXT NOT NULL REFERENCES turn (id),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_turn_id TEXT NOT NULL REFERENCES turn (id),
  end_offset INTEGER NOT NULL CHECK (end_offset >= 0),
  weight INTEGER CHECK (weight BETWEEN 0 AND 100),
  comment TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX coding_document ON coding (document_id, code_id, coder_id);
CREATE INDEX coding_code ON coding (code_id, document_id, coder_id);
CREATE INDEX coding_coder ON coding (coder_id);
CREATE INDEX coding_start_turn ON coding (start_turn_id);
CREATE INDEX coding_end_turn ON coding (end_turn_id);

CREATE TABLE memo (
  id TEXT PRIMARY KEY,
  -- At most one target; none: the project itself.
  document_id TEXT REFERENCES document (id) ON DELETE CASCADE,
  code_id TEXT REFERENCES code (id) ON DELETE CASCADE,
  coding_id TEXT REFERENCES coding (id) ON DELETE CASCADE,
  case_id TEXT REFERENCES study_case (id) ON DELETE CASCADE,
  theme_id TEXT REFERENCES theme (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  CHECK ((document_id IS NOT NULL) + (code_id IS NOT NULL) + (coding_id IS NOT NULL) + (case_id IS NOT NULL) + (theme_id IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX memo_document ON memo (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX memo_code ON memo (code_id) WHERE code_id IS NOT NULL;
CREATE INDEX memo_coding ON memo (coding_id) WHERE coding_id IS NOT NULL;
CREATE INDEX memo_case ON memo (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX memo_theme ON memo (theme_id) WHERE theme_id IS NOT NULL;
CREATE INDEX memo_coder ON memo (coder_id);

CREATE TABLE variable (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'category')),
  -- JSON array, in order.
  categories TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE case_value (
  case_id TEXT NOT NULL REFERENCES study_case (id) ON DELETE CASCADE,
  variable_id TEXT NOT NULL REFERENCES variable (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (case_id, variable_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_value_variable ON case_value (variable_id, value);

CREATE TABLE case_document (
  case_id TEXT NOT NULL REFERENCES study_case (id) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  PRIMARY KEY (case_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_document_document ON case_document (document_id);

CREATE TABLE theme (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  claim TEXT NOT NULL,
  color TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE theme_code (
  theme_id TEXT NOT NULL REFERENCES theme (id) ON DELETE CASCADE,
  code_id TEXT NOT NULL REFERENCES code (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (theme_id, code_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_code_code ON theme_code (code_id);

-- One row a change that a person made. `undone` can be redone; `left` was undone when another change was made.
CREATE TABLE journal_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  coder_id TEXT,
  kind TEXT NOT NULL,
  -- JSON: names as they were and counts, for the sentence that describes it.
  params TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'left'))
) STRICT;
CREATE INDEX journal_entry_state ON journal_entry (state, id);

-- What takes an entry back (or forth, once undone), row by row, to be applied from the highest `seq` down.
CREATE TABLE journal_change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  entry_id INTEGER NOT NULL REFERENCES journal_entry (id),
  table_name TEXT NOT NULL,
  -- What happened to the row: 'insert' (the inverse deletes it), 'update' and 'delete' (the inverse puts `image` back).
  happened TEXT NOT NULL CHECK (happened IN ('insert', 'update', 'delete')),
  -- JSON object: after 'insert' the primary key (and document_id where the table has one), otherwise the whole row as it was.
  image TEXT NOT NULL
) STRICT;
CREATE INDEX journal_change_entry ON journal_change (entry_id, seq);

-- Co-occurrence, materialised: pairs of codings by one coder that share a character (code_a < code_b); code_a = code_b counts the
-- code's codings. Derived from `coding`, never journaled; documents whose rows are behind stand in `cooccurrence_stale`.
CREATE TABLE cooccurrence (
  document_id TEXT NOT NULL,
  coder_id TEXT NOT NULL,
  code_a TEXT NOT NULL,
  code_b TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (document_id, coder_id, code_a, code_b)
) STRICT, WITHOUT ROWID;

CREATE TABLE cooccurrence_total (
  coder_id TEXT NOT NULL,
  code_a TEXT NOT NULL,
  code_b TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (coder_id, code_a, code_b)
) STRICT, WITHOUT ROWID;

CREATE TABLE cooccurrence_stale (
  document_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER coding_inserted AFTER INSERT ON coding BEGIN
  INSERT OR IGNORE INTO cooccurrence_stale (document_id) VALUES (NEW.document_id);
END;
CREATE TRIGGER coding_updated AFTER UPDATE OF document_id, code_id, coder_id, start_turn_id, start_offset, end_turn_id, end_offset ON coding BEGIN
  INSERT OR IGNORE INTO cooccurrence_stale (document_id) VALUES (NEW.document_id);
END;
CREATE TRIGGER coding_deleted AFTER DELETE ON coding BEGIN
  INSERT OR IGNORE INTO cooccurrence_stale (document_id) VALUES (OLD.document_id);
END;
