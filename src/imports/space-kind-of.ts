import { makeSay } from '../language/say.js';
import { type SpaceKind, spaceKinds } from '../parks/add-spaces.js';

const voices = (['zh', 'en'] as const).map(makeSay);

/** How lists and names of places call the kinds of space. */
const spoken: Record<SpaceKind, string> = {
  farmhouse: '农房|民房|农舍|民宿|石屋|老屋|老宅|住宅|渔家院|屋|farmhouse|cottage|house',
  workshop: '厂房|车间|工坊|厂|仓库|库房|旧仓|粮站|冷库|仓|workshop|factory|warehouse|granary',
  stall: '摊位|摊|市集|集市|市场|铺位|商铺|店铺|铺|门面|店面|market|stall|shop',
  shed: '棚屋|大棚|棚|greenhouse|shed',
  office: '办公用房|办公室|办公|写字楼|工位|村部旧楼|礼堂|供销社|office|desk',
  yard: '院落|院子|晒场|院|courtyard|yard',
};
const words = spaceKinds.flatMap((kind) => spoken[kind].split('|').map((word) => ({ kind, word })));

/**
 * The kind of space that a text speaks of: as the register calls it, else by the last word of a kind in it, as a name ends
 * with what it is: 粮站院子 is a yard, and 渔家院 a farmhouse. Null where it speaks of none.
 */
export function spaceKindOf(text: string): SpaceKind | null {
  const exact = spaceKinds.find((kind) => voices.some((say) => say(`parks.kind.${kind}`) === text));
  if (exact) return exact;
  const plain = text.toLowerCase();
  let last: { kind: SpaceKind; end: number; length: number } | null = null;
  for (const { kind, word } of words) {
    const at = plain.lastIndexOf(word);
    if (at < 0) continue;
    const found = { kind, end: at + word.length, length: word.length };
    const isLater = last === null || found.end > last.end;
    if (isLater || (found.end === last?.end && found.length > last.length)) last = found;
  }
  return last?.kind ?? null;
}
