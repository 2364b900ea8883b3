-- The text that lists search has names as they are compared, and in every reading. It is made in JavaScript, at the next start, for
-- the ventures that have no keys (src/ventures/fill-name-keys.ts).
UPDATE "Venture" SET "nameKey" = '', "soundKey" = '';
