-- What a form that was accepted has recorded, as the numbers of its events: sent again, it says the same.
ALTER TABLE "AcceptedForm" ADD COLUMN "events" TEXT NOT NULL DEFAULT '';
