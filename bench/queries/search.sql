SELECT 0, '', r.id, n.doc, r.names, r.date FROM search_ground w CROSS JOIN search_row r ON r.num = w.rowid CROSS JOIN node n ON n.num = r.num
WHERE w.search_ground MATCH '"' || :text || '" *' AND r.kind IN ('GROUP', 'ORGANIZATION', 'PERSON', 'LOCATION')
ORDER BY r.date DESC, r.id LIMIT 10001
