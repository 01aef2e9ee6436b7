WITH RECURSIVE up (num, step) AS (
  SELECT num, 0 FROM node WHERE id = :id
  UNION SELECT t.dst, u.step + 1 FROM up u CROSS JOIN link_ties_from f ON f.dst = u.num CROSS JOIN link_ties_to t ON t.src = f.src WHERE u.step < 5
), claim AS MATERIALIZED (
  SELECT x.src AS num, x.key, x.id FROM link_asserted_by x CROSS JOIN family_claim f ON f.num = x.src
  WHERE x.dst = (SELECT num FROM node WHERE id = :id) AND x.e_firm = 1 ORDER BY x.key DESC, x.id DESC LIMIT 20
)
SELECT 0, '', n.id, n.doc, NULL FROM node n WHERE n.id = :id
UNION ALL SELECT * FROM (SELECT 2, '', n.id, n.doc, NULL FROM (SELECT DISTINCT num FROM up) u CROSS JOIN link_ties_from f ON f.dst = u.num
  CROSS JOIN node n ON n.num = f.src ORDER BY f.key DESC, f.id DESC)
UNION ALL SELECT 3, '', n.id, n.doc, NULL FROM (SELECT DISTINCT num FROM up) u CROSS JOIN node n ON n.num = u.num
UNION ALL SELECT * FROM (SELECT 4, '', c.id, n.doc, (SELECT count(*) FROM link_responds_to r WHERE r.dst = c.num) FROM claim c CROSS JOIN node n ON n.num = c.num ORDER BY c.key DESC, c.id DESC)
