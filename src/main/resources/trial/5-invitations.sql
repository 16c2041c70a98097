-- No invitation of the trial has a token: nobody was written to, so nobody can have a link. A queued one waits for a
-- month, so that it is still there to look at.
INSERT INTO invitation (person_id, state, invited_by, queued_at, send_after, sent_at, opened_at, bounced_at, bounce_reason, accepted_at, expires_at)
SELECT id, state, invited_by, at,
       CASE WHEN state = 'queued' THEN now() + interval '30 days' END,
       CASE WHEN state NOT IN ('queued', 'bounced') THEN at + interval '20 seconds' END,
       CASE WHEN state IN ('opened', 'accepted') THEN at + interval '5 hours' END,
       CASE WHEN state = 'bounced' THEN at + interval '1 minute' END,
       CASE WHEN state = 'bounced' THEN '550 5.1.1 No such mailbox' END,
       CASE WHEN state = 'accepted' THEN at + interval '6 hours' END,
       CASE WHEN state <> 'queued' THEN at + interval '14 days' END
FROM (
  SELECT number, id, state, invited_by,
         now() - coalesce(invited, CASE
           WHEN state = 'accepted' THEN joined * interval '1 day'
           WHEN state = 'expired' THEN (15 + pg_temp.pick(number, 52, 25)) * interval '1 day'
           ELSE (ARRAY[0.4, 1.5, 2.5, 4, 6, 10])[1 + pg_temp.pick(number, 52, 6)] * interval '1 day' END) AS at
  FROM (
    SELECT t.number, t.id, t.joined, n.invited, coalesce(p.id, 1 + pg_temp.pick(t.number, 51, 3)) AS invited_by,
           coalesce(n.invitation, CASE
             WHEN t.status = 'pending'
               THEN (ARRAY['queued', 'sent', 'sent', 'opened', 'bounced', 'expired'])[1 + pg_temp.pick(t.number, 50, 6)]
             WHEN t.status_before = 'pending' THEN 'expired'
             ELSE 'accepted' END) AS state
    FROM trial_person t LEFT JOIN trial_named n USING (number) LEFT JOIN person p ON p.email = n.invited_by::citext
  ) AS invited
) AS dated
ORDER BY number;

-- A pending person came into being with the invitation, and nothing was assigned before.
UPDATE person SET created_at = i.queued_at, changed_at = i.queued_at
FROM invitation i WHERE i.person_id = person.id AND 'pending' IN (person.status, person.status_before);
UPDATE enrolment SET assigned_at = p.created_at
FROM person p WHERE p.id = enrolment.person_id AND enrolment.assigned_at < p.created_at;
