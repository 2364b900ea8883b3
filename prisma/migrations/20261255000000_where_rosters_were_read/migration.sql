-- The sheet and the row of headings that a roster was read from, so that its page can say so.
ALTER TABLE "Roster" ADD COLUMN "sheet" TEXT;
ALTER TABLE "Roster" ADD COLUMN "headRow" INTEGER;
