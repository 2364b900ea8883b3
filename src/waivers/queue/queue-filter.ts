import { z } from 'zod';
import { filteredAddress } from '../../web/addresses.js';
import { searched } from '../../web/fields.js';
import { arrangementFields } from '../../web/list-columns.js';
import { pageNumber } from '../../web/page-number.js';
import { readQuery } from '../../web/read-query.js';
import { queueColumns } from './queue-columns.js';

/** 等我办理 未认领 我认领的 即将到期 已超期 公示期满 在申请人处 全部 */
export const queueTabs = [
  'waiting',
  'unclaimed',
  'mine',
  'soon',
  'overdue',
  'ready',
  'founder',
  'all',
] as const;
export type QueueTab = (typeof queueTabs)[number];

/** Submitted so many days ago, or longer. */
export const ages = ['7', '15', '30', '60'] as const;

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((sent) => (sent === '' || sent === undefined ? null : sent), schema.nullable());

const QueueFilter = z.object({
  tab: blank(z.enum(queueTabs)),
  policy: blank(z.string().regex(/^[a-z0-9-]{1,40}$/, 'web.field.choose')),
  park: blank(z.string().regex(/^[\w-]{1,12}$/, 'web.field.choose')),
  age: blank(z.enum(ages)),
  q: searched,
  ...arrangementFields(queueColumns, 'clock'),
  page: pageNumber,
});
export type QueueFilter = z.output<typeof QueueFilter>;

/** What the address of the queue asks for. @throws WrongQuery for what is not on offer */
export const queueFilter = (req: { query: unknown }): QueueFilter => readQuery(QueueFilter, req);

/** The address of the queue, or of its file, under a filter; what is not chosen is left out. */
export const queueAddress = (filter: Partial<QueueFilter>, path = '/waivers/queue'): string =>
  filteredAddress(path, filter, { page: 1, sort: 'clock' });
