import { day, number } from '../language/format.js';
import type { Voice } from '../language/say.js';
import {
  coverageText,
  intervalWords,
  periodText,
  presentVerdict,
  recordsHref,
  wordOf,
} from './present.js';
import { ruleOf } from './printed.js';
import type { ReproducedFigure } from './reproduce.js';

/** The page of one figure. @param now the same figure, computed as of today */
export function presentOne(
  figure: ReproducedFigure,
  now: ReproducedFigure,
  withRecords: boolean,
  voice: Voice,
) {
  const { say, lang } = voice;
  return {
    title: lang === 'zh' ? figure.subjectZh : figure.subjectEn,
    crumbs: [{ href: '/figures', label: say('figures.title') }],
    verdict: presentVerdict(figure.verdict, say),
    facts: factsOf(figure, voice),
    computed:
      figure.measure === null
        ? null
        : [
            { name: say('figures.in-report'), ...computedRow(figure, withRecords, voice) },
            { name: say('figures.today'), ...computedRow(now, withRecords, voice), verdict: null },
          ],
  };
}

function factsOf(figure: ReproducedFigure, voice: Voice) {
  const { say, lang } = voice;
  const { printed, unitZh, interval, note } = figure;
  const unit = lang === 'zh' ? unitZh : figure.unitEn;
  const means = say(`figures.means.${ruleOf(printed, unitZh)}`);
  const facts = [
    { label: say('figures.printed'), value: `${printed}${unitZh}` },
    { label: say('figures.interval'), value: `${intervalWords(interval, say)} ${unit}`.trim() },
    { label: say('figures.rule-means'), value: means },
    { label: say('figures.period'), value: periodText(figure.period, voice) },
    { label: say('figures.system'), value: wordOf('figures.system', figure.system, say) },
  ];
  if (!note) return facts;
  return [...facts, { label: say('figures.note'), value: wordOf('figures.note', note, say) }];
}

function computedRow(figure: ReproducedFigure, withRecords: boolean, voice: Voice) {
  const { asOf, computed, coverage } = figure;
  if (asOf === null || computed === null) throw new Error(`${figure.code} was not computed`);
  return {
    day: day(asOf, voice.lang),
    computed: number(computed, voice.lang),
    recordsHref: withRecords ? recordsHref(figure) : null,
    coverage: coverage ? coverageText('figures.coverage', coverage, voice) : null,
    verdict: presentVerdict(figure.verdict, voice.say),
  };
}
