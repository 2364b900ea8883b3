-- A space that was entered by mistake (登记错误) stays on record and is open on no day: it closes where it opened.
ALTER TABLE "Space" ADD COLUMN "voidedAt" DATETIME;
