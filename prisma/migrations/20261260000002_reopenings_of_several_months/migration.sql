-- A change often moves the months after it too: one reopening can be over several months.
ALTER TABLE "Reopening" ADD COLUMN "throughMonth" TEXT CONSTRAINT "Reopening_months" CHECK ("throughMonth" > "month");
