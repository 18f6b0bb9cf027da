CREATE INDEX incidents_shown ON incidents (date_start DESC, incident_id, date_end)
  WHERE superseded_by IS NULL AND withheld = 0 AND status <> 'rejected';
CREATE INDEX incidents_country ON incidents (country, date_start DESC);
CREATE INDEX incidents_place ON incidents (place);
CREATE INDEX incidents_adm1 ON incidents (adm1);
CREATE INDEX incidents_grade ON incidents (grade, date_start DESC);
CREATE INDEX incidents_type ON incidents (sub_event_type, date_start DESC);
CREATE INDEX incidents_side_a ON incidents (side_a);
CREATE INDEX incidents_side_b ON incidents (side_b);
CREATE INDEX incidents_killed ON incidents (killed_best DESC);
CREATE INDEX incidents_inbox ON incidents (status, weight DESC);
ANALYZE;
