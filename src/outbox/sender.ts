import type { Logger } from 'pino';
import { maskedPhone } from '../language/format.js';

/** One message on its way out. */
export type Sending = {
  /** The same for every try of the same message: a gateway can drop what it has had before. */
  id: number;
  phone: string | null;
  /** Whose it is; for who has no phone, all that there is to find them by. */
  accountId: number | null;
  text: string;
};

/** What carries messages out: a text-message gateway, a work messenger. Throws where it could not. */
export interface Sender {
  send(message: Sending, signal: AbortSignal): Promise<void>;
}

/** Every run of digits that could be a code, a phone or the number of a document. */
export const withoutNumbers = (text: string): string => text.replace(/\d{4,}/g, '****');

/**
 * The sender where none is set up: it writes into the log.
 * @param isOpen whether whole texts and phones may stand there, codes too; never in production
 */
export function logSender(log: Logger, { isOpen }: { isOpen: boolean }): Sender {
  return {
    async send({ id, phone, accountId, text }) {
      const to = phone === null ? `account ${accountId}` : isOpen ? phone : maskedPhone(phone);
      log.info({ message: id, to, text: isOpen ? text : withoutNumbers(text) }, 'message');
    },
  };
}
