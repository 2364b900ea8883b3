import { fileTypeFromBuffer } from 'file-type';
import { answerJob } from '../files/answer-job.js';
import { ofdFault } from './ofd.js';

// Which kind of zip it is stands in its files, and whether it is a sound one is known when they are unpacked.
answerJob(async (sent: Uint8Array) => {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.length);
  const sniffed = await fileTypeFromBuffer(bytes);
  return { sniffed: sniffed ?? null, fault: await ofdFault(bytes) };
});
