import { z } from 'zod';
import { sinceFields } from '../ledger/since.js';
import {
  choice,
  day,
  hundredths,
  optional,
  optionalText,
  phone,
  text,
  wholeNumber,
} from '../web/fields.js';
import { spaceKinds } from './add-spaces.js';

const version = wholeNumber(1, 1_000_000_000);
const parkDetails = {
  nameZh: text(40),
  nameEn: text(80),
  islandZh: text(20),
  islandEn: text(40),
  villageZh: text(20),
  villageEn: text(40),
  operatorName: text(60),
  phone: optional(phone),
  aboutZh: optionalText(400, { lines: true }),
  aboutEn: optionalText(800, { lines: true }),
  mapX: wholeNumber(0, 1000),
  mapY: wholeNumber(0, 1000),
};

export const ParkForm = z.object({ ...parkDetails, ...sinceFields, version });
export const NewParkForm = z.object({
  number: text(5)
    .transform((typed) => typed.toUpperCase())
    .refine((typed) => /^P\d{2,4}$/.test(typed), 'parks.number-form'),
  regionCode: z.string({ error: 'web.field.choose' }).min(1, 'web.field.choose').max(12),
  openedOn: day,
  ...parkDetails,
});

/** The most of what a space may be said to be: characters, hundredths of a m² (100,000 m²), fen a month (1,000,000 yuan). */
export const mostOfSpace = {
  name: 40,
  village: 20,
  island: 20,
  address: 80,
  area: 10_000_000,
  owner: 40,
  marketRent: 100_000_000,
  rentSource: 80,
} as const;

const spaceDetails = {
  name: text(mostOfSpace.name),
  kind: choice(spaceKinds),
  village: text(mostOfSpace.village),
  island: text(mostOfSpace.island),
  address: text(mostOfSpace.address),
  area: hundredths(mostOfSpace.area, 'area').refine((area) => area > 0, 'parks.area-positive'),
  owner: text(mostOfSpace.owner),
  directions: optionalText(300, { lines: true }),
};
const marketRent = optional(hundredths(mostOfSpace.marketRent, 'yuan'));
const rentSource = optional(text(mostOfSpace.rentSource)).transform((typed) => typed ?? '');

export const SpaceForm = z.object({ ...spaceDetails, ...sinceFields, version });
export const NewSpaceForm = z.object({ ...spaceDetails, marketRent, rentSource, openedOn: day });

/** What a space would bring on the market from a day on; blank where that is not known. */
export const ValuationForm = z.object({ fromOn: day, marketRent, rentSource });
