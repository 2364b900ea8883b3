-- A list of spaces as of a day is narrowed by their kind: what that was before a change stays, for the days before.
ALTER TABLE "EarlierSpace" ADD COLUMN "kind" TEXT
    CONSTRAINT "EarlierSpace_kind" CHECK ("kind" IN ('farmhouse', 'workshop', 'stall', 'shed', 'office', 'yard'));
-- No change of it was stored so far: it was all along what it is.
UPDATE "EarlierSpace" SET "kind" = (SELECT s."kind" FROM "Space" s WHERE s."id" = "EarlierSpace"."spaceId");
