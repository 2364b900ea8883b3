import { z } from 'zod';
import { personRoles } from '../people/categories.js';
import { choice, choices, day, name, optional, optionalText, phone, text } from '../web/fields.js';
import { chosenCategories } from './forms.js';

export const RoleForm = z.object({
  name: name(40),
  phone: optional(phone),
  role: choice(personRoles),
  beganOn: day,
  graduatedOn: optional(day),
  categories: choices(chosenCategories),
  since: optional(day),
  proof: optionalText(120),
  anotherPerson: optional(text(200)),
});

export const EndRoleForm = z.object({ lastOn: day });
