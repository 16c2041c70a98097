-- Each staged row is written once more with its outcome: in the same page, which half of it is kept free for, it needs no new
-- entry in an index.
ALTER TABLE import_row SET (fillfactor = 50);
