import { mkdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { asideOn, type FileFolder, filesAside, filesIn, isOver } from './file-folder.js';
import { putBack } from './put-back.js';

/** A file is stored before its record: one that is this young may still be waiting for it. */
const youngMs = 60 * 60 * 1000;
/** Uploads that were broken off leave a file now and then. More at once is a sign of a wrong database. */
const few = 5;
const share = 0.05;

/** What records say of a folder. */
export type Referred = {
  /** The names of the files that belong there. */
  names: ReadonlySet<string>;
  /** When the newest file that ever had a record was recorded; null where none had. */
  newest: Date | null;
};

/** Why nothing was moved: records know nothing as young as those files; or they are too many at once. */
export type Doubt = 'database-is-older' | 'too-many';
export type Swept = {
  files: number;
  unreferenced: number;
  setAside: number;
  putBack: number;
  deleted: number;
  doubt: Doubt | null;
};

/**
 * Sets aside the files to which no record refers, and deletes what has been aside for as long as the folder keeps it.
 * It does neither when the files say that the database may not be theirs: a new one, another, or an older copy.
 * Files that are aside and referred to are put back first.
 * @param read what records say; asked after the folder was read, so that no new file is taken for one without a record
 * @param now by the clock of the file system
 */
export async function sweepFiles(
  folder: FileFolder,
  read: () => Promise<Referred>,
  now: Date,
): Promise<Swept> {
  const { files, loose, referred } = await survey(folder, read, now);
  const restored = await putBack(folder, referred.names);
  const doubt = doubtOf(loose, files, referred.newest);
  const counts = { files, unreferenced: loose.length, putBack: restored, doubt };
  if (doubt !== null) return { setAside: 0, deleted: 0, ...counts };
  let setAside = 0;
  for (const { name, file } of loose) {
    if (await moveTo(asideOn(folder, now), name, file)) setAside += 1;
  }
  return { setAside, deleted: await deleteOver(folder, referred, now), ...counts };
}

/** The same without moving or deleting anything but putting back: for a start, when nothing has been checked yet. */
export async function lookAtFiles(
  folder: FileFolder,
  read: () => Promise<Referred>,
  now: Date,
): Promise<Swept> {
  const { files, loose, referred } = await survey(folder, read, now);
  const doubt = doubtOf(loose, files, referred.newest);
  const restored = await putBack(folder, referred.names);
  const unreferenced = loose.length;
  return { files, unreferenced, setAside: 0, putBack: restored, deleted: 0, doubt };
}

type Loose = { name: string; file: string; writtenAt: Date };

async function survey(folder: FileFolder, read: () => Promise<Referred>, now: Date) {
  const found = await filesIn(folder);
  const referred = await read();
  const loose: Loose[] = [];
  for (const [name, file] of found) {
    if (referred.names.has(name)) continue;
    const writtenAt = await writtenAtOf(file);
    if (writtenAt && now.getTime() - writtenAt.getTime() >= youngMs)
      loose.push({ name, file, writtenAt });
  }
  return { files: found.size, loose, referred };
}

/** Null for a file that has gone meanwhile. */
const writtenAtOf = (file: string): Promise<Date | null> =>
  stat(file).then(({ mtime }) => mtime, nullIfGone);

/** @returns whether it was still there */
async function moveTo(target: string, name: string, file: string): Promise<boolean> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  const moved = await rename(file, path.join(target, name)).then(() => true, nullIfGone);
  return moved !== null;
}

function nullIfGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function doubtOf(loose: Loose[], files: number, newest: Date | null): Doubt | null {
  if (loose.length > Math.max(few, files * share)) return 'too-many';
  const isYounger = ({ writtenAt }: Loose) => newest === null || writtenAt > newest;
  return loose.some(isYounger) ? 'database-is-older' : null;
}

async function deleteOver(folder: FileFolder, { names }: Referred, now: Date): Promise<number> {
  let count = 0;
  for (const { name, file, day } of await filesAside(folder)) {
    if (names.has(name) || !isOver(folder, day, now)) continue;
    await rm(file, { force: true });
    // The folder of the day goes with its last file.
    await rmdir(path.dirname(file)).catch(() => {});
    count += 1;
  }
  return count;
}
