MATCH (x:Attack) WHERE toString($from / 10000) IN x.years
  AND EXISTS { (x)-[d:DATED]->() WHERE d.firm = 1 }
  AND NOT EXISTS { (x)-[d:DATED]->() WHERE d.firm = 1 AND NOT CASE d.span WHEN 0 THEN d.from >= $from AND d.to <= $to
  ELSE d.from >= 1 AND d.from >= $from AND d.from <= $to OR d.to < 99991231 AND d.to >= $from AND d.to <= $to
    OR d.from <= $to AND d.to >= $from AND d.from >= 1 AND d.to < 99991231 END }
OPTIONAL MATCH (x)-[r:LIES_IN]->(p:Location) WHERE r.certain = 1 AND p.kind = 'ADMIN1'
WITH p, count(DISTINCT x) AS attacks
RETURN collect([coalesce(p.id, ''), attacks, p.doc, p.sort_name])
