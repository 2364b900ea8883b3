import type { Request, Response } from 'express';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { type Channel, type Printing, plainWording } from './edition-rules.js';
import { intervalWords } from './present.js';
import { readWording } from './wordings.js';

/** Whether whoever sends the form has seen the last page and agreed (yes), or wants to change something (no). */
export const answerToLast = (req: Request): 'yes' | 'no' | null => {
  const sent = req.body?.confirmed;
  return sent === 'yes' || sent === 'no' ? sent : null;
};

type Row = { label: string; value: string };

/** The last page before a figure is published: both wordings with what they stand for, and all that goes out with them. */
export function showLastPage(
  res: Response,
  { action, what, typed }: { action: string; what: Row[]; typed: Record<string, unknown> },
  printing: Printing,
): void {
  const { say } = frameOf(res);
  const wording = (text: string, lang: 'zh' | 'en') =>
    say('figures.publish.range', {
      wording: plainWording(text),
      range: intervalWords(readWording(plainWording(text), lang), say),
    });
  page(res, 'figures/last-page', {
    title: say('figures.publish.last'),
    action,
    what: [
      ...what,
      { label: say('figures.published.wording-zh'), value: wording(printing.wordingZh, 'zh') },
      { label: say('figures.published.wording-en'), value: wording(printing.wordingEn, 'en') },
      { label: say('figures.published.source'), value: printing.source },
      {
        label: say('figures.published.channel'),
        value: say(`figures.channel.${printing.channel satisfies Channel}`),
      },
    ],
    hidden: Object.entries(typed)
      .filter(([name]) => !name.startsWith('_') && name !== 'confirmed')
      .map(([name, value]) => ({ name, value: String(value) })),
  });
}
