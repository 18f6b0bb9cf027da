-- The desk's index: made from the register, thrown away and made again at will.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE incidents (
  number INTEGER PRIMARY KEY,
  incident_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  date_start TEXT, date_end TEXT,
  place TEXT, adm1 TEXT, country TEXT, lat REAL, lon REAL, where_precision INTEGER,
  -- On a square of 2^22 cells a side (Web Mercator), so that shifting bits is zooming out.
  across INTEGER, down INTEGER,
  event_type TEXT, sub_event_type TEXT, side_a TEXT, side_b TEXT,
  killed_low INTEGER, killed_best INTEGER, killed_high INTEGER,
  injured_low INTEGER, injured_best INTEGER, injured_high INTEGER,
  killed_said INTEGER NOT NULL, injured_said INTEGER NOT NULL,
  grade TEXT NOT NULL, sources INTEGER NOT NULL, dispatches INTEGER NOT NULL,
  documents INTEGER NOT NULL, contradictions INTEGER NOT NULL,
  status TEXT NOT NULL, weight REAL NOT NULL, reasons TEXT NOT NULL,
  withheld INTEGER NOT NULL, superseded_by TEXT, claims_digest TEXT NOT NULL
);
-- Apart, so that what is searched and counted stays small.
-- `shown` is what people below a lead see, where that is not the same.
CREATE TABLE wholes (number INTEGER PRIMARY KEY, payload TEXT NOT NULL, shown TEXT);
CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE claims (
  claim_id TEXT PRIMARY KEY, document_id TEXT NOT NULL, kind TEXT NOT NULL, incident_id TEXT,
  day TEXT, place TEXT
) WITHOUT ROWID;
CREATE INDEX claims_incident ON claims (incident_id);
CREATE INDEX claims_document ON claims (document_id);
CREATE INDEX claims_kind ON claims (kind, day);
CREATE TABLE documents (
  document_id TEXT PRIMARY KEY, dispatch_id TEXT, publisher TEXT, agency TEXT, day TEXT,
  language TEXT, title TEXT, withheld INTEGER NOT NULL, claims INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX documents_dispatch ON documents (dispatch_id);
CREATE TABLE lineage (
  kind TEXT NOT NULL, subject TEXT NOT NULL, first TEXT, second TEXT, payload TEXT NOT NULL,
  PRIMARY KEY (kind, subject)
) WITHOUT ROWID;
CREATE INDEX lineage_first ON lineage (first);
CREATE INDEX lineage_second ON lineage (second);
CREATE TABLE contradictions (
  contradiction_id TEXT PRIMARY KEY, incident_id TEXT, payload TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX contradictions_incident ON contradictions (incident_id);
CREATE TABLE tolls (
  toll_id TEXT PRIMARY KEY, source TEXT NOT NULL, scope TEXT NOT NULL, outcome TEXT NOT NULL,
  place TEXT NOT NULL, points INTEGER NOT NULL, payload TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX tolls_shown ON tolls (outcome, place);
CREATE TABLE toll_points (
  toll_id TEXT NOT NULL, claim_id TEXT NOT NULL, document_id TEXT NOT NULL,
  PRIMARY KEY (toll_id, claim_id)
) WITHOUT ROWID;
CREATE TABLE maybe_same (
  one TEXT NOT NULL, other TEXT NOT NULL, score REAL NOT NULL, evidence TEXT NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX maybe_other ON maybe_same (other);
-- What is recorded besides casualties: one row a record, its claims and what is searched apart.
CREATE TABLE records (
  number INTEGER PRIMARY KEY, kind TEXT NOT NULL, day TEXT, place TEXT NOT NULL,
  course TEXT NOT NULL, contradicted INTEGER NOT NULL
);
CREATE INDEX records_latest ON records (kind, day IS NULL, day DESC, number);
CREATE INDEX records_place ON records (kind, place, day IS NULL, day DESC, number);
CREATE TABLE record_counts (
  kind TEXT NOT NULL, place TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, place)
) WITHOUT ROWID;
CREATE TABLE record_claims (
  number INTEGER NOT NULL, at INTEGER NOT NULL, claim_id TEXT NOT NULL, document_id TEXT NOT NULL,
  PRIMARY KEY (number, at)
) WITHOUT ROWID;
CREATE INDEX record_claims_claim ON record_claims (claim_id);
CREATE INDEX record_claims_document ON record_claims (document_id);
CREATE VIRTUAL TABLE record_words USING fts5(
  body, tokenize = 'unicode61 remove_diacritics 2'
);
