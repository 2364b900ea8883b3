import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { ADAPTER_NAME } from './answers.js';
import { PrismaClient } from './generated/client.js';

/** How long a transaction may wait for its turn, and how long it may then take, in milliseconds. */
export const TRANSACTION_LIMITS = { maxWait: 60_000, timeout: 15_000 };

/** Opens what the client works on now. */
class Connecting implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = ADAPTER_NAME;
  to: SqlDriverAdapterFactory | null = null;

  async connect(): Promise<SqlDriverAdapter> {
    if (!this.to) throw new DriverAdapterError({ kind: 'ConnectionClosed' });
    return this.to.connect();
  }
}

type Made = { client: PrismaClient; connecting: Connecting };

/**
 * Clients that were closed. To make one takes a tenth of a second, most of it to read how all questions can be asked, and it
 * knows nothing of a file but what it is connected to: a process that opens many databases, one after the other, needs few.
 */
const idle: Made[] = [];

function made(): Made {
  const connecting = new Connecting();
  const client = new PrismaClient({ adapter: connecting, transactionOptions: TRANSACTION_LIMITS });
  return { client, connecting };
}

/**
 * A client that is connected to what `to` opens. `close` waits for what is running and rolls back what was left open; the
 * client that is handed out is of no use afterwards, to nobody who still holds it.
 */
export async function connectedClient(
  to: SqlDriverAdapterFactory,
): Promise<{ db: PrismaClient; close: () => Promise<void> }> {
  const { client, connecting } = idle.pop() ?? made();
  connecting.to = to;
  await client.$connect();
  const { proxy: db, revoke } = Proxy.revocable(client, {});
  let closing: Promise<void> | null = null;
  const close = async () => {
    await client.$disconnect();
    connecting.to = null;
    revoke();
    idle.push({ client, connecting });
  };
  return {
    db,
    close() {
      closing ??= close();
      return closing;
    },
  };
}
