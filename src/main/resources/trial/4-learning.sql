-- Up to fifteen courses a person, found by strides through the 37 published ones: 37 is a prime, so none comes twice.
-- assigned is days ago; outcome is out of 100.
CREATE TEMP TABLE trial_enrolment ON COMMIT DROP AS
WITH wanted AS (
  SELECT t.*, coalesce(n.courses,
           CASE WHEN 'pending' IN (t.status, t.status_before) THEN greatest(0, pg_temp.pick(t.number, 20, 6) - 2)
                ELSE (pg_temp.pick(t.number, 20, 16) + pg_temp.pick(t.number, 21, 11)) / 2 END) AS courses
  FROM trial_person t LEFT JOIN trial_named n USING (number)
)
SELECT w.number, w.id AS person_id, w.seen, w.joined, nth, w.number * 16 + nth AS seed,
       1 + (pg_temp.pick(w.number, 22, 37) + nth * (1 + pg_temp.pick(w.number, 23, 36))) % 37 AS course_id,
       least(w.joined, 1 + pg_temp.pick(w.number * 16 + nth, 24, 365)) AS assigned,
       pg_temp.pick(w.number * 16 + nth, 25, 100) AS outcome
FROM wanted w CROSS JOIN generate_series(1, 15) AS nth
WHERE nth <= w.courses;

-- Who has never been here has started nothing.
UPDATE trial_enrolment SET outcome = 0 WHERE seen IS NULL;
ALTER TABLE trial_enrolment ADD again boolean GENERATED ALWAYS AS (outcome BETWEEN 35 AND 41 AND assigned + 200 <= joined);

-- A first attempt that did not go well, or has run out, and was put away; the present one is the second.
INSERT INTO enrolment (person_id, course_id, attempt, requirement, assigned_by, assigned_at, completion, progress, success,
                       score_scaled, completion_source, started_at, completed_at, archived_at)
SELECT person_id, course_id, 1, 'required', 2, now() - (assigned + 200) * interval '1 day', 'completed', 100,
       CASE WHEN outcome % 3 = 0 THEN 'passed' ELSE 'failed' END,
       CASE WHEN outcome % 3 = 0 THEN 0.81 ELSE 0.42 END, 'learner',
       now() - (assigned + 190) * interval '1 day', now() - (assigned + 180) * interval '1 day',
       now() - assigned * interval '1 day'
FROM trial_enrolment WHERE again ORDER BY number, nth;

INSERT INTO enrolment (person_id, course_id, attempt, requirement, due_at, assigned_by, assigned_at, completion, progress,
                       success, score_scaled, completion_source, started_at, completed_at, access_expires_at)
SELECT person_id, course_id, CASE WHEN again THEN 2 ELSE 1 END, requirement,
       CASE WHEN requirement = 'required' THEN date_trunc('day', now()) + (90 - assigned + pg_temp.pick(seed, 26, 60)) * interval '1 day' END,
       CASE WHEN pg_temp.pick(seed, 27, 5) = 0 THEN NULL ELSE 1 + pg_temp.pick(seed, 27, 3) END,
       now() - assigned * interval '1 day', completion,
       CASE completion WHEN 'not_started' THEN 0 WHEN 'started' THEN 0 WHEN 'in_progress' THEN 10 + pg_temp.pick(seed, 28, 86) ELSE 100 END,
       success,
       CASE success WHEN 'passed' THEN 0.7 + pg_temp.pick(seed, 29, 300) / 1000.0 WHEN 'failed' THEN 0.2 + pg_temp.pick(seed, 29, 450) / 1000.0 END,
       CASE WHEN completion = 'completed' THEN (ARRAY['learner', 'learner', 'learner', 'learner', 'admin_waived', 'import'])[1 + pg_temp.pick(seed, 30, 6)] END,
       CASE WHEN completion <> 'not_started' THEN now() - assigned * 0.8 * interval '1 day' END,
       CASE WHEN completion = 'completed' THEN now() - assigned * 0.5 * interval '1 day' END,
       CASE WHEN pg_temp.pick(seed, 31, 12) = 0 THEN now() + (pg_temp.pick(seed, 32, 200) - 20) * interval '1 day' END
FROM (
  SELECT *,
         CASE WHEN pg_temp.pick(seed, 33, 10) < 6 THEN 'required' ELSE 'optional' END AS requirement,
         CASE WHEN outcome < 20 THEN 'not_started' WHEN outcome < 27 THEN 'started' WHEN outcome < 45 THEN 'in_progress' ELSE 'completed' END AS completion,
         CASE WHEN outcome < 45 THEN 'unknown' WHEN outcome < 52 THEN 'failed' WHEN outcome < 90 THEN 'passed' ELSE 'unknown' END AS success
  FROM trial_enrolment
) AS e
ORDER BY number, nth;

INSERT INTO product_access (person_id, product_id, granted_by, granted_at, access_expires_at)
SELECT t.id, 1 + (pg_temp.pick(t.number, 41, 12) + nth * 5) % 12, 1 + pg_temp.pick(t.number + nth, 42, 3),
       now() - least(t.joined, 10 + pg_temp.pick(t.number * 8 + nth, 43, 350)) * interval '1 day',
       CASE WHEN pg_temp.pick(t.number * 8 + nth, 44, 3) = 0 THEN now() + (pg_temp.pick(t.number * 8 + nth, 45, 380) - 15) * interval '1 day' END
FROM trial_person t
LEFT JOIN trial_named n USING (number)
CROSS JOIN generate_series(1, 5) AS nth
WHERE nth <= coalesce(n.products,
        CASE WHEN t.status = 'pending' THEN 0 ELSE (ARRAY[0, 0, 1, 1, 1, 2, 2, 3, 4, 5])[1 + pg_temp.pick(t.number, 40, 10)] END)
ORDER BY t.number, nth;
