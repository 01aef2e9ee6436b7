MATCH (x:Node {id: $id})
RETURN collect([x.id, x.doc, x.view,
  [(x)-[:OCCURRED_AT]->(l) | [l.id, l.doc]],
  [(x)-[:CITES]->(s) | [s.id, s.doc]],
  COLLECT { MATCH (x)<-[r:ABOUT]-(c:Claim) WITH c, r ORDER BY r.key DESC, r.id DESC LIMIT 20
    RETURN [c.id, c.doc,
      [(c)-[:ASSERTED_BY]->(a) | [a.id, a.doc]],
      COLLECT { MATCH (c)<-[t:RESPONDS_TO]-(d) WITH d, t ORDER BY t.key DESC, t.id DESC LIMIT 20
        RETURN [d.id, d.doc, [(d)-[:ASSERTED_BY]->(a) | [a.id, a.doc]], [(d)-[:CITES]->(s) | [s.id, s.doc]]] },
      [(c)-[:CITES]->(s) | [s.id, s.doc]]] }
])
