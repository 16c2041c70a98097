INSERT INTO course (code, title, kind, status, description, created_at, changed_at)
SELECT code, title, kind, status, description,
       now() - (700 - 12 * place) * interval '1 day', now() - (40 + 3 * place) * interval '1 day'
FROM (VALUES
  (1, 'FIRE-2026', 'Fire safety 2026', 'scorm', 'published', 'What to do, whom to call, where to meet. Renewed every year.'),
  (2, 'GDPR-101', 'Data protection basics', 'self_paced', 'published', 'What counts as personal data, and what you may do with it.'),
  (3, 'ILT-LYON', 'First aid, classroom in Lyon', 'ilt', 'published', 'One day with an instructor, certificate on site.'),
  (4, 'ONB-WELCOME', 'Welcome to Northwind', 'curriculum', 'published', 'Your first week, in order.'),
  (5, 'ONB-TOOLS', 'The tools we work with', 'self_paced', 'published', ''),
  (6, 'ONB-CULTURE', 'How we decide', 'self_paced', 'published', ''),
  (7, 'SAFE-LIFT', 'Lifting and carrying', 'scorm', 'published', 'Spare your back.'),
  (8, 'SAFE-CHEM', 'Handling chemicals', 'scorm', 'published', ''),
  (9, 'SAFE-HEIGHT', 'Working at height', 'ilt', 'published', 'Harness, anchor, partner check.'),
  (10, 'SAFE-ELEC', 'Electrical hazards', 'scorm', 'published', ''),
  (11, 'FORK-A', 'Forklift, theory', 'self_paced', 'published', ''),
  (12, 'FORK-B', 'Forklift, practice', 'ilt', 'published', ''),
  (13, 'WH-PICK', 'Picking without errors', 'self_paced', 'published', ''),
  (14, 'WH-STOCK', 'Stocktaking', 'self_paced', 'published', ''),
  (15, 'DRV-ECO', 'Driving with less fuel', 'scorm', 'published', ''),
  (16, 'DRV-NIGHT', 'Driving at night', 'self_paced', 'published', ''),
  (17, 'SUP-CALLS', 'Difficult calls', 'ilt', 'published', ''),
  (18, 'SUP-WRITE', 'Answers people understand', 'self_paced', 'published', ''),
  (19, 'SUP-TICKET', 'From ticket to fix', 'scorm', 'published', ''),
  (20, 'SALES-BASE', 'Selling, the basics', 'curriculum', 'published', ''),
  (21, 'SALES-NEGO', 'Negotiation', 'ilt', 'published', ''),
  (22, 'SALES-CRM', 'Keeping the customer file clean', 'self_paced', 'published', ''),
  (23, 'LEAD-ONE', 'Your first team', 'curriculum', 'published', ''),
  (24, 'LEAD-TALK', 'Talks that help', 'ilt', 'published', ''),
  (25, 'LEAD-PLAN', 'Planning a quarter', 'self_paced', 'published', ''),
  (26, 'SEC-PHISH', 'Recognising phishing', 'scorm', 'published', 'Ten letters, three of them false.'),
  (27, 'SEC-PASS', 'Passwords and keys', 'self_paced', 'published', ''),
  (28, 'SEC-TRAVEL', 'Working while travelling', 'self_paced', 'published', ''),
  (29, 'LAW-ANTIC', 'Against corruption', 'scorm', 'published', ''),
  (30, 'LAW-COMP', 'Fair competition', 'scorm', 'published', ''),
  (31, 'LAW-EXPORT', 'Export rules', 'self_paced', 'published', ''),
  (32, 'ENV-WASTE', 'Waste and recycling', 'self_paced', 'published', ''),
  (33, 'ENV-ENERGY', 'Saving energy on site', 'self_paced', 'published', ''),
  (34, 'NIGHT-CARE', 'Night work and health', 'self_paced', 'published', ''),
  (35, 'FIELD-START', 'Field crew: first deployment', 'curriculum', 'published', ''),
  (36, 'FIELD-METER', 'Reading and replacing meters', 'scorm', 'published', ''),
  (37, 'PARTNER-INTRO', 'Working with Northwind, for partners', 'self_paced', 'published', ''),
  (38, 'FIRE-2024', 'Fire safety 2024', 'scorm', 'archived', 'Replaced by FIRE-2026.'),
  (39, 'ONB-2023', 'Welcome to Northwind (2023)', 'curriculum', 'archived', ''),
  (40, 'AI-WORK', 'Using language models at work', 'self_paced', 'draft', 'Being written.')) AS c (place, code, title, kind, status, description)
ORDER BY place;

INSERT INTO course_staff (course_id, person_id, role)
SELECT c.id, p.id, s.role
FROM (VALUES
  ('ILT-LYON', 'priya.raman@example.org', 'instructor'), ('SAFE-HEIGHT', 'priya.raman@example.org', 'instructor'),
  ('LEAD-TALK', 'priya.raman@example.org', 'instructor'), ('FORK-B', 'rafael.pinto@example.org', 'instructor'),
  ('SUP-CALLS', 'rafael.pinto@example.org', 'instructor'), ('FIRE-2026', 'samuel.osei@example.org', 'author'),
  ('GDPR-101', 'samuel.osei@example.org', 'author'), ('SEC-PHISH', 'ingrid.haugen@example.org', 'author'),
  ('AI-WORK', 'ingrid.haugen@example.org', 'author')) AS s (code, email, role)
JOIN course c ON c.code = s.code::citext JOIN person p ON p.email = s.email::citext
ORDER BY 1, 2;

INSERT INTO product (code, title, kind, created_at, changed_at)
SELECT code, title, kind, now() - (600 - 20 * place) * interval '1 day', now() - (30 + place) * interval '1 day'
FROM (VALUES
  (1, 'ONB-BASIC', 'Onboarding, basic', 'learning_path'), (2, 'FIELD-KIT', 'Field crew kit', 'learning_path'),
  (3, 'SAFETY-YEAR', 'Safety, one year', 'subscription'), (4, 'LEAD-PATH', 'From colleague to lead', 'learning_path'),
  (5, 'SUPPORT-PRO', 'Support professional', 'learning_path'), (6, 'SALES-PACK', 'Sales pack', 'digital'),
  (7, 'LAW-BUNDLE', 'Compliance bundle', 'digital'), (8, 'WAREHOUSE-SET', 'Warehouse set', 'digital'),
  (9, 'DRIVER-CARD', 'Driver card preparation', 'digital'), (10, 'PARTNER-PASS', 'Partner pass', 'subscription'),
  (11, 'LIB-ALL', 'The whole library', 'subscription'), (12, 'SEC-AWARE', 'Security awareness', 'digital')) AS p (place, code, title, kind)
ORDER BY place;
