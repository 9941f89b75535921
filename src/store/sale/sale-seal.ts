import { canonicalJson } from '../../text';
import type { Mongo } from '../mongo';
import { attestedContent } from './attested-content';
import type { AttestableSale } from './attested-content';

/** Whether a sale that is not attested yet is as the product wrote it. `unsealed`: the last to write it seals nothing. */
export type SealState = 'whole' | 'broken' | 'unsealed';

const PURPOSE = 'sales that are not attested yet';

/** Stands where the digest would: no later write makes right what was not as the product left it. */
const BROKEN = 'broken';

/**
 * The seal of a sale as it stands in `sale`: its version, and an HMAC over that and everything that is attested once it has a part in
 * anybody's value. Whoever can only write to the database makes none.
 */
export function sealOf(mongo: Pick<Mongo, 'keyedDigest'>, sale: AttestableSale): string {
  // What a document does not say that is older than a list is the same as an empty one.
  const said = Object.entries(attestedContent(sale)).filter(([, value]) => !isEmptyList(value));
  const content = { ...Object.fromEntries(said), version: sale.version };
  return `${sale.version} ${mongo.keyedDigest(PURPOSE, canonicalJson(content))}`;
}

/** What the seal of a stored sale, not attested yet, says of it. */
export function sealState(mongo: Mongo, sale: AttestableSale): SealState {
  const { seal, version } = sale;
  if (typeof seal !== 'string' || !seal.startsWith(`${version} `)) return 'unsealed';
  return seal === sealOf(mongo, sale) ? 'whole' : 'broken';
}

/**
 * The seal to be written together with `set` over the version of `sale` that was read: it seals what was read and is set, whatever
 * somebody has made of the document since. One that was broken stays so; undefined: the sale has none, and gets none by being changed.
 */
export function sealAfter(
  mongo: Mongo,
  sale: AttestableSale,
  set: Partial<AttestableSale>,
): string | undefined {
  const state = sealState(mongo, sale);
  if (state === 'unsealed') return undefined;
  const version = sale.version + 1;
  return state === 'whole' ? sealOf(mongo, { ...sale, ...set, version }) : `${version} ${BROKEN}`;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
