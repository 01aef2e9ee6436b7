WITH page AS MATERIALIZED (
  SELECT num, id FROM family_claim WHERE +c_standing IN ('PARTLY_DISPUTED', 'CONTESTED', 'DENIED')
  ORDER BY c_sort_made DESC, id DESC LIMIT 20
), denial AS MATERIALIZED (
  SELECT p.id AS claim, l.src AS num, l.key, l.id FROM page p CROSS JOIN link_responds_to l
  WHERE l.rowid IN (SELECT x.rowid FROM link_responds_to x CROSS JOIN family_response f ON f.num = x.src
    WHERE x.dst = p.num AND f.c_node_kind = 'DENIAL' ORDER BY x.key DESC, x.id DESC LIMIT 20)
)
SELECT * FROM (SELECT 0, '', p.id, n.doc FROM page p CROSS JOIN node n ON n.num = p.num)
UNION ALL SELECT 2, p.id, n.id, n.doc FROM page p CROSS JOIN link_asserted_by l ON l.src = p.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT 3, p.id, n.id, n.doc FROM page p CROSS JOIN link_about l ON l.src = p.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT 5, p.id, n.id, n.doc FROM page p CROSS JOIN link_cites l ON l.src = p.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT 2, a.id, n.id, n.doc FROM page p CROSS JOIN link_about b ON b.src = p.num CROSS JOIN family_attack a ON a.num = b.dst
  CROSS JOIN link_cites l ON l.src = a.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT * FROM (SELECT 4, d.claim, d.id, n.doc FROM denial d CROSS JOIN node n ON n.num = d.num ORDER BY d.key DESC, d.id DESC)
UNION ALL SELECT 2, d.id, n.id, n.doc FROM denial d CROSS JOIN link_asserted_by l ON l.src = d.num CROSS JOIN node n ON n.num = l.dst
UNION ALL SELECT 3, d.id, n.id, n.doc FROM denial d CROSS JOIN link_cites l ON l.src = d.num CROSS JOIN node n ON n.num = l.dst
