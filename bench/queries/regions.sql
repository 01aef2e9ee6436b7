WITH x AS MATERIALIZED (SELECT y.num FROM word_attack_years y WHERE y.value = CAST(:from / 10000 AS TEXT) AND (SELECT min(CASE d.e_span WHEN 0 THEN d.e_from >= :from AND d.e_to <= :to
      ELSE d.e_from >= 1 AND d.e_from >= :from AND d.e_from <= :to OR d.e_to < 99991231 AND d.e_to >= :from AND d.e_to <= :to
        OR d.e_from <= :to AND d.e_to >= :from AND d.e_from >= 1 AND d.e_to < 99991231 END)
  FROM link_dated d WHERE d.src = y.num AND d.e_firm = 1) = 1
)
SELECT 0, '', p.id, f.attacks, n.doc, p.c_sort_name FROM (SELECT l.dst, count(DISTINCT x.num) AS attacks FROM x CROSS JOIN link_lies_in l ON l.src = x.num
  WHERE l.e_certain = 1 GROUP BY l.dst) f CROSS JOIN family_location p ON p.num = f.dst CROSS JOIN node n ON n.num = p.num WHERE p.c_kind = 'ADMIN1'
UNION ALL SELECT 0, '', '', count(*), NULL, NULL FROM x WHERE NOT EXISTS (SELECT 1 FROM link_lies_in l CROSS JOIN family_location p ON p.num = l.dst
  WHERE l.src = x.num AND l.e_certain = 1 AND p.c_kind = 'ADMIN1') HAVING count(*) > 0
