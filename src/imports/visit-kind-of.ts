import { makeSay } from '../language/say.js';
import { type VisitKind, visitKinds } from '../visits/kinds.js';

const voices = (['zh', 'en'] as const).map(makeSay);

/** How lists call the kinds of visit. The first that fits counts. */
const spoken: [VisitKind, RegExp][] = [
  ['training', /培训|讲座|沙龙|训练|training/i],
  ['fair', /招聘|展销|集市|市集|展会|fair/i],
  ['guidance', /指导|辅导|咨询|帮办|代办|guidance|advice/i],
  ['call', /电话|电联|微信|短信|线上|call|phone/i],
  ['visit', /上门|走访|实地|入户|现场|visit/i],
];

/** The kind of visit that a cell names; null for none, and for one that there is not. */
export const visitKindOf = (text: string): VisitKind | null =>
  visitKinds.find((kind) => voices.some((say) => say(`visits.kind.${kind}`) === text)) ??
  spoken.find(([, words]) => words.test(text))?.[0] ??
  null;
