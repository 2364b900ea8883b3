-- A payment that was made before notices had a code gets one by chance, so that its notice, printed from now on, can be checked
-- by anyone as all others.
UPDATE "PaymentLine" SET "checkCode" =
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) || '-' ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1) ||
  substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + (random() & 2147483647) % 31, 1)
WHERE "checkCode" IS NULL AND "paidOn" IS NOT NULL;
