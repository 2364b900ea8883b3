import { z } from 'zod';
import { personRoles } from '../people/categories.js';
import { choice, choices, day, optional, optionalText, text } from '../web/fields.js';
import { chosenCategories, phone } from './forms.js';

export const RoleForm = z.object({
  name: text(40),
  phone,
  role: choice(personRoles),
  beganOn: day,
  graduatedOn: optional(day),
  categories: choices(chosenCategories),
  since: optional(day),
  proof: optionalText(120),
});

export const EndRoleForm = z.object({ endedOn: day });
