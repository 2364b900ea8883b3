-- Somebody who is entered is compared with those whose names sound the same.
CREATE INDEX "Person_namePinyin_idx" ON "Person"("namePinyin");
