-- How many returns of the month stated the kind of worker that a published sum counts, as known when it was published.
ALTER TABLE "FigureEdition" ADD COLUMN "stating" INTEGER;
