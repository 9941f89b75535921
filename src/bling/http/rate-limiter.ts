import { setTimeout as delay } from 'node:timers/promises';
import { blingCircuitMoves } from '../../metrics';
import { BlingApiError } from './api-error';
import type { BlingApiErrorKind } from './api-error';
import type { RateLimiter, Refusal } from './ports';

/** Who calls, and for what, the first of them first; the key is his own, and the same each time he asks for the same. */
export interface Caller {
  key: string;
  class: 'staff' | 'sale' | 'reconciliation' | 'import';
  /** Where his turn is further off than this, he leaves and nobody waits for him; absent: he comes back. */
  patienceMs?: number;
}

/** What keeps the pace of a company, and of our address: a call may start `waitMs` after that was decided (`performance.now()`; absent: now), or its caller has a place and is to come back in `comeBackMs`. */
export interface Pacemaker {
  take(
    companyId: string,
    caller: Caller,
  ): Promise<
    { kind: 'go'; waitMs: number; decidedAt?: number } | { kind: 'later'; why: Why; comeBackMs: number }
  >;
  /** Where nobody is to call just now, the caller's place after that, in how many milliseconds; null: he may call. */
  standBack(companyId: string, caller: Caller): Promise<number | null>;
  /** What came of a call; answers what changes by it. */
  report(
    companyId: string,
    end: { kind: 'answered' } | { kind: 'unanswered'; pauseMs?: number } | ({ kind: 'refused' } & Refusal),
  ): Promise<{ of: 'company' | 'all'; to: 'open' | 'closed' }[]>;
  /** An answer was an error, whichever: Bling blocks an address that has too many. */
  erred(): Promise<void>;
}

/** Why a caller has to come back: others are before him, the day's calls are used up, or nobody answers. */
type Why = 'pace' | 'day' | 'silence';

const KIND_OF: Record<Why, BlingApiErrorKind> = {
  pace: 'rate_limited',
  day: 'day_quota',
  silence: 'unavailable',
};

/**
 * The pace Bling allows each company, wherever it is kept.
 * @param caller who calls just now
 * @param patienceMs so long a caller waits for his place where he stands, and leaves it to others where it is further off; absent:
 *   he comes back when it is his turn
 * @param afterAnswer hears of each company that answers
 * @throws BlingApiError `rate_limited` where the place is further off, `day_quota` where the day's calls are used up, `unavailable`
 *   where it has not answered of late; Bling was not asked
 */
export function createRateLimiter(
  pacemaker: Pacemaker,
  caller: () => Caller,
  patienceMs?: number,
  afterAnswer: (companyId: string) => Promise<void> = () => Promise.resolve(),
): RateLimiter {
  return {
    async take(companyId) {
      const who = caller();
      for (let left = patienceMs ?? 0; ;) {
        const turn = await pacemaker.take(
          companyId,
          patienceMs === undefined ? who : { ...who, patienceMs: left },
        );
        if (turn.kind === 'go') {
          const { waitMs, decidedAt = performance.now() } = turn;
          const leftMs = decidedAt + waitMs - performance.now();
          if (leftMs > 0) await delay(leftMs);
          return Math.max(0, performance.now() - decidedAt - waitMs);
        }
        if (turn.comeBackMs > left) {
          throw new BlingApiError(KIND_OF[turn.why], 'start a call yet', {
            ...(turn.why === 'silence' ? { type: 'circuit_open' } : {}),
            retryAfterMs: turn.comeBackMs,
            asked: false,
          });
        }
        left -= turn.comeBackMs;
        await delay(turn.comeBackMs);
      }
    },
    // Whoever does not wait leaves.
    standBack: (companyId) =>
      patienceMs === undefined ? pacemaker.standBack(companyId, caller()) : Promise.resolve(null),
    async answered(companyId) {
      note(await pacemaker.report(companyId, { kind: 'answered' }));
      await afterAnswer(companyId);
    },
    async unanswered(companyId, pauseMs) {
      note(
        await pacemaker.report(companyId, { kind: 'unanswered', ...(pauseMs !== undefined && { pauseMs }) }),
      );
    },
    async refused(companyId, refusal) {
      note(await pacemaker.report(companyId, { kind: 'refused', ...refusal }));
    },
    erred: () => pacemaker.erred(),
  };
}

function note(moves: Awaited<ReturnType<Pacemaker['report']>>): void {
  for (const move of moves) blingCircuitMoves.inc(move);
}
