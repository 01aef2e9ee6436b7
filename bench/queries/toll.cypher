MATCH (p:Node {id: $place})<-[r:LIES_IN]-(x:Attack)
WHERE r.certain = 1
  AND EXISTS { (x)-[d:DATED]->() WHERE d.firm = 1 }
  AND NOT EXISTS { (x)-[d:DATED]->() WHERE d.firm = 1 AND NOT CASE d.span WHEN 0 THEN d.from >= $from AND d.to <= $to
  ELSE d.from >= 1 AND d.from >= $from AND d.from <= $to OR d.to < 99991231 AND d.to >= $from AND d.to <= $to
    OR d.from <= $to AND d.to >= $from AND d.from >= 1 AND d.to < 99991231 END }
WITH DISTINCT x
OPTIONAL MATCH (x)-[t:TOLLED]->() WHERE t.outcome = 'KILLED'
WITH count(x) AS attacks, sum(CASE WHEN t.min >= 0 THEN t.min END) AS least, sum(t.max) AS most, count(t) AS stated,
  count(CASE WHEN t.max = 2147483647 THEN 1 END) AS open
RETURN [['', attacks, least, most, stated, open]]
