-- What can be told from the above, in the order it happened: who paused whom, and who came.
INSERT INTO audit_entry (at, actor_id, verb, subject_kind, subject_id)
SELECT at, actor, verb, subject_kind, subject FROM (
  SELECT now() - CASE t.number WHEN 5 THEN interval '2 minutes' ELSE (1 + pg_temp.pick(t.number, 60, 50)) * interval '1 day' END AS at,
         CASE t.number WHEN 5 THEN 2 ELSE 1 + pg_temp.pick(t.number, 61, 3) END AS actor, 'paused' AS verb, 'learner' AS subject_kind, t.id AS subject
  FROM trial_person t WHERE 'paused' IN (t.status, t.status_before)
  UNION ALL
  SELECT now() - (60 + pg_temp.pick(t.number, 62, 300)) * interval '1 day', 1 + pg_temp.pick(t.number, 63, 3),
         CASE step WHEN 0 THEN 'paused' ELSE 'unpaused' END, 'learner', t.id
  FROM trial_person t CROSS JOIN generate_series(0, 1) AS step
  WHERE t.status = 'active' AND t.number % 40 = 5
  UNION ALL
  SELECT last_login_at, id, 'signed_in', 'person', id FROM person WHERE last_login_at > now() - interval '30 days'
) AS told
ORDER BY at, subject, verb;
