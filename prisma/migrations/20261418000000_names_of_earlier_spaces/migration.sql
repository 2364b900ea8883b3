-- A space is renamed, gets another address and is sold from a day on: lists and pages of the days before have what it was.
ALTER TABLE "EarlierSpace" ADD COLUMN "name" TEXT;
ALTER TABLE "EarlierSpace" ADD COLUMN "address" TEXT;
ALTER TABLE "EarlierSpace" ADD COLUMN "owner" TEXT;
-- No change of them was stored so far: they were all along what they are.
UPDATE "EarlierSpace" SET ("name", "address", "owner") =
    (SELECT s."name", s."address", s."owner" FROM "Space" s WHERE s."id" = "EarlierSpace"."spaceId");
