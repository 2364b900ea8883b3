-- In which park a space was, from a day to a day: a merger moves it, and what was counted before stays where it was.
CREATE TABLE "SpacePark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "spaceId" INTEGER NOT NULL,
    "parkId" INTEGER NOT NULL,
    "beganOn" TEXT NOT NULL,
    "endedOn" TEXT,
    CONSTRAINT "SpacePark_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SpacePark_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SpacePark_order" CHECK ("endedOn" IS NULL OR "endedOn" > "beganOn")
);
CREATE UNIQUE INDEX "SpacePark_spaceId_beganOn_key" ON "SpacePark"("spaceId", "beganOn");
CREATE INDEX "SpacePark_parkId_spaceId_beganOn_endedOn_idx" ON "SpacePark"("parkId", "spaceId", "beganOn", "endedOn");

-- Mergers moved spaces without saying when. The number of a space begins with that of the park that it was opened in,
-- and a park that was merged closed on the day on which its spaces went over.
INSERT INTO "SpacePark" ("spaceId", "parkId", "beganOn", "endedOn")
WITH RECURSIVE "stays"("spaceId", "parkId", "beganOn", "lastParkId") AS (
    SELECT s."id", COALESCE(p."id", s."parkId"), s."openedOn", s."parkId"
    FROM "Space" s LEFT JOIN "Park" p ON p."number" = rtrim(rtrim(s."number", '0123456789'), '-')
    UNION ALL
    SELECT w."spaceId", p."mergedIntoId", p."closedOn", w."lastParkId"
    FROM "stays" w JOIN "Park" p ON p."id" = w."parkId"
    WHERE w."parkId" <> w."lastParkId" AND p."mergedIntoId" IS NOT NULL AND p."closedOn" > w."beganOn"
)
SELECT "spaceId", "parkId", "beganOn", LEAD("beganOn") OVER (PARTITION BY "spaceId" ORDER BY "beganOn") FROM "stays";
