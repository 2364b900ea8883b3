-- Phones are stored in one form from now on (src/input/phones.ts), so that a person is found by theirs however it was typed.
-- What was typed before is brought into it: a mobile of the mainland, and a landline with its area code. What is neither
-- stays as it is. Nobody becomes somebody else by it: who now shares name and phone with another is still two people.

UPDATE "Person" SET "phone" = substr(replace(replace("phone", ' ', ''), '-', ''), -11)
WHERE replace(replace("phone", ' ', ''), '-', '') GLOB '1[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
   OR replace(replace("phone", ' ', ''), '-', '') GLOB '861[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
   OR replace(replace("phone", ' ', ''), '-', '') GLOB '+861[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
   OR replace(replace("phone", ' ', ''), '-', '') GLOB '00861[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]';

UPDATE "Person" SET "phone" = substr(replace(replace("phone", ' ', ''), '-', ''), 1, 4) || '-' || substr(replace(replace("phone", ' ', ''), '-', ''), 5)
WHERE replace(replace("phone", ' ', ''), '-', '') GLOB '0[3-9][0-9][0-9][2-9][0-9][0-9][0-9][0-9][0-9][0-9]'
   OR replace(replace("phone", ' ', ''), '-', '') GLOB '0[3-9][0-9][0-9][2-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]';

UPDATE "Venture" SET "phone" = substr(replace(replace("phone", ' ', ''), '-', ''), -11)
WHERE replace(replace("phone", ' ', ''), '-', '') GLOB '1[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
   OR replace(replace("phone", ' ', ''), '-', '') GLOB '861[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
   OR replace(replace("phone", ' ', ''), '-', '') GLOB '+861[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
   OR replace(replace("phone", ' ', ''), '-', '') GLOB '00861[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]';

UPDATE "Venture" SET "phone" = substr(replace(replace("phone", ' ', ''), '-', ''), 1, 4) || '-' || substr(replace(replace("phone", ' ', ''), '-', ''), 5)
WHERE replace(replace("phone", ' ', ''), '-', '') GLOB '0[3-9][0-9][0-9][2-9][0-9][0-9][0-9][0-9][0-9][0-9]'
   OR replace(replace("phone", ' ', ''), '-', '') GLOB '0[3-9][0-9][0-9][2-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]';
