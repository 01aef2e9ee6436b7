MATCH (g:Node) WHERE g.id IN $ids
WITH g ORDER BY g.sort_name, g.id LIMIT 100
RETURN collect([g.id, g.doc,
  COLLECT { MATCH (c:Claim)-[r:ASSERTED_BY]->() USING INDEX r:ASSERTED_BY(far, key, id)
    WHERE r.far = g.id AND r.key IS NOT NULL AND r.id IS NOT NULL AND r.firm = 1 WITH c, r ORDER BY r.far DESC, r.key DESC, r.id DESC LIMIT 20
    RETURN [c.id, c.doc, [(c)-[:ABOUT]->(x) | [x.id, x.doc, x.view]]] }
])
