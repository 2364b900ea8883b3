/**
 * The islands that a road reaches: 舟山本岛 and those on its bridges, by the cross-sea bridges of 2009 and 2021. Every
 * other one is an outer island (外岛): it is reached by boat alone.
 */
const reachedByRoad = [
  '舟山本岛',
  '里钓岛',
  '富翅岛',
  '册子岛',
  '金塘岛',
  '鲁家峙岛',
  '小干岛',
  '朱家尖岛',
  '长白岛',
  '长峙岛',
  '岙山岛',
  '岱山岛',
];

/** Whether an island, by its Chinese name in the register, is one that only a boat reaches. */
export const isOuterIsland = (island: string): boolean => !reachedByRoad.includes(island.trim());
