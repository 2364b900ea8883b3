-- Spaces are found by what they and their places are called in English too: the entries of all of them are written again.
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'space', "id" FROM "Space";
