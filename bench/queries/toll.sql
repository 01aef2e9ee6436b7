SELECT 0, '', '', count(*), coalesce(sum(CASE WHEN t.e_min >= 0 THEN t.e_min END), 0), coalesce(sum(t.e_max), 0),
  count(t.src),
  count(CASE WHEN t.e_max = 2147483647 THEN 1 END)
FROM (SELECT DISTINCT l.src FROM link_lies_in l
  WHERE l.dst = (SELECT num FROM node WHERE id = :place) AND l.e_certain = 1
    AND (SELECT min(CASE d.e_span WHEN 0 THEN d.e_from >= :from AND d.e_to <= :to
      ELSE d.e_from >= 1 AND d.e_from >= :from AND d.e_from <= :to OR d.e_to < 99991231 AND d.e_to >= :from AND d.e_to <= :to
        OR d.e_from <= :to AND d.e_to >= :from AND d.e_from >= 1 AND d.e_to < 99991231 END)
      FROM link_dated d WHERE d.src = l.src AND d.e_firm = 1) = 1) x
LEFT JOIN link_tolled t ON t.src = x.src AND +t.e_outcome = 'KILLED'
