import type { Instant } from '../../loyalty';
import { changedOrMade } from '../mongo';
import type { Mongo } from '../mongo';
import { callSlotModel, FRESH_SLOT } from './call-place-model';
import type { CallSlotDoc } from './call-place-model';

/** Lies beside the companies, whose ids are 32 hexadecimal digits. */
const ID = 'bling-tokens';
/** Bling blocks an address for an hour after 20 token requests in 60 seconds; these are 15, beside which people ask for some. */
const SPACING_MS = 4_000;

/** The pace of token requests, shared by all merchants and processes, since Bling counts them by address. */
export interface TokenTurns {
  /** 0: one request may start now, and is counted; else how many milliseconds from now on none may. */
  take(): Promise<number>;
  /** For how many milliseconds from now on none may start, since somebody was told so; 0: there is no such pause. */
  pausedMs(): Promise<number>;
  /** Counts one that waits for no turn, since a person waits for it. */
  count(): Promise<void>;
  /** None may start for so many milliseconds from now on. */
  pause(ms: number): Promise<void>;
}

/**
 * The turns of one database.
 * @param now the database's time: a process's own, wrong by a day, would hold all up for one
 */
export function createTokenTurns(mongo: Mongo, now: () => Promise<Instant>): TokenTurns {
  const slots = () => mongo.of(callSlotModel);

  const slot = (): Promise<CallSlotDoc> => changedOrMade(slots(), ID, { $setOnInsert: FRESH_SLOT });
  const nextAt = async (): Promise<Date> => (await slot()).nextAt;

  /** Takes the turn at `at` if what has been seen of the slot still holds. */
  async function begin(seen: Date | { $lte: Date }, at: Instant): Promise<boolean> {
    const { matchedCount } = await slots().updateOne(
      { _id: ID, nextAt: seen },
      { $set: { nextAt: new Date(at + SPACING_MS) } },
    );
    return matchedCount === 1;
  }

  return {
    async take() {
      for (;;) {
        const at = await now();
        if (await begin({ $lte: new Date(at) }, at)) return 0;
        const waitMs = (await nextAt()).getTime() - at;
        // Else there was no slot until now.
        if (waitMs > 0) return waitMs;
      }
    },
    async pausedMs() {
      const { pausedUntil } = await slot();
      return Math.max(0, (pausedUntil?.getTime() ?? 0) - (await now()));
    },
    async count() {
      for (;;) {
        const seen = await nextAt();
        if (await begin(seen, Math.max(seen.getTime(), await now()))) return;
      }
    },
    async pause(ms) {
      await nextAt();
      const until = new Date((await now()) + ms);
      await slots().updateOne({ _id: ID }, { $max: { nextAt: until, pausedUntil: until } });
    },
  };
}
