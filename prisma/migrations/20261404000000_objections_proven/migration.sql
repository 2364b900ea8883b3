-- An objection to a notice comes from a phone that a code has proven, or from nobody in particular. It has a ground, and a
-- number with a code by which its objector follows it. What was made before counts as proven.
PRAGMA writable_schema = ON;
UPDATE "sqlite_schema" SET "sql" = replace("sql", '''register'', ''forgotten'', ''phone'')', '''register'', ''forgotten'', ''phone'', ''objection'')')
WHERE "type" = 'table' AND "name" = 'PhoneCode';
PRAGMA writable_schema = RESET;

-- The one pause that a notice has: the day on which it began, and the day on which the last objection of it was answered.
ALTER TABLE "WaiverApplication" ADD COLUMN "pausedFrom" TEXT;
ALTER TABLE "WaiverApplication" ADD COLUMN "pausedTo" TEXT;

-- An open one has stopped its notice since the first that was not answered before the next came. Of those that were answered
-- the days stand in the notice already, and its pause is used up.
UPDATE "WaiverApplication" SET "pausedFrom" = (
  SELECT date(min(e."at"), '+8 hours') FROM "Objection" e
    WHERE e."applicationId" = "WaiverApplication"."id" AND e."at" >= "WaiverApplication"."stateSince" AND (e."resolvedAt" IS NULL
      OR e."resolvedAt" >= (SELECT min(o."at") FROM "Objection" o WHERE o."applicationId" = e."applicationId" AND o."state" = 'open'))
) WHERE "state" = 'notice' AND EXISTS (SELECT 1 FROM "Objection" o WHERE o."applicationId" = "WaiverApplication"."id" AND o."state" = 'open');
UPDATE "WaiverApplication" SET ("pausedFrom", "pausedTo") = (
  SELECT date(max(e."at"), '+8 hours'), date(max(e."resolvedAt"), '+8 hours') FROM "Objection" e
    WHERE e."applicationId" = "WaiverApplication"."id" AND e."at" >= "WaiverApplication"."stateSince"
) WHERE "state" = 'notice' AND "pausedFrom" IS NULL;

CREATE TABLE "new_Objection" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "checkCode" TEXT NOT NULL,
    "ticket" TEXT,
    "applicationId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "provenAt" DATETIME,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "resolvedAt" DATETIME,
    "resolvedById" INTEGER,
    CONSTRAINT "Objection_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "WaiverApplication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Objection_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Objection_ground" CHECK ("ground" IN ('not-eligible', 'premises-not-used', 'untrue', 'other')),
    CONSTRAINT "Objection_state" CHECK ("state" IN ('open', 'dismissed', 'upheld')),
    CONSTRAINT "Objection_resolved" CHECK (("state" = 'open') = ("resolvedAt" IS NULL)),
    CONSTRAINT "Objection_nameless" CHECK ("provenAt" IS NOT NULL OR ("name" = '' AND "phone" = ''))
);
INSERT INTO "new_Objection" ("id", "number", "checkCode", "applicationId", "at", "provenAt", "name", "phone", "ground", "text", "state", "answer", "resolvedAt", "resolvedById")
SELECT "id", 'Y' || strftime('%Y', "at", '+8 hours') || '-' ||
    printf('%04d', row_number() OVER (PARTITION BY strftime('%Y', "at", '+8 hours') ORDER BY "id")),
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) || '-' ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1),
  "applicationId", "at", "at", "name", "phone", 'other', "text", "state", "answer", "resolvedAt", "resolvedById"
FROM "Objection";
DROP TABLE "Objection";
ALTER TABLE "new_Objection" RENAME TO "Objection";
CREATE UNIQUE INDEX "Objection_number_key" ON "Objection"("number");
CREATE UNIQUE INDEX "Objection_ticket_key" ON "Objection"("ticket");
CREATE INDEX "Objection_applicationId_state_idx" ON "Objection"("applicationId", "state");

-- What was typed waits for its code beside the ticket, and goes with it.
CREATE TABLE "ObjectionDraft" (
    "ticket" TEXT NOT NULL PRIMARY KEY,
    "applicationId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "ObjectionDraft_ticket_fkey" FOREIGN KEY ("ticket") REFERENCES "PhoneCode" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ObjectionDraft_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "WaiverApplication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ObjectionDraft_ground" CHECK ("ground" IN ('not-eligible', 'premises-not-used', 'untrue', 'other'))
);
CREATE INDEX "ObjectionDraft_applicationId_idx" ON "ObjectionDraft"("applicationId");
