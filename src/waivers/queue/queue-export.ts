import { today } from '../../calendar/days.js';
import { currentCalendar } from '../../calendar/stored-calendar.js';
import type { WorkCalendar } from '../../calendar/working-days.js';
import { arrangedLines, asOfLine, coverLines } from '../../exports/cover-lines.js';
import type { Source } from '../../exports/prepared.js';
import {
  type Column,
  columnsAsShown,
  dayColumn,
  tableOf,
  textColumn,
} from '../../exports/table.js';
import type { Voice } from '../../language/say.js';
import { parkName } from '../../ventures/residency-present.js';
import { allow } from '../../web/errors.js';
import { stateTag } from '../next-step.js';
import { canSeeQueue } from '../permissions.js';
import { clockOf } from '../present-clock.js';
import { choicesOf, chosenFilters } from './chosen-filters.js';
import { queueColumns } from './queue-columns.js';
import { type QueueFilter, queueAddress, queueFilter } from './queue-filter.js';
import {
  countQueue,
  everyCase,
  type PolicyNames,
  policyNames,
  type QueueLine,
} from './queue-queries.js';
import { tabIn } from './queue-tab.js';

/** The queue as a file: with its own tab, filter, scope and permission. */
export const queueExport: Source = async ({ deps, viewer, query, voice }) => {
  allow(canSeeQueue(viewer));
  const filter = queueFilter({ query });
  const tab = tabIn(filter, viewer);
  const { say } = voice;
  const now = deps.clock.now();
  const on = today(now);
  const calendar = await currentCalendar(deps.db);
  const request = { tab, filter, now, calendar };
  const title = `${say('waivers.queue.title')} ${say(`waivers.queue.tab.${tab}`)}`;
  const policies = await policyNames(deps.db);
  const choices = await choicesOf(deps, viewer, policies, filter, voice);
  const columns = columnsOf(policies, { on, calendar, filter }, voice);
  const { page: _, ...selection } = filter;
  return {
    what: 'waivers',
    name: `${title} ${on}`,
    title,
    address: queueAddress({ ...selection, tab }),
    eachRow: say('reports.cover.each-row.case'),
    rows: await countQueue(deps.db, viewer, request),
    detail: {
      filter: {
        tab,
        policy: filter.policy,
        park: filter.park,
        age: filter.age,
        q: filter.q || null,
      },
    },
    lines: coverLines(
      {
        scope: say('reports.cover.in-sight'),
        asOf: asOfLine(on, voice),
        filter: chosenFilters(filter, choices, voice).map(({ text }) => text),
        arranged: arrangedLines(queueColumns, filter, voice),
      },
      voice,
    ),
    sheets: [tableOf(title, columns, everyCase(deps.db, viewer, { ...request, order: filter }))],
  };
};

function columnsOf(
  policies: PolicyNames,
  { on, calendar, filter }: { on: string; calendar: WorkCalendar; filter: QueueFilter },
  voice: Voice,
): Column<QueueLine>[] {
  const { say, lang } = voice;
  return columnsAsShown<QueueLine>(filter, [
    ['number', textColumn(say('waivers.queue.number'), 16, (line) => line.number)],
    ['venture', textColumn(say('waivers.review.venture'), 28, (line) => line.venture.name)],
    ['applicant', textColumn(say('waivers.review.applicant'), 14, (line) => line.person.name)],
    ['park', textColumn(say('waivers.review.park'), 22, (line) => parkName(line.park, lang))],
    [
      'policy',
      textColumn(
        say('waivers.review.policy'),
        26,
        (line) => policies.get(line.policyId)?.name[lang] ?? '',
      ),
    ],
    [
      'state',
      textColumn(say('waivers.queue.state'), 14, (line) => stateTag(line.state, voice).label),
    ],
    [
      'clock',
      textColumn(
        say('waivers.queue.clock'),
        24,
        (line) => clockOf({ ...line, calendar }, on, voice).text,
      ),
      dayColumn(say('waivers.queue.due'), (line) => line.dueOn),
    ],
    [
      'submitted',
      dayColumn(
        say('waivers.review.submitted'),
        (line) => line.submittedAt && today(line.submittedAt),
      ),
    ],
    ['holder', textColumn(say('waivers.queue.holder'), 14, (line) => line.claimedBy?.name ?? null)],
  ]);
}
