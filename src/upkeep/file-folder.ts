import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { addDays, type Day, today } from '../calendar/days.js';

/** A folder of files to which records refer by name. */
export type FileFolder = {
  folder: string;
  /** Where the file of that name belongs. */
  pathOf: (name: string) => string;
  /** For how many days a file to which nothing refers is kept aside before it is deleted. */
  daysAside: number;
};

const aside = 'set-aside';
const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Where files that are set aside on a day lie, on the same disk as before. */
export const asideOn = ({ folder }: FileFolder, now: Date): string =>
  path.join(folder, aside, today(now));

/** Every file in its place by name, drafts too, without those set aside; none where nothing was ever stored. */
export async function filesIn({ folder }: FileFolder): Promise<Map<string, string>> {
  const entries = await entriesOf(folder);
  const outside = path.join(folder, aside);
  const files = entries.filter(
    ({ isFile, parent }) => isFile && parent !== outside && !parent.startsWith(outside + path.sep),
  );
  return new Map(files.map(({ name, parent }) => [name, path.join(parent, name)]));
}

export type FileAside = { name: string; file: string; day: Day };

/** Every file that is set aside, with the day on which it was. */
export async function filesAside({ folder }: FileFolder): Promise<FileAside[]> {
  const files: FileAside[] = [];
  for (const { name, parent, isFile } of await entriesOf(path.join(folder, aside))) {
    const day = path.basename(parent);
    if (isFile && isDay.test(day)) files.push({ name, file: path.join(parent, name), day });
  }
  return files;
}

/** Whether a file set aside on that day has lain there for as long as the folder keeps it. */
export const isOver = ({ daysAside }: FileFolder, day: Day, now: Date): boolean =>
  addDays(day, daysAside) <= today(now);

async function entriesOf(folder: string) {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      parent: entry.parentPath,
      isFile: entry.isFile(),
    }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
