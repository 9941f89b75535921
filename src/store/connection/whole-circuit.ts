import { AsyncResource } from 'node:async_hooks';
import type { Instant } from '../../loyalty';
import type { Mongo } from '../mongo';
import { isDuplicateKey } from '../mongo';
import { callSlotModel, FRESH_SLOT } from './call-place-model';
import { afterFailure, beginTry, CLOSED, isTry } from './circuit';
import type { Circuit, Failure } from './circuit';

/** Its id: it lies beside the companies, whose ids are 32 hexadecimal digits. */
export const WHOLE_CIRCUIT = 'bling';
/** Each process looks this often. */
const LOOKED_AT_MS = 2_000;
/** It is known then that more than one is meant; the rest need not be named. */
const NAMED_COMPANIES = 20;

/** Whether Bling as a whole answers, for all processes. */
export interface WholeCircuit {
  /** Two seconds old or a little more: it is looked at beside the calls, and none waits for that. */
  look(): Circuit;
  /** True for the one caller who tries after a pause. */
  beginTry(): Promise<boolean>;
  /** Answers whether it is left alone from now on. */
  failed(companyId: string, failure?: Omit<Failure, 'companies'>): Promise<boolean>;
  /** Answers whether it was left alone until now. */
  answered(): Promise<boolean>;
}

interface Known {
  circuit: Circuit;
  companies: readonly string[];
  /** Those among them whose calls met a page in place of an answer. */
  blocked: readonly string[];
  turn: number | null;
}

const ALL_WELL = { circuit: CLOSED, companies: [], blocked: [] };

/** The one of a database. */
export function createWholeCircuit(mongo: Mongo, now: () => Instant): WholeCircuit {
  let known: Known = { ...ALL_WELL, turn: null };
  let lookedAt = -Infinity;

  async function read(): Promise<Known> {
    const doc = await mongo.of(callSlotModel).findById(WHOLE_CIRCUIT).lean();
    const { circuit = CLOSED, companies = [], blocked = [], turn = null } = doc ?? {};
    // An earlier version forgets the companies and not these.
    known = { circuit, companies, blocked: blocked.filter((one) => companies.includes(one)), turn };
    return known;
  }

  /** Belongs to no step; where it fails, the next look comes soon. */
  const lookBeside = AsyncResource.bind(() => {
    lookedAt = now();
    read().catch(() => undefined);
  });

  /** Stores the change if nobody was faster; else it is decided again on what there is. */
  async function change(
    decide: (seen: Known) => Omit<Known, 'turn'> | null,
  ): Promise<{ before: Circuit; after: Circuit } | null> {
    for (;;) {
      const seen = await read();
      const next = decide(seen);
      if (next === null) return null;
      const turn = (seen.turn ?? 0) + 1;
      const { matchedCount, upsertedCount } = await mongo
        .of(callSlotModel)
        .updateOne(
          { _id: WHOLE_CIRCUIT, turn: seen.turn },
          { $set: { ...next, turn }, $setOnInsert: FRESH_SLOT },
          { upsert: seen.turn === null },
        )
        .catch((error: unknown) => {
          if (isDuplicateKey(error)) return { matchedCount: 0, upsertedCount: 0 };
          throw error;
        });
      if (matchedCount + upsertedCount === 0) continue;
      known = { ...next, turn };
      return { before: seen.circuit, after: next.circuit };
    }
  }

  return {
    look() {
      if (now() - lookedAt >= LOOKED_AT_MS) lookBeside();
      return known.circuit;
    },
    async beginTry() {
      const begun = await change(({ circuit, ...rest }) =>
        isTry(circuit, now()) ? { ...rest, circuit: beginTry(circuit, now()) } : null,
      );
      return begun !== null;
    },
    async failed(companyId, failure) {
      const moved = await change((seen) => {
        const isBlock = failure?.refused === 'address';
        const companies = named(seen.companies, companyId);
        const blocked = isBlock ? named(seen.blocked, companyId) : seen.blocked;
        const of = (isBlock ? blocked : companies).length;
        const circuit = afterFailure(seen.circuit, now(), { ...failure, companies: of });
        const same = circuit === seen.circuit && blocked.length === seen.blocked.length;
        return same ? null : { circuit, companies, blocked };
      });
      return moved !== null && moved.before.pauses === 0 && moved.after.pauses > 0;
    },
    async answered() {
      if (known.circuit.failures === 0) return false;
      const moved = await change(({ circuit }) => (circuit.failures === 0 ? null : ALL_WELL));
      return moved !== null && moved.before.pauses > 0;
    },
  };
}

function named(companies: readonly string[], companyId: string): readonly string[] {
  return [...new Set([...companies, companyId])].slice(-NAMED_COMPANIES);
}
