MATCH (g:Node) WHERE g.id IN $ids
WITH g ORDER BY g.sort_name, g.id LIMIT 100
RETURN collect([g.id, g.doc,
  COLLECT { MATCH (g)<-[r:ASSERTED_BY]-(c:Claim) WHERE r.firm = 1 WITH c, r ORDER BY r.key DESC, r.id DESC LIMIT 20
    RETURN [c.id, c.doc, [(c)-[:ABOUT]->(x) | [x.id, x.doc, x.view]]] }
])
