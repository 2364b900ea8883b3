-- Photos of a space, or of a visit: each in two sizes, sealed like files of proof.
CREATE TABLE "Photo" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "spaceId" INTEGER,
    "visitId" INTEGER,
    "position" INTEGER NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sentSha256" TEXT NOT NULL,
    "fileId" INTEGER NOT NULL,
    "thumbnailId" INTEGER NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedById" INTEGER,
    CONSTRAINT "Photo_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Photo_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Photo_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "ProofFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Photo_thumbnailId_fkey" FOREIGN KEY ("thumbnailId") REFERENCES "ProofFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Photo_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Photo_of_one" CHECK (("spaceId" IS NULL) <> ("visitId" IS NULL)),
    CONSTRAINT "Photo_size" CHECK ("width" > 0 AND "height" > 0)
);
CREATE UNIQUE INDEX "Photo_fileId_key" ON "Photo"("fileId");
CREATE UNIQUE INDEX "Photo_thumbnailId_key" ON "Photo"("thumbnailId");
CREATE INDEX "Photo_spaceId_position_idx" ON "Photo"("spaceId", "position");
CREATE INDEX "Photo_visitId_position_idx" ON "Photo"("visitId", "position");
