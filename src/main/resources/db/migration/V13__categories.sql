-- A category that nobody gave a colour takes one of the ten that can be told apart, not one and the same for all.
ALTER TABLE category ALTER hue SET DEFAULT (ARRAY[20, 55, 85, 140, 170, 205, 240, 275, 305, 340])[1 + floor(random() * 10)::int];
UPDATE category SET hue = (ARRAY[20, 55, 85, 140, 170, 205, 240, 275, 305, 340])[1 + id % 10] WHERE hue = 268;
