WITH page AS MATERIALIZED (
  SELECT DISTINCT l.src AS num, l.key, l.id FROM link_lies_in l
  WHERE l.dst = (SELECT num FROM node WHERE id = :place) AND l.e_certain = 1 AND (l.key, l.id) < (:key, :last)
    AND (SELECT min(CASE d.e_span WHEN 0 THEN d.e_from >= :from AND d.e_to <= :to
      ELSE d.e_from >= 1 AND d.e_from >= :from AND d.e_from <= :to OR d.e_to < 99991231 AND d.e_to >= :from AND d.e_to <= :to
        OR d.e_from <= :to AND d.e_to >= :from AND d.e_from >= 1 AND d.e_to < 99991231 END)
      FROM link_dated d WHERE d.src = l.src AND d.e_firm = 1) = 1
  ORDER BY l.key DESC, l.id DESC LIMIT :first + 1
), claim AS MATERIALIZED (
  SELECT p.id AS attack, l.src AS num, l.key, l.id FROM page p CROSS JOIN link_about l
  WHERE l.rowid IN (SELECT x.rowid FROM link_about x CROSS JOIN family_claim f ON f.num = x.src
    WHERE x.dst = p.num ORDER BY x.key DESC, x.id DESC LIMIT 3)
)
SELECT * FROM (SELECT 0, '', p.id, n.doc, n.view, p.key FROM page p CROSS JOIN node n ON n.num = p.num)
UNION ALL SELECT * FROM (SELECT 4, c.attack, c.id, n.doc, NULL, NULL FROM claim c CROSS JOIN node n ON n.num = c.num ORDER BY c.key DESC, c.id DESC)
UNION ALL SELECT 2, c.id, n.id, n.doc, NULL, NULL FROM claim c CROSS JOIN link_asserted_by l ON l.src = c.num CROSS JOIN node n ON n.num = l.dst
