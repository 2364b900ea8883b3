import path from 'node:path';
import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: path.resolve(import.meta.dirname, '../prisma/schema.prisma'),
  migrations: { path: path.resolve(import.meta.dirname, '../prisma/migrations') },
});
