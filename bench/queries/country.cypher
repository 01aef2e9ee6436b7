MATCH (p:Node {id: $place})<-[r:LIES_IN]-(x:Attack)
WHERE r.certain = 1 AND r.key <= $key AND (r.key < $key OR r.id < $last)
  AND EXISTS { (x)-[d:DATED]->() WHERE d.firm = 1 }
  AND NOT EXISTS { (x)-[d:DATED]->() WHERE d.firm = 1 AND NOT CASE d.span WHEN 0 THEN d.from >= $from AND d.to <= $to
  ELSE d.from >= 1 AND d.from >= $from AND d.from <= $to OR d.to < 99991231 AND d.to >= $from AND d.to <= $to
    OR d.from <= $to AND d.to >= $from AND d.from >= 1 AND d.to < 99991231 END }
WITH DISTINCT x, r.key AS key, r.id AS id ORDER BY key DESC, id DESC LIMIT $first + 1
RETURN collect([id, x.doc, x.view, key,
  COLLECT { MATCH (x)<-[o:ABOUT]-(c:Claim) WITH c, o ORDER BY o.key DESC, o.id DESC LIMIT 3
    RETURN [c.id, c.doc, [(c)-[:ASSERTED_BY]->(a) | [a.id, a.doc]]] }
])
