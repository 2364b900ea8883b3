-- The objection for which its notice stands, until it is answered: the first of a notice from a proven phone, and no other.
-- Of a notice that stands already it is the oldest that is open.
ALTER TABLE "Objection" ADD COLUMN "stops" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Objection" SET "stops" = true WHERE "id" IN (
  SELECT min(o."id") FROM "Objection" o JOIN "WaiverApplication" a ON a."id" = o."applicationId"
    WHERE a."state" = 'notice' AND a."pausedFrom" IS NOT NULL AND a."pausedTo" IS NULL AND o."state" = 'open' AND o."provenAt" IS NOT NULL
    GROUP BY o."applicationId"
);

-- The language in which an objection was made: its messages are sent in it.
ALTER TABLE "Objection" ADD COLUMN "lang" TEXT NOT NULL DEFAULT 'zh' CONSTRAINT "Objection_lang" CHECK ("lang" IN ('zh', 'en'));
ALTER TABLE "ObjectionDraft" ADD COLUMN "lang" TEXT NOT NULL DEFAULT 'zh' CONSTRAINT "ObjectionDraft_lang" CHECK ("lang" IN ('zh', 'en'));
