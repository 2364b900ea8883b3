// Applies the migrations of a folder to a file and prints the name of each that was applied.
import { migrate } from '../../src/database/migrate.js';

const [file = '', directory = ''] = process.argv.slice(2);
const applied = await migrate({ file, directory, log: () => {} });
for (const name of applied) process.stdout.write(`${name}\n`);
