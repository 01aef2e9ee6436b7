MATCH (g:Node {id: $id})
RETURN collect([g.id, g.doc,
  COLLECT { MATCH (g) (()<-[:TIES_FROM]-()-[:TIES_TO]->()){0,4} (u)<-[r:TIES_FROM]-(t) WITH DISTINCT t, r ORDER BY r.key DESC, r.id DESC RETURN [t.id, t.doc] },
  COLLECT { MATCH (g) (()<-[:TIES_FROM]-()-[:TIES_TO]->()){0,5} (u) RETURN DISTINCT [u.id, u.doc] },
  COLLECT { MATCH (c:Claim)-[r:ASSERTED_BY]->() USING INDEX r:ASSERTED_BY(far, key, id)
    WHERE r.far = g.id AND r.key IS NOT NULL AND r.id IS NOT NULL AND r.firm = 1 WITH c, r ORDER BY r.far DESC, r.key DESC, r.id DESC LIMIT 20
    RETURN [c.id, c.doc, COUNT { (c)<-[:RESPONDS_TO]-() }] }
])
