import { z } from 'zod';
import { isName } from '../input/names.js';
import { codePhoneOf } from '../input/phones.js';
import type { WordKey } from '../language/say.js';
import { grounds } from '../waivers/objections.js';
import { choice, optionalText, text } from '../web/fields.js';
import type { Labels } from '../web/forms.js';

/** With a name and a phone that a code proves, or nameless: of that way no name or phone is read. */
export const ways = ['named', 'nameless'] as const;

export const ObjectionForm = z
  .object({
    ground: choice(grounds),
    text: text(1000, { lines: true }),
    way: choice(ways),
    name: optionalText(50),
    phone: optionalText(40),
  })
  .superRefine(({ way, name, phone }, context) => {
    if (way === 'nameless') return;
    for (const [path, message] of [nameFault(name), phoneFault(phone)])
      if (message) context.addIssue({ code: 'custom', path: [path], message });
  });

type FieldFault = [field: string, key: WordKey | null];
function nameFault(name: string): FieldFault {
  if (name === '') return ['name', 'web.field.required'];
  return ['name', isName(name) ? null : 'web.field.name'];
}
function phoneFault(phone: string): FieldFault {
  if (phone === '') return ['phone', 'people.phone.missing'];
  return ['phone', codePhoneOf(phone) === null ? 'people.phone.form' : null];
}

export const objectionLabels = {
  ground: 'notices.object.ground',
  text: 'notices.object.text',
  way: 'notices.object.way',
  name: 'notices.object.name',
  phone: 'notices.object.phone',
} satisfies Labels;
