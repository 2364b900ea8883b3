import { jobsOf } from '../../src/exports/jobs.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { type Client, signIn } from '../web/client.js';

export type Cast = { net: Network; bureau: Client; park1: Client; close(): Promise<void> };

/** The network of the ledger's tests, with the bureau and a manager signed in; what is being made is waited for at the end. */
export async function startReports(): Promise<Cast> {
  const net = await startNetwork();
  return {
    net,
    bureau: await signIn(net.base, 'bureau'),
    park1: await signIn(net.base, 'park1'),
    async close() {
      await jobsOf(net).stop();
      await net.close();
    },
  };
}
