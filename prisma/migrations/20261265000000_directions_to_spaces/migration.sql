-- How to get to a space, as the park writes it for everyone: which boat, where to land, how to go on.
ALTER TABLE "Space" ADD COLUMN "directions" TEXT NOT NULL DEFAULT '';
