MATCH (c:Claim) WHERE c.standing IN ['PARTLY_DISPUTED', 'CONTESTED', 'DENIED'] AND c.sort_made IS NOT NULL AND c.id IS NOT NULL
WITH c ORDER BY c.sort_made DESC, c.id DESC LIMIT 20
RETURN collect([c.id, c.doc,
  [(c)-[:ASSERTED_BY]->(a) | [a.id, a.doc]],
  [(c)-[:ABOUT]->(x) | [x.id, x.doc, [(x)-[:CITES]->(s) | [s.id, s.doc]]]],
  COLLECT { MATCH (c)<-[r:RESPONDS_TO]-(d:Denial) WITH d, r ORDER BY r.key DESC, r.id DESC LIMIT 20
    RETURN [d.id, d.doc, [(d)-[:ASSERTED_BY]->(a) | [a.id, a.doc]], [(d)-[:CITES]->(s) | [s.id, s.doc]]] },
  [(c)-[:CITES]->(s) | [s.id, s.doc]]
])
