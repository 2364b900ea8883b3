import type { Day } from '../../../src/calendar/days.js';
import type { NewSpace, SpaceKind } from '../../../src/parks/add-spaces.js';
import type { Place, PlannedPark } from './parks.js';
import { inventName } from './people-names.js';
import type { Random } from './random.js';

/** What a kind of space is called, how large it is (m²), and what a m² of it brings on the market (fen a month). */
type Pattern = {
  names: string[];
  unit: string;
  size: [low: number, high: number];
  price: [low: number, high: number];
};

// biome-ignore format: a table reads best with one kind a line
const patterns: Record<SpaceKind, Pattern> = {
  farmhouse: { names: ['石屋', '老屋', '农房', '渔家院'], unit: '号', size: [60, 220], price: [700, 1300] },
  workshop: { names: ['老织网厂', '旧冷库', '粮站旧仓', '镇办老厂'], unit: '号车间', size: [80, 420], price: [600, 1100] },
  stall: { names: ['村口市集', '码头市集', '海鲜集市'], unit: '号摊位', size: [8, 26], price: [1800, 3600] },
  shed: { names: ['修船棚', '晒网棚', '农机棚'], unit: '号', size: [30, 120], price: [400, 800] },
  office: { names: ['村部旧楼', '文化礼堂', '老供销社'], unit: '号间', size: [18, 110], price: [1200, 2400] },
  yard: { names: ['晒场院', '老学校院', '渔耕院'], unit: '号', size: [120, 600], price: [250, 600] },
};
const lanes = ['望海路', '晒网弄', '老街', '中心路', '山脚弄', '沙岙路', '祠堂弄'];

/** Islands that a bus reaches. */
const byBridge = ['舟山本岛', '朱家尖岛', '金塘岛', '岱山岛'];

/** A space whose market rent is known. */
export type InventedSpace = NewSpace & { marketRent: number };

/** A space of the park, in the next of its villages. */
export function inventSpace(
  random: Random,
  park: PlannedPark,
  index: number,
  kind: SpaceKind,
  openedOn: Day,
): InventedSpace {
  const { names, unit, size, price } = patterns[kind];
  const [village, island] = park.places[index % park.places.length] as Place;
  const squareMetres = random.whole(...size);
  const hundredths = () => squareMetres * 100 + (random.chance(0.4) ? random.whole(1, 99) : 0);
  return {
    name: `${random.pick(names)}${index + 1}${unit}`,
    kind,
    village,
    island,
    address: `${village}${random.pick(lanes)}${random.whole(1, 168)}号`,
    // Two fifths of a yard are everybody's way, and nothing to let.
    area: kind === 'yard' ? Math.round(hundredths() * 0.6) : hundredths(),
    owner: random.chance(0.4) ? `${village}股份经济合作社` : inventName(random),
    // Whole tens of yuan.
    marketRent: Math.max(1, Math.round((squareMetres * random.whole(...price)) / 1_000)) * 1_000,
    rentSource: '海岛闲置房屋租金评估（示例）',
    directions: byBridge.includes(island)
      ? `不用坐船：公交到${village}站，步行几分钟（示例）`
      : `坐客船到${island}码头，下船转公交到${village}；末班船前请留出时间（示例）`,
    openedOn,
  };
}
