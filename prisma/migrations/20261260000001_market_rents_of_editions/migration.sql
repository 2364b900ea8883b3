-- How many leases a published sum of rent rests on, and how many of them have a market rent, as known when it was published.
ALTER TABLE "FigureEdition" ADD COLUMN "marketRents" JSONB;
