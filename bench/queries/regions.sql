SELECT 0, '', coalesce(r.id, ''), count(DISTINCT y.num), r.doc, r.sorted FROM word_attack_years y
LEFT JOIN (SELECT l.src, p.id, n.doc, p.c_sort_name AS sorted FROM family_location p CROSS JOIN link_lies_in l ON l.dst = p.num
  CROSS JOIN node n ON n.num = p.num WHERE p.c_kind = 'ADMIN1' AND l.e_certain = 1) r ON r.src = y.num
WHERE y.value = CAST(:from / 10000 AS TEXT) AND (SELECT min(CASE d.e_span WHEN 0 THEN d.e_from >= :from AND d.e_to <= :to
      ELSE d.e_from >= 1 AND d.e_from >= :from AND d.e_from <= :to OR d.e_to < 99991231 AND d.e_to >= :from AND d.e_to <= :to
        OR d.e_from <= :to AND d.e_to >= :from AND d.e_from >= 1 AND d.e_to < 99991231 END)
  FROM link_dated d WHERE d.src = y.num AND d.e_firm = 1) = 1
GROUP BY r.id
