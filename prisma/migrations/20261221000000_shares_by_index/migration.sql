-- Residents by the categories of their founders are counted from indexes alone.
DROP INDEX "PersonRole_ventureId_role_idx";
CREATE INDEX "PersonRole_ventureId_role_personId_beganOn_endedOn_idx" ON "PersonRole"("ventureId", "role", "personId", "beganOn", "endedOn");
CREATE INDEX "PersonCategory_personId_category_beganOn_endedOn_idx" ON "PersonCategory"("personId", "category", "beganOn", "endedOn");
