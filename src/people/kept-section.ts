import type { Prisma } from '../database/generated/client.js';
import { Kept } from '../database/kept.js';
import { sightOf } from './scope.js';
import type { TodaySection, TodaySource } from './today-lines.js';

/** How long a section is trusted that a command beside the service may have made wrong. */
const longestMs = 60_000;

/**
 * A section that is made once for all that it depends on: what the viewer sees and may do, the language, the hour, and
 * the tables that it is read from. A change by this process counts at once.
 * @param isOwn whether it differs from account to account
 */
export function keptSection(
  tables: readonly Prisma.ModelName[],
  source: TodaySource,
  { isOwn = false }: { isOwn?: boolean } = {},
): TodaySource {
  const sections = new Kept<TodaySection | null>([...tables, 'Park'], 200, longestMs);
  return (today) => {
    const { reads, viewer, now, voice } = today;
    const hour = Math.floor(now.getTime() / 3_600_000);
    const account = isOwn ? viewer.accountId : null;
    const key = JSON.stringify([account, viewer.role, sightOf(viewer), voice.lang, hour]);
    return sections.get(reads, key, () => source(today));
  };
}
