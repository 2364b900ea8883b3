import { consentItems, newestText } from '../identities/consent-text.js';
import type { ConsentBasis, Purpose } from '../identities/kinds.js';
import type { FormView } from '../web/forms.js';
import type { Frame } from '../web/frame.js';

/** What the page of a consent shows, wherever it stands: the newest text, item by item, and the tick that agrees to it. */
export function consentView(
  { purpose, basis }: { purpose: Purpose; basis: ConsentBasis },
  form: FormView,
  { say, lang }: Pick<Frame, 'say' | 'lang'>,
) {
  const text = newestText(purpose);
  return {
    title: say(`identities.consent.purpose.${purpose}`),
    lead: say(`identities.consent.lead.${basis}`),
    rows: consentItems.map((item) => ({
      label: say(`identities.consent.${item}`),
      value: text[item][lang === 'zh' ? 0 : 1],
    })),
    textVersion: String(text.version),
    version: say('identities.consent.version', { version: text.version }),
    tick: say(`identities.consent.tick.${basis}`),
    submit: say(`identities.consent.give.${basis}`),
    form,
    hasErrors: form.summary.length > 0,
  };
}
