WITH page AS MATERIALIZED (
  SELECT f.num, f.id FROM json_each(:ids) j CROSS JOIN node n ON n.id = j.value CROSS JOIN family_actor f ON f.num = n.num
  ORDER BY f.c_sort_name, f.id LIMIT 100
), claim AS MATERIALIZED (
  SELECT p.id AS actor, l.src AS num, l.key, l.id FROM page p CROSS JOIN link_asserted_by l
  WHERE l.rowid IN (SELECT x.rowid FROM link_asserted_by x CROSS JOIN family_claim f ON f.num = x.src
    WHERE x.dst = p.num AND x.e_firm = 1 ORDER BY x.key DESC, x.id DESC LIMIT 20)
)
SELECT * FROM (SELECT 0, '', p.id, n.doc, NULL FROM page p CROSS JOIN node n ON n.num = p.num)
UNION ALL SELECT * FROM (SELECT 2, c.actor, c.id, n.doc, NULL FROM claim c CROSS JOIN node n ON n.num = c.num ORDER BY c.key DESC, c.id DESC)
UNION ALL SELECT 2, c.id, n.id, n.doc, n.view FROM (SELECT DISTINCT num, id FROM claim) c CROSS JOIN link_about l ON l.src = c.num CROSS JOIN node n ON n.num = l.dst
