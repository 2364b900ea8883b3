import type { Proof } from '../policies/rules.js';
import { type MoveName, moves, type StateName } from './states.js';

/** By which move each desk asks for a further paper, and the item that the paper then is. */
const items = {
  'ask-park': 'further-park',
  'ask-county': 'further-county',
  'ask-bureau': 'further-bureau',
} as const satisfies Partial<Record<MoveName, string>>;
export type AskMove = keyof typeof items;
export const askMoves = Object.keys(items) as AskMove[];

/** What an applicant adds unasked, beside a note or a request for reconsideration. */
export const ownPapers = 'own-papers';
const ownPapersIn: readonly StateName[] = [
  ...(['submitted', 'park-review', 'county-review', 'bureau-review'] as const),
  ...(['supplement', 'reconsideration'] as const),
];

type Asking = { state: string; steps: { move: string; note: string; fromState: string }[] };

const isAsk = (move: string): move is AskMove => Object.hasOwn(items, move);

/** The move by which the desk that has a case asks for a paper; null where none may. */
export const askMoveIn = (state: string): AskMove | null =>
  askMoves.find((move) => (moves[move].from as readonly string[]).includes(state)) ?? null;

export const hasAsked = ({ steps }: Asking, asked: AskMove): boolean =>
  steps.some(({ move }) => move === asked);

export const itemOfAsk = (move: AskMove): string => items[move];

/** What the step keeps of it: the name of the paper in the first line, below it why it is needed. */
export const askNote = (paper: string, why: string): string =>
  `${paper.trim().replace(/\s+/g, ' ')}\n${why.trim()}`;

/** The paper that a case waits for, and where the case goes on afterwards; null where it waits for none. */
export function paperAsked({ state, steps }: Asking) {
  const step = steps.findLast(({ move }) => isAsk(move));
  if (state !== 'supplement' || !step) return null;
  const [paper = '', ...why] = step.note.split('\n');
  const move = step.move as AskMove;
  return { item: items[move], paper, why: why.join('\n'), back: step.fromState as StateName };
}

/** The papers of a case that its policy does not name: what desks asked for, and what the applicant added. */
export const papersBeyondPolicy = ({ steps }: Pick<Asking, 'steps'>): Proof[] => [
  ...steps.flatMap(({ move, note }) => {
    if (!isAsk(move)) return [];
    const [paper = ''] = note.split('\n');
    return [{ id: items[move], text: { zh: paper, en: paper }, condition: null, categories: [] }];
  }),
  {
    id: ownPapers,
    text: { zh: '申请人补充的其他材料', en: 'Other papers of the applicant' },
    condition: null,
    categories: [],
  },
];

export const takesOwnPapers = (state: string): boolean =>
  (ownPapersIn as readonly string[]).includes(state);
