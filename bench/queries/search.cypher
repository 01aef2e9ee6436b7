CALL db.index.fulltext.queryNodes('search_ground', '+' + $text + '*') YIELD node AS n
WITH n WHERE n:Group OR n:Organization OR n:Person OR n:Location
WITH n ORDER BY n.search_date DESC, n.id LIMIT 10001
RETURN collect([n.id, n.doc, n.search_names, n.search_date])
