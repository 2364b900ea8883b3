-- The number of a certificate that proves a founder category is personal: sealed like an identity number. What stands in
-- the text of a category is sealed at the next start, as the keys lie outside the database.
CREATE TABLE "Certificate" (
    "personId" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,
    "keyId" TEXT NOT NULL,
    "lookup" TEXT NOT NULL,
    "lookupKeyId" TEXT NOT NULL,
    "masked" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    "neededFor" TEXT,

    PRIMARY KEY ("personId", "category"),
    CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Certificate_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Certificate_category" CHECK ("category" IN ('student', 'graduate', 'unemployed', 'hardship', 'disabled', 'veteran', 'returnee', 'other')),
    CONSTRAINT "Certificate_lookup" CHECK (length("lookup") = 64),
    -- Never the number itself: at most its first and last character stand between the stars.
    CONSTRAINT "Certificate_masked" CHECK ("masked" GLOB '?*?' AND length(replace("masked", '*', '')) <= 2)
);
CREATE INDEX "Certificate_lookup_idx" ON "Certificate"("lookup");
CREATE INDEX "Certificate_keyId_idx" ON "Certificate"("keyId");

-- Numbers that stand in what history and merges stored of a category: a text with one is masked as a whole.
DROP TRIGGER "HistoryEvent_no_update";

UPDATE "HistoryEvent" SET "detail" = json_set("detail",
  '$.categories[0]', json((SELECT json_group_array(json(CASE
    WHEN "value"->>'$.proof' GLOB '*[0-9][0-9][0-9][0-9]*' THEN json_set("value", '$.proof', '****') ELSE "value" END))
    FROM json_each("detail", '$.categories[0]'))),
  '$.categories[1]', json((SELECT json_group_array(json(CASE
    WHEN "value"->>'$.proof' GLOB '*[0-9][0-9][0-9][0-9]*' THEN json_set("value", '$.proof', '****') ELSE "value" END))
    FROM json_each("detail", '$.categories[1]'))))
WHERE "verb" = 'person.corrected' AND json_array_length("detail", '$.categories') = 2
  AND "detail"->>'$.categories' GLOB '*[0-9][0-9][0-9][0-9]*';

CREATE TRIGGER "HistoryEvent_no_update" BEFORE UPDATE ON "HistoryEvent"
BEGIN SELECT RAISE(ABORT, 'history events are only ever added'); END;

UPDATE "PersonMerge" SET
  "before" = json_set("before", '$.PersonCategory', json((SELECT json_group_array(json(CASE
    WHEN "value"->>'$.proof' GLOB '*[0-9][0-9][0-9][0-9]*' THEN json_set("value", '$.proof', '****') ELSE "value" END))
    FROM json_each("before", '$.PersonCategory')))),
  "after" = json_set("after", '$.PersonCategory', json((SELECT json_group_array(json(CASE
    WHEN "value"->>'$.proof' GLOB '*[0-9][0-9][0-9][0-9]*' THEN json_set("value", '$.proof', '****') ELSE "value" END))
    FROM json_each("after", '$.PersonCategory'))))
WHERE json_array_length("before", '$.PersonCategory') > 0 AND json_type("after", '$.PersonCategory') = 'array';
