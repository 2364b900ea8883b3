-- A version ends with the next one, on a day that was said from the first (有效期), or because it is repealed (废止): by whom, when and why.
ALTER TABLE "PolicyVersion" ADD COLUMN "endKind" TEXT CHECK ("endKind" IN ('term', 'repealed'));
ALTER TABLE "PolicyVersion" ADD COLUMN "endReason" TEXT;
ALTER TABLE "PolicyVersion" ADD COLUMN "endDecidedAt" DATETIME;
ALTER TABLE "PolicyVersion" ADD COLUMN "endDecidedById" INTEGER REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER "PolicyVersion_end_with_reason" BEFORE UPDATE OF "endKind" ON "PolicyVersion"
WHEN NEW."endKind" IS NOT NULL AND (NEW."endedOn" IS NULL OR NEW."endReason" IS NULL OR NEW."endDecidedAt" IS NULL)
BEGIN SELECT RAISE(ABORT, 'an end says until when, why and since when it is decided'); END;
