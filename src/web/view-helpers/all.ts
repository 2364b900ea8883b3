import { area } from './area.js';
import { asset } from './asset.js';
import { concat } from './concat.js';
import { day } from './day.js';
import { link } from './link.js';
import { and, eq, not, or, ticked } from './logic.js';
import { month } from './month.js';
import { number } from './number.js';
import { onceKey } from './once-key.js';
import { t } from './t.js';
import { time } from './time.js';
import { yuan } from './yuan.js';

/** Everything a template can call. A helper is pure, and throws for a value that it was not made for. */
export const viewHelpers = {
  and,
  area,
  asset,
  concat,
  day,
  eq,
  link,
  month,
  not,
  number,
  onceKey,
  or,
  t,
  ticked,
  time,
  yuan,
};
