INSERT INTO organisation (name, time_zone, locale, created_at)
VALUES ('Northwind Training', 'Europe/Paris', 'en', now() - interval '800 days');

INSERT INTO category (name, hue, created_at)
SELECT name, hue, now() - interval '790 days'
FROM (VALUES ('Operations', 240), ('Leads', 305), ('Support', 205), ('Lyon', 340), ('Field crew', 55), ('Apprentices', 85),
  ('Warehouse', 55), ('Safety', 20), ('Sales', 305), ('Partners', 170), ('Onboarding', 140), ('Night shift', 275),
  ('Finance', 120), ('Drivers', 190)) AS c (name, hue);

-- The team. Giulia is of it and a learner too; she comes with the learners.
INSERT INTO person (email, first_name, last_name, status, learner, last_login_at, created_at, changed_at)
SELECT email, first_name, last_name, 'active', false, now() - seen, now() - interval '780 days', now() - interval '30 days'
FROM (VALUES
  ('mira.solberg@example.org', 'Mira', 'Solberg', interval '6 hours'),
  ('ana.ruiz@example.org', 'Ana', 'Ruiz', interval '20 minutes'),
  ('tomas.keller@example.org', 'Tomás', 'Keller', interval '35 minutes'),
  ('priya.raman@example.org', 'Priya', 'Raman', interval '1 day'),
  ('samuel.osei@example.org', 'Samuel', 'Osei', interval '3 days'),
  ('ingrid.haugen@example.org', 'Ingrid', 'Haugen', interval '8 days'),
  ('rafael.pinto@example.org', 'Rafael', 'Pinto', interval '2 days')) AS t (email, first_name, last_name, seen);

-- Learners 20 to 5000. Names go through all pairs in strides, so that no pair comes twice; one in twenty is in another
-- script. States go by rank, so that their numbers are exact. seen and joined are days ago.
CREATE TEMP TABLE trial_person ON COMMIT DROP AS
WITH lists AS (
  SELECT script, count(*) FILTER (WHERE kind = 'first') AS firsts, count(*) FILTER (WHERE kind = 'last') AS lasts
  FROM trial_name GROUP BY script
), numbered AS (
  SELECT n, CASE WHEN n % 20 = 7 THEN 1 + n / 20 % 5 ELSE 0 END AS script,
         row_number() OVER (ORDER BY hashint4extended(n, 1), n) AS rank
  FROM generate_series(20, 5000) AS n
), paired AS (
  SELECT n, script, rank, firsts,
         CASE script WHEN 0 THEN n::bigint * 7919 % (firsts * lasts) ELSE n / 100 * 7 % (firsts * lasts) END AS pair
  FROM numbered JOIN lists USING (script)
)
SELECT n AS number, f.name AS first_name, l.name AS last_name,
       CASE WHEN pg_temp.pick(n, 2, 7) = 0 THEN left(f.plain, 1) || '.' || l.plain || n ELSE f.plain || '.' || l.plain END
         || '@example.' || (ARRAY['org', 'org', 'org', 'net', 'com'])[1 + pg_temp.pick(n, 3, 5)] AS email,
       CASE WHEN rank <= 197 THEN 'paused' WHEN rank <= 364 THEN 'pending' WHEN rank <= 444 THEN 'disabled' ELSE 'active' END AS status,
       CASE WHEN rank > 364 AND rank <= 444 THEN (ARRAY['active', 'active', 'paused', 'pending'])[1 + rank % 4] END AS status_before,
       CASE WHEN pg_temp.pick(n, 4, 25) = 0 THEN NULL
            ELSE (pg_temp.pick(n, 5, 1000) / 1000.0) ^ 3 * least(2 + pg_temp.pick(n, 7, 728), 20 + pg_temp.pick(n, 6, 340)) END AS seen,
       3 + pg_temp.pick(n, 7, 728) AS joined
FROM paired
JOIN trial_name f ON (f.kind, f.script, f.place) = ('first', paired.script, pair % firsts)
JOIN trial_name l ON (l.kind, l.script, l.place) = ('last', paired.script, pair / firsts);

INSERT INTO trial_person
SELECT number, first_name, last_name, email, status, NULL, extract(epoch FROM seen) / 86400, 400 FROM trial_named;

-- Who has not accepted an invitation yet was invited lately, and half of them without a name.
UPDATE trial_person
SET seen = NULL, joined = 1 + pg_temp.pick(number, 8, 40),
    first_name = CASE WHEN number % 2 = 0 THEN first_name ELSE '' END,
    last_name = CASE WHEN number % 2 = 0 THEN last_name ELSE '' END
WHERE 'pending' IN (status, status_before);
UPDATE trial_person SET seen = NULL, joined = 1 FROM trial_named n WHERE n.number = trial_person.number AND n.status = 'pending';

INSERT INTO person (email, first_name, last_name, status, status_before, learner, employee_id, phone, city, country, location, locale,
                    last_login_at, created_at, changed_at)
SELECT email, first_name, last_name, status, status_before, true,
       CASE WHEN number % 8 <> 3 THEN 'NW-' || lpad(number::text, 6, '0') END,
       CASE WHEN number % 3 = 0 THEN '+33 1 99 00 ' || lpad((number / 100)::text, 2, '0') || ' ' || lpad((number % 100)::text, 2, '0') END,
       (ARRAY['Lyon', 'Paris', 'Marseille', 'Lille', 'Genève', 'København', 'İzmir', 'São Paulo', 'Lagos', '東京'])[1 + pg_temp.pick(number, 9, 10)],
       (ARRAY['FR', 'FR', 'FR', 'FR', 'CH', 'DK', 'TR', 'BR', 'NG', 'JP'])[1 + pg_temp.pick(number, 9, 10)],
       -- Of those who have been here, six in ten say where they are, each in a way of their own.
       CASE WHEN seen IS NOT NULL AND pg_temp.pick(number, 90, 10) < 6 THEN
         (ARRAY['Lyon, France', 'Paris', 'Marseille', 'Lille, Hauts-de-France', 'Genève, Suisse', 'København', 'İzmir', 'São Paulo, Brasil', 'Lagos, Nigeria', '東京'])[1 + pg_temp.pick(number, 9, 10)] END,
       (ARRAY['fr', 'fr', 'fr', 'fr', 'fr', 'da', 'tr', 'pt', 'en', 'ja'])[1 + pg_temp.pick(number, 9, 10)],
       now() - seen * interval '1 day', now() - joined * interval '1 day',
       now() - least(joined, coalesce(seen, joined)) * interval '1 day'
FROM trial_person ORDER BY number;

ALTER TABLE trial_person ADD id bigint;
UPDATE trial_person t SET id = p.id FROM person p WHERE p.email = t.email::citext;
ALTER TABLE trial_person ADD PRIMARY KEY (number);
ANALYZE trial_person;

INSERT INTO person_category (person_id, category_id)
SELECT DISTINCT t.id, c.id
FROM trial_person t
CROSS JOIN generate_series(1, 4) AS nth
JOIN category c ON c.id = 1 + pg_temp.pick(t.number, 10 + nth, 14)
WHERE t.number > 19 AND nth <= (ARRAY[0, 1, 1, 1, 1, 2, 2, 2, 3, 4])[1 + pg_temp.pick(t.number, 10, 10)]
UNION
SELECT t.id, c.id FROM trial_named n JOIN trial_person t USING (number) JOIN category c ON c.name = ANY (n.categories::citext[])
ORDER BY 1, 2;

INSERT INTO person_role (person_id, role, granted_at)
SELECT p.id, r.role, now() - interval '700 days'
FROM (VALUES
  ('ana.ruiz@example.org', 'owner'), ('mira.solberg@example.org', 'admin'), ('tomas.keller@example.org', 'customer_service'),
  ('priya.raman@example.org', 'instructor'), ('giulia.ferri@example.org', 'coordinator'), ('samuel.osei@example.org', 'author'),
  ('ingrid.haugen@example.org', 'author'), ('rafael.pinto@example.org', 'instructor')) AS r (email, role)
JOIN person p ON p.email = r.email::citext
ORDER BY p.id;

-- The one password of the trial, hashed once by the application, for all who may sign in.
INSERT INTO credential (person_id, password_hash, changed_at)
SELECT id, current_setting('rollcall.trial_password_hash'), created_at FROM person
WHERE status IN ('active', 'paused') ORDER BY id;
