MATCH (x:Node) WHERE x.id IN $of
CALL (x) {
  MATCH (x)-[r:OCCURRED_AT|TARGETS|ABOUT]-(m) WHERE coalesce(m.retracted, 0) = 0
  RETURN collect([startNode(r).id, endNode(r).id, type(r)]) AS near, collect(DISTINCT m) AS met
}
WITH near, met, [m IN met WHERE
  COUNT { (m)<-[:ASSERTED_BY]-() } <= 1000 AND COUNT { (m)<-[:ATTRIBUTED_TO]-() } <= 1000 AND COUNT { (m)<-[:ISSUED_BY]-() } <= 1000
  AND COUNT { (m)<-[:TIES]-() } <= 1000 AND COUNT { (m)<-[:SCOPED_TO]-() } <= 1000
  AND COUNT { (m)-[:LOCATED_IN]-() } + COUNT { (m)-[:BASED_IN]-() } <= 1000
  AND (COUNT { (m)<-[:OCCURRED_AT]-() } <= 1000 OR COUNT { MATCH (m)<-[:OCCURRED_AT]-(:Attack) RETURN 1 LIMIT 1001 } <= 1000)
  AND (COUNT { (m)<-[:TARGETS]-() } <= 1000 OR COUNT { MATCH (m)<-[:TARGETS]-(:Attack) RETURN 1 LIMIT 1001 } <= 1000)] AS crossed
CALL (crossed) {
  UNWIND crossed AS m
  MATCH (m)-[r:ASSERTED_BY|ATTRIBUTED_TO|ISSUED_BY|IN_STATEMENT|ABOUT|RESPONDS_TO|SUPERSEDES|LOCATED_IN|BASED_IN|OCCURRED_AT|TARGETS|SCOPED_TO]-(o)
  WHERE coalesce(o.retracted, 0) = 0 AND NOT (type(r) IN ['OCCURRED_AT', 'TARGETS'] AND NOT startNode(r):Attack)
  RETURN collect([startNode(r).id, endNode(r).id, CASE type(r) WHEN 'BASED_IN' THEN 'LOCATED_IN' ELSE type(r) END]) AS far
}
CALL (crossed) {
  UNWIND crossed AS m MATCH (m)<-[:TIES]-(t) MATCH (a)<-[:TIES_FROM]-(t)-[:TIES_TO]->(b)
  RETURN collect([a.id, b.id, 'AFFILIATED_WITH']) AS ties
}
RETURN [['', size(crossed) < size(met), [l IN near + far + ties | ['', l[0], l[1], l[2]]]]]
