WITH attack AS MATERIALIZED (
  SELECT num, id, doc, view FROM node WHERE id = :id AND kind = 'ATTACK'
), claim AS MATERIALIZED (
  SELECT l.src AS num, l.key, l.id FROM attack a CROSS JOIN link_about l CROSS JOIN family_claim f ON f.num = l.src
  WHERE l.dst = a.num ORDER BY l.key DESC, l.id DESC LIMIT 20
), response AS MATERIALIZED (
  SELECT c.id AS claim, l.src AS num, l.key, l.id FROM claim c CROSS JOIN link_responds_to l
  WHERE l.rowid IN (SELECT x.rowid FROM link_responds_to x WHERE x.dst = c.num ORDER BY x.key DESC, x.id DESC LIMIT 20)
)
SELECT 0, '', id, doc, view FROM attack
UNION ALL SELECT 3, a.id, n.id, n.doc, NULL FROM attack a CROSS JOIN link_occurred_at l ON l.src = a.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT 4, a.id, n.id, n.doc, NULL FROM attack a CROSS JOIN link_cites l ON l.src = a.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT * FROM (SELECT 5, a.id, c.id, n.doc, NULL FROM attack a CROSS JOIN claim c CROSS JOIN node n ON n.num = c.num ORDER BY c.key DESC, c.id DESC)
UNION ALL SELECT 2, c.id, n.id, n.doc, NULL FROM claim c CROSS JOIN link_asserted_by l ON l.src = c.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT 4, c.id, n.id, n.doc, NULL FROM claim c CROSS JOIN link_cites l ON l.src = c.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT * FROM (SELECT 3, r.claim, r.id, n.doc, NULL FROM response r CROSS JOIN node n ON n.num = r.num ORDER BY r.key DESC, r.id DESC)
UNION ALL SELECT 2, r.id, n.id, n.doc, NULL FROM response r CROSS JOIN link_asserted_by l ON l.src = r.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT 3, r.id, n.id, n.doc, NULL FROM response r CROSS JOIN link_cites l ON l.src = r.num CROSS JOIN node n ON n.num = l.dst
