import { Mutex } from 'async-mutex';
import { DateTime } from 'luxon';
import type { Mongo } from '../mongo';
import type { CallSlotDoc } from './connection-model';
import { callSlotModel } from './connection-model';

/**
 * Bling allows 3 requests a second and 120,000 a day for one company, whoever calls (its page on limits). A little slower
 * than that, so that four calls delayed unevenly on their way still do not arrive within one second.
 */
const SPACING_MS = 400;
const DAILY_CALLS = 120_000;
const BLING_ZONE = 'America/Sao_Paulo';
/** A caller waits this long for its slot; beyond it, it had better come back later. */
const LONGEST_WAIT_MS = 3_000;

/** When a call may start: after `waitMs`, or not yet (`comeBackMs`). `full_day`: the day's calls are used up. */
export type CallSlot =
  { kind: 'granted'; waitMs: number } | { kind: 'full' | 'full_day'; comeBackMs: number };

/** The pace of calls to each company, shared by all workers. */
export interface CallSlots {
  take(companyId: string, now: Date): Promise<CallSlot>;
  /** How many of a day's calls the company has used today, and how many a day has. */
  usedToday(companyId: string, now: Date): Promise<{ used: number; of: number }>;
}

/** The pace of one company as it was last seen. */
type Pace = Omit<CallSlotDoc, '_id'>;

/** The slots of one database; calls of this process queue up for them, company by company. */
export function createCallSlots(mongo: Mongo): CallSlots {
  const queues = new Map<string, Mutex>();
  const seen = new Map<string, Pace>();

  async function read(companyId: string): Promise<Pace> {
    const fresh: Pace = { nextAt: new Date(0), day: '', calls: 0 };
    await mongo.of(callSlotModel).updateOne({ _id: companyId }, { $setOnInsert: fresh }, { upsert: true });
    return (await mongo.of(callSlotModel).findById(companyId).lean()) ?? fresh;
  }

  /** Takes the slot if the pace is still as seen; another worker may have been faster, then it is read again. */
  async function takeOne(companyId: string, now: Date): Promise<CallSlot> {
    for (let pace = seen.get(companyId) ?? (await read(companyId)); ; pace = await read(companyId)) {
      const next = nextPace(pace, now);
      if ('kind' in next) {
        seen.delete(companyId);
        return next;
      }
      const { matchedCount } = await mongo
        .of(callSlotModel)
        .updateOne({ _id: companyId, nextAt: pace.nextAt, day: pace.day, calls: pace.calls }, { $set: next });
      if (matchedCount === 0) continue;
      seen.set(companyId, next);
      return { kind: 'granted', waitMs: Math.max(0, next.nextAt.getTime() - SPACING_MS - now.getTime()) };
    }
  }

  return {
    take(companyId, now) {
      const queue = queues.get(companyId) ?? new Mutex();
      queues.set(companyId, queue);
      return queue.runExclusive(() => takeOne(companyId, now));
    },
    async usedToday(companyId, now) {
      const pace = await mongo.of(callSlotModel).findById(companyId).lean();
      return { used: pace?.day === blingDay(now) ? pace.calls : 0, of: DAILY_CALLS };
    },
  };
}

function blingDay(now: Date): string {
  return DateTime.fromJSDate(now, { zone: BLING_ZONE }).toISODate()!;
}

/** The pace after one more call, or how long until there is room for it. */
function nextPace(pace: Pace, now: Date): Pace | Exclude<CallSlot, { kind: 'granted' }> {
  const today = DateTime.fromJSDate(now, { zone: BLING_ZONE });
  const day = blingDay(now);
  const calls = pace.day === day ? pace.calls : 0;
  if (calls >= DAILY_CALLS)
    return {
      kind: 'full_day',
      comeBackMs: today.plus({ days: 1 }).startOf('day').toMillis() - now.getTime(),
    };
  const startAt = Math.max(pace.nextAt.getTime(), now.getTime());
  if (startAt - now.getTime() > LONGEST_WAIT_MS) return { kind: 'full', comeBackMs: startAt - now.getTime() };
  return { nextAt: new Date(startAt + SPACING_MS), day, calls: calls + 1 };
}
