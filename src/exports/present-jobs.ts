import { number, time } from '../language/format.js';
import type { Voice, WordKey } from '../language/say.js';
import type { Job } from './make-job.js';

const tones: Record<string, string> = { done: 'sea', failed: 'stop', running: 'heed' };

/** A job as its page and the list show it. */
export function presentJob(job: Job, { say, lang }: Voice) {
  const isOpen = job.state === 'waiting' || job.state === 'running';
  const isGone = job.state === 'done' && job.file === null;
  const href = `/reports/jobs/${job.id}`;
  return {
    href,
    title: job.title,
    at: time(job.createdAt, lang),
    state: {
      label: say(
        isGone ? 'reports.jobs.state.gone' : (`reports.jobs.state.${job.state}` as WordKey),
      ),
      tone: isGone ? null : (tones[job.state] ?? null),
    },
    progress: isOpen
      ? {
          max: Math.max(1, job.total),
          value: Math.min(job.done, Math.max(1, job.total)),
          text: say('reports.jobs.progress', { done: job.done, total: job.total }),
        }
      : null,
    file: job.file === null ? null : `${href}/file`,
    expires:
      job.file === null || job.expiresAt === null
        ? null
        : say('reports.jobs.until', { time: time(job.expiresAt, lang) }),
    size:
      job.size === null
        ? null
        : say('reports.jobs.size', { kb: number(Math.ceil(job.size / 1024), lang) }),
    number: job.exportNumber,
    problem: job.problem === '' ? null : say(`reports.jobs.problem.${job.problem}` as WordKey),
    cancel: isOpen ? `${href}/cancellation` : null,
  };
}
