-- Numbers of certificates in what history and merges stored of a category. 20261283000000 masked each text with four digits of
-- half width in a row as a whole: too much, as 2024年 went with it, which cannot be brought back where it ran, and too little,
-- as numbers at full width or in groups (138 0000 1111) stayed. This masks what that left, and by what today's rule for these
-- texts calls a number (numbersInText in src/people): signs with at most one stroke or space between two, five digits or more
-- among them, that are no day and no years; four where the text says that they are a number. Only the number is masked.
-- Events are told from each other by no hash, and stay as many as they were; their trigger stands again at the end.

CREATE TEMP TABLE "ProofText" AS
SELECT DISTINCT "value"->>'$.proof' AS "proof" FROM (
  SELECT "value" FROM "HistoryEvent", json_each("detail", '$.categories[0]')
    WHERE "verb" = 'person.corrected' AND json_array_length("detail", '$.categories') = 2
  UNION ALL SELECT "value" FROM "HistoryEvent", json_each("detail", '$.categories[1]')
    WHERE "verb" = 'person.corrected' AND json_array_length("detail", '$.categories') = 2
  UNION ALL SELECT "value" FROM "PersonMerge", json_each("before", '$.PersonCategory')
  UNION ALL SELECT "value" FROM "PersonMerge", json_each("after", '$.PersonCategory')
) WHERE "value"->>'$.proof' GLOB '*[0-9０-９]*';

CREATE TEMP TABLE "ProofSign" AS
WITH RECURSIVE "Place"("proof", "place") AS (
  SELECT "proof", 1 FROM "ProofText"
  UNION ALL SELECT "proof", "place" + 1 FROM "Place" WHERE "place" <= length("proof")
)
SELECT "proof", "place", substr("proof", "place", 1) AS "sign" FROM "Place";

-- Each text is walked sign by sign: "run" is the run that a sign goes on, "over" the one that ended before it.
CREATE TEMP TABLE "ProofRun" AS
WITH RECURSIVE "Walk"("proof", "place", "run", "gap", "over") AS (
  SELECT "proof", 0, '', '', '' FROM "ProofText"
  UNION ALL
  SELECT w."proof", s."place",
    CASE WHEN "sign" GLOB '[0-9０-９A-Za-zＡ-Ｚａ-ｚ]' THEN "run" || "gap" || "sign"
      WHEN "sign" GLOB '[–—· -]' AND "gap" = '' THEN "run" ELSE '' END,
    CASE WHEN "sign" GLOB '[–—· -]' AND "gap" = '' AND "run" <> '' THEN "sign" ELSE '' END,
    CASE WHEN "sign" GLOB '[0-9０-９A-Za-zＡ-Ｚａ-ｚ]' OR ("sign" GLOB '[–—· -]' AND "gap" = '') THEN '' ELSE "run" END
  FROM "Walk" w JOIN "ProofSign" s ON s."proof" = w."proof" AND s."place" = w."place" + 1
)
SELECT "proof", "place" - length("over") AS "place", "over" AS "run",
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace("over", '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') AS "plain"
FROM "Walk" WHERE "over" <> '';

CREATE TEMP TABLE "ProofNumber" AS
SELECT "proof", "run", row_number() OVER (PARTITION BY "proof" ORDER BY length("run") DESC, "place") AS "turn" FROM (
  SELECT *, replace(replace(replace(replace(replace("plain", '-', ''), '–', ''), '—', ''), '·', ''), ' ', '') AS "bare",
    length("plain") - length(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace("plain", '0', ''), '1', ''), '2', ''), '3', ''), '4', ''), '5', ''), '6', ''), '7', ''), '8', ''), '9', '')) AS "digits"
  FROM "ProofRun"
) WHERE ("digits" >= 5 AND NOT (
    "digits" = length("bare") AND "digits" <= 8 AND ("bare" GLOB '19*' OR "bare" GLOB '20*')
    AND ("digits" < 7 AND CAST(substr("bare", 5) AS INTEGER) BETWEEN 1 AND 129
      OR "digits" = 7
      OR substr("bare", 5, 2) IN ('19', '20')
      OR substr("bare", 5, 2) BETWEEN '01' AND '12' AND substr("bare", 7, 2) BETWEEN '01' AND '31')))
  OR ("digits" = 4 AND ("proof" GLOB '*第' || "run" || '*' OR "proof" GLOB '*[号码]' || "run" || '*'
    OR "proof" GLOB '*[编证]号[:： ]' || "run" || '*' OR "proof" GLOB '*号码[:： ]' || "run" || '*'));

CREATE TEMP TABLE "ProofMasked" AS
WITH RECURSIVE "Masking"("proof", "turn", "masked") AS (
  SELECT DISTINCT "proof", 0, "proof" FROM "ProofNumber"
  UNION ALL
  SELECT m."proof", m."turn" + 1, replace(m."masked", n."run", '****')
  FROM "Masking" m JOIN "ProofNumber" n ON n."proof" = m."proof" AND n."turn" = m."turn" + 1
)
SELECT "proof", "masked" FROM "Masking" m
WHERE "turn" = (SELECT max("turn") FROM "ProofNumber" n WHERE n."proof" = m."proof");

DROP TRIGGER "HistoryEvent_no_update";

UPDATE "HistoryEvent" SET "detail" = json_set("detail",
  '$.categories[0]', json((SELECT json_group_array(json(json_set("value", '$.proof',
    coalesce((SELECT "masked" FROM "ProofMasked" WHERE "proof" = "value"->>'$.proof'), "value"->>'$.proof'))))
    FROM json_each("detail", '$.categories[0]'))),
  '$.categories[1]', json((SELECT json_group_array(json(json_set("value", '$.proof',
    coalesce((SELECT "masked" FROM "ProofMasked" WHERE "proof" = "value"->>'$.proof'), "value"->>'$.proof'))))
    FROM json_each("detail", '$.categories[1]'))))
WHERE "verb" = 'person.corrected' AND json_array_length("detail", '$.categories') = 2
  AND EXISTS (SELECT 1 FROM json_tree("detail", '$.categories') t JOIN "ProofMasked" p ON p."proof" = t."value" WHERE t."key" = 'proof');

CREATE TRIGGER "HistoryEvent_no_update" BEFORE UPDATE ON "HistoryEvent"
BEGIN SELECT RAISE(ABORT, 'history events are only ever added'); END;

UPDATE "PersonMerge" SET
  "before" = json_set("before", '$.PersonCategory', json((SELECT json_group_array(json(json_set("value", '$.proof',
    coalesce((SELECT "masked" FROM "ProofMasked" WHERE "proof" = "value"->>'$.proof'), "value"->>'$.proof'))))
    FROM json_each("before", '$.PersonCategory')))),
  "after" = json_set("after", '$.PersonCategory', json((SELECT json_group_array(json(json_set("value", '$.proof',
    coalesce((SELECT "masked" FROM "ProofMasked" WHERE "proof" = "value"->>'$.proof'), "value"->>'$.proof'))))
    FROM json_each("after", '$.PersonCategory'))))
WHERE json_type("before", '$.PersonCategory') = 'array' AND json_type("after", '$.PersonCategory') = 'array'
  AND (EXISTS (SELECT 1 FROM json_each("before", '$.PersonCategory') e JOIN "ProofMasked" p ON p."proof" = e."value"->>'$.proof')
    OR EXISTS (SELECT 1 FROM json_each("after", '$.PersonCategory') e JOIN "ProofMasked" p ON p."proof" = e."value"->>'$.proof'));

DROP TABLE "ProofText";
DROP TABLE "ProofSign";
DROP TABLE "ProofRun";
DROP TABLE "ProofNumber";
DROP TABLE "ProofMasked";
