-- Whether single letters are keys for this person (WCAG 2.1.4).
ALTER TABLE person ADD COLUMN letter_keys boolean NOT NULL DEFAULT true;
