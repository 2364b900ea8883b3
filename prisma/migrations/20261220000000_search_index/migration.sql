-- What a search looks through, in pieces of three characters. Two blanks at the end let the last character begin a
-- piece too, so that two characters are found by the pieces that begin with them.
CREATE VIRTUAL TABLE "VentureSearch" USING fts5("text", content = '', contentless_delete = 1, detail = 'none',
  tokenize = 'trigram case_sensitive 1');
CREATE VIRTUAL TABLE "VentureSearchPieces" USING fts5vocab("VentureSearch", 'row');
CREATE VIRTUAL TABLE "VentureSearchPlaces" USING fts5vocab("VentureSearch", 'instance');
INSERT INTO "VentureSearch" (rowid, "text") SELECT "id", "searchText" || '  ' FROM "Venture";

CREATE TRIGGER "Venture_search_insert" AFTER INSERT ON "Venture" BEGIN
  INSERT INTO "VentureSearch" (rowid, "text") VALUES (NEW."id", NEW."searchText" || '  ');
END;
CREATE TRIGGER "Venture_search_update" AFTER UPDATE OF "id", "searchText" ON "Venture"
  WHEN NEW."searchText" IS NOT OLD."searchText" OR NEW."id" <> OLD."id" BEGIN
  DELETE FROM "VentureSearch" WHERE rowid = OLD."id";
  INSERT INTO "VentureSearch" (rowid, "text") VALUES (NEW."id", NEW."searchText" || '  ');
END;
CREATE TRIGGER "Venture_search_delete" AFTER DELETE ON "Venture" BEGIN
  DELETE FROM "VentureSearch" WHERE rowid = OLD."id";
END;

-- The residents of one park in the order of their numbers, without reading a row.
CREATE INDEX "Residency_parkId_ventureId_beganOn_endedOn_idx" ON "Residency"("parkId", "ventureId", "beganOn", "endedOn");
