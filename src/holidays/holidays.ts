/**
 * The seven public holidays (全国年节及纪念日放假办法, as amended in 2024), with the days of a year between which each one
 * can be off: one that was put into a wrong month is a slip. Those of the moon wander.
 */
export const holidays = {
  'new-year': { from: '12-29', to: '01-05', includes: '01-01' },
  spring: { from: '01-15', to: '03-05', includes: null },
  qingming: { from: '03-30', to: '04-10', includes: null },
  labour: { from: '04-25', to: '05-10', includes: '05-01' },
  'dragon-boat': { from: '05-20', to: '07-05', includes: null },
  'mid-autumn': { from: '09-01', to: '10-15', includes: null },
  national: { from: '09-25', to: '10-15', includes: '10-01' },
} as const;

export type Holiday = keyof typeof holidays;
export const holidayCodes = Object.keys(holidays) as Holiday[];
