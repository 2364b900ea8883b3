import path from 'node:path';
import { defineConfig } from 'prisma/config';

// For the official command only; the product itself applies its migrations at start.
export default defineConfig({
  schema: path.resolve(import.meta.dirname, '../prisma/schema.prisma'),
  migrations: { path: path.resolve(import.meta.dirname, '../prisma/migrations') },
  datasource: {
    url:
      process.env.DATABASE_URL ?? `file:${path.resolve(import.meta.dirname, '../data/parks.db')}`,
  },
});
