/** What a browser can show beside a case, by a viewer of its own; anything else is taken out as a file. */
export const shownInline = ['application/pdf', 'image/jpeg', 'image/png'];
