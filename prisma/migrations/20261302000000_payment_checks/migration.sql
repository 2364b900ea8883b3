-- A notice of payment is checked by anyone who holds its paper, as a letter is, and found by its numbers.
ALTER TABLE "PaymentLine" ADD COLUMN "checkCode" TEXT;
CREATE TRIGGER "PaymentLine_keeps_check" BEFORE UPDATE OF "checkCode" ON "PaymentLine"
WHEN OLD."checkCode" IS NOT NULL AND NEW."checkCode" IS NOT OLD."checkCode"
BEGIN SELECT RAISE(ABORT, 'a notice keeps its check code'); END;
CREATE TRIGGER "PaymentLine_find_update" AFTER UPDATE OF "answeredAt" ON "PaymentLine" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('payment', NEW."id");
END;
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'payment', "id" FROM "PaymentLine" WHERE "answeredAt" IS NOT NULL;
