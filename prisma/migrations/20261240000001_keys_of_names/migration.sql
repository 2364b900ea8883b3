-- What is equal for ventures of the same name, and for names that sound alike (src/ventures/name-likeness.ts). A start fills
-- them for the ventures that are there; nothing else of a venture changes.

ALTER TABLE "Venture" ADD COLUMN "nameKey" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Venture" ADD COLUMN "soundKey" TEXT NOT NULL DEFAULT '';
CREATE INDEX "Venture_nameKey_idx" ON "Venture"("nameKey");
CREATE INDEX "Venture_soundKey_idx" ON "Venture"("soundKey");
CREATE INDEX "Venture_phone_idx" ON "Venture"("phone");
