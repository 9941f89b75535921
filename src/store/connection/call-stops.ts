import type { Instant } from '../../loyalty';
import type { Mongo } from '../mongo';
import { callPlaceModel, callSlotModel } from './call-place-model';
import type { CallSlotDoc } from './call-place-model';
import { CLOSED } from './circuit';
import type { Circuit } from './circuit';
import { endOfFullDay } from './pace';
import { WHOLE_CIRCUIT } from './whole-circuit';

/** Why a company is not called just now. */
export interface CallStop {
  /** Whom it is about: this company, or all of Bling. */
  of: 'company' | 'all';
  why: 'silence' | 'day' | 'address';
  /** Since when there is no answer; null: nothing was asked that had none, the day's calls are counted as used up. */
  since: Instant | null;
  /** Nobody calls before; null: the next one who comes tries, or somebody is trying just now. */
  until: Instant | null;
  /** How many callers have a place after it: sales mostly. Counted up to `MOST_COUNTED`. */
  waiting: number;
}

/** Looks at what keeps companies from being called. */
export interface CallStops {
  /** By company; those that can be called are not among them. */
  of(companyIds: readonly string[]): Promise<ReadonlyMap<string, CallStop>>;
}

/** Who waits is found by index, one after the other: more than so many are not counted. */
export const MOST_COUNTED = 10_000;

/**
 * The stops of one database.
 * @param now the time that all processes share
 */
export function createCallStops(mongo: Mongo, now: () => Instant): CallStops {
  /** Their places' ids begin with the company and a slash, after which comes the digit 0. */
  const waitingFor = (companyId: string, at: Instant): Promise<number> =>
    mongo.of(callPlaceModel).countDocuments(
      {
        _id: { $gte: `${companyId}/`, $lt: `${companyId}0` },
        begun: false,
        lapsesAt: { $gt: new Date(at) },
      },
      { limit: MOST_COUNTED },
    );

  return {
    async of(companyIds) {
      const slots = await mongo
        .of(callSlotModel)
        .find({ _id: { $in: [...companyIds, WHOLE_CIRCUIT] } })
        .lean();
      const slotOf = new Map(slots.map((slot) => [slot._id, slot]));
      const all = slotOf.get(WHOLE_CIRCUIT)?.circuit ?? CLOSED;
      const at = now();
      const stops = new Map<string, CallStop>();
      for (const companyId of companyIds) {
        const stop = stopIn(slotOf.get(companyId), all, at);
        if (stop) stops.set(companyId, { ...stop, waiting: await waitingFor(companyId, at) });
      }
      return stops;
    },
  };
}

/** What keeps longest, where several things do. */
function stopIn(slot: CallSlotDoc | undefined, all: Circuit, now: Instant): Omit<CallStop, 'waiting'> | null {
  const ends = slot ? endOfFullDay(slot, 'sale', now) : null;
  if (ends !== null) return { of: 'company', why: 'day', since: null, until: ends };
  const own = slot?.circuit ?? CLOSED;
  const circuit = all.pauses > 0 && (own.pauses === 0 || all.openUntil > own.openUntil) ? all : own;
  if (circuit.pauses === 0) return null;
  const { refused, since, openUntil, trying } = circuit;
  return {
    of: circuit === own ? 'company' : 'all',
    why: refused ?? 'silence',
    since,
    until: openUntil > now && !trying ? openUntil : null,
  };
}
