-- Months are reopened for a list of arrivals that were never entered, too: a backlog, asked for by its park.
ALTER TABLE "Reopening" ADD COLUMN "importBatchId" INTEGER CONSTRAINT "Reopening_importBatchId_fkey" REFERENCES "ImportBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
