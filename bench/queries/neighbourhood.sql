WITH attack AS MATERIALIZED (
  SELECT n.num FROM json_each(:of) j CROSS JOIN node n ON n.id = j.value
), near AS MATERIALIZED (
  SELECT l.dst AS far, l.src, l.dst, 'OCCURRED_AT' AS relation FROM attack a CROSS JOIN link_occurred_at l ON l.src = a.num
  UNION ALL SELECT l.dst, l.src, l.dst, 'TARGETS' FROM attack a CROSS JOIN link_targets l ON l.src = a.num
  UNION ALL SELECT l.src, l.src, l.dst, 'ABOUT' FROM attack a CROSS JOIN link_about l ON l.dst = a.num
    WHERE NOT EXISTS (SELECT 1 FROM family_claim f WHERE f.num = l.src AND f.c_retracted) AND NOT EXISTS (SELECT 1 FROM family_response f WHERE f.num = l.src AND f.c_retracted)
), met AS MATERIALIZED (
  SELECT num, (SELECT count(*) FROM (SELECT 1 FROM link_asserted_by l WHERE l.dst = m.num LIMIT 1001)) > 1000
    OR (SELECT count(*) FROM (SELECT 1 FROM link_attributed_to l WHERE l.dst = m.num LIMIT 1001)) > 1000
    OR (SELECT count(*) FROM (SELECT 1 FROM link_issued_by l WHERE l.dst = m.num LIMIT 1001)) > 1000
    OR (SELECT count(*) FROM (SELECT 1 FROM link_occurred_at l CROSS JOIN family_attack f ON f.num = l.src WHERE l.dst = m.num LIMIT 1001)) > 1000
    OR (SELECT count(*) FROM (SELECT 1 FROM link_targets l CROSS JOIN family_attack f ON f.num = l.src WHERE l.dst = m.num LIMIT 1001)) > 1000
    OR (SELECT count(*) FROM (SELECT 1 FROM link_ties l WHERE l.dst = m.num LIMIT 1001)) > 1000
    OR (SELECT count(*) FROM (SELECT 1 FROM link_scoped_to l WHERE l.dst = m.num LIMIT 1001)) > 1000
    OR (SELECT count(*) FROM (SELECT 1 FROM link_located_in l WHERE l.dst = m.num UNION ALL SELECT 1 FROM link_based_in l WHERE l.dst = m.num LIMIT 1001)) > 1000
    AS crowded FROM (SELECT DISTINCT far AS num FROM near) m
), link AS MATERIALIZED (
  SELECT src, dst, relation FROM near
  UNION ALL SELECT l.src, l.dst, 'ASSERTED_BY' FROM met m CROSS JOIN link_asserted_by l ON m.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'ASSERTED_BY' FROM met m CROSS JOIN link_asserted_by l ON m.num = l.dst WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'ATTRIBUTED_TO' FROM met m CROSS JOIN link_attributed_to l ON m.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'ATTRIBUTED_TO' FROM met m CROSS JOIN link_attributed_to l ON m.num = l.dst WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'ISSUED_BY' FROM met m CROSS JOIN link_issued_by l ON m.num = l.dst WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'IN_STATEMENT' FROM met m CROSS JOIN link_in_statement l ON m.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'ABOUT' FROM met m CROSS JOIN link_about l ON m.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'RESPONDS_TO' FROM met m CROSS JOIN link_responds_to l ON m.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'RESPONDS_TO' FROM met m CROSS JOIN link_responds_to l ON m.num = l.dst WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'SUPERSEDES' FROM met m CROSS JOIN link_supersedes l ON m.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'SUPERSEDES' FROM met m CROSS JOIN link_supersedes l ON m.num = l.dst WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'LOCATED_IN' FROM met m CROSS JOIN link_located_in l ON m.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'LOCATED_IN' FROM met m CROSS JOIN link_located_in l ON m.num = l.dst WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'LOCATED_IN' FROM met m CROSS JOIN link_based_in l ON m.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'LOCATED_IN' FROM met m CROSS JOIN link_based_in l ON m.num = l.dst WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'OCCURRED_AT' FROM met m CROSS JOIN link_occurred_at l ON m.num = l.dst CROSS JOIN family_attack f ON f.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'TARGETS' FROM met m CROSS JOIN link_targets l ON m.num = l.dst CROSS JOIN family_attack f ON f.num = l.src WHERE NOT m.crowded
  UNION ALL SELECT l.src, l.dst, 'SCOPED_TO' FROM met m CROSS JOIN link_scoped_to l ON m.num = l.dst WHERE NOT m.crowded
  UNION ALL SELECT f.dst, t.dst, 'AFFILIATED_WITH' FROM met m CROSS JOIN link_ties l ON m.num = l.dst CROSS JOIN link_ties_from f ON f.src = l.src
    CROSS JOIN link_ties_to t ON t.src = l.src WHERE NOT m.crowded
)
SELECT 0, '', '', coalesce(max(crowded), 0), NULL, NULL FROM met
UNION ALL SELECT 2, '', '', a.id, b.id, l.relation FROM link l CROSS JOIN node a ON a.num = l.src CROSS JOIN node b ON b.num = l.dst
WHERE NOT EXISTS (SELECT 1 FROM family_claim f WHERE f.num IN (l.src, l.dst) AND f.c_retracted)
  AND NOT EXISTS (SELECT 1 FROM family_response f WHERE f.num IN (l.src, l.dst) AND f.c_retracted)
