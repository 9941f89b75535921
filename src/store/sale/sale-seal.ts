import { canonicalJson } from '../../text';
import type { Mongo } from '../mongo';
import { attestedContent } from './attested-content';
import type { AttestableSale } from './attested-content';

/**
 * Whether a sale that is not attested yet is as the product wrote it. `unsealed`: the last to write it seals nothing, or could not read
 * the seal before. `newer`: its seal is of a form that this version does not know, so nothing can be said of it.
 */
export type SealState = 'whole' | 'broken' | 'unsealed' | 'newer';

const PURPOSE = 'sales that are not attested yet';

/** What a seal goes over. Another selection of fields, or another way to write them down, is another form. */
const FORM = 1;

/** Stands where the digest would: no later write makes right what was not as the product left it. */
const BROKEN = 'broken';

/** The same: whoever wrote it last did not know the form of the seal it had, and could neither look at it nor renew it. */
const UNREAD = 'unread';

/**
 * The seal of a sale as it stands in `sale`: its version, the form, and an HMAC over both and everything that is attested once it has a
 * part in anybody's value. Whoever can only write to the database makes none.
 */
export function sealOf(mongo: Pick<Mongo, 'keyedDigest'>, sale: AttestableSale): string {
  return sealText(sale.version, FORM, digestOf(mongo, sale, FORM));
}

/** What the seal of a stored sale, not attested yet, says of it. */
export function sealState(mongo: Mongo, sale: AttestableSale): SealState {
  if (typeof sale.seal !== 'string') return 'unsealed';
  const { version, form, text } = parsed(sale.seal);
  if (version !== String(sale.version)) return 'unsealed';
  if (form > FORM) return 'newer';
  if (text === UNREAD) return 'unsealed';
  return text === digestOf(mongo, sale, form) ? 'whole' : 'broken';
}

/** Of two looks at the same sale the one that says more against it. */
export function worse(one: SealState, other: SealState): SealState {
  return one === 'broken' ? one : other;
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
  const version = sale.version + 1;
  switch (sealState(mongo, sale)) {
    case 'unsealed':
      return undefined;
    case 'whole':
      return sealOf(mongo, { ...sale, ...set, version });
    case 'broken':
      return sealText(version, FORM, BROKEN);
    case 'newer':
      return sealText(version, parsed(sale.seal!).form, UNREAD);
  }
}

function sealText(version: number, form: number, text: string): string {
  return `${version} ${form} ${text}`;
}

/** The first seals did not say their form: they read as one before the first that does. */
function parsed(seal: string): { version: string; form: number; text: string } {
  const [, version = '', form = '0', text = ''] = /^(\d+) (?:(\d{1,9}) )?(.*)$/s.exec(seal) ?? [];
  return { version, form: Number(form), text };
}

function digestOf(mongo: Pick<Mongo, 'keyedDigest'>, sale: AttestableSale, form: number): string {
  // What a document does not say that is older than a list is the same as an empty one.
  const said = Object.entries(attestedContent(sale)).filter(([, value]) => !isEmptyList(value));
  const content = { ...Object.fromEntries(said), version: sale.version, ...(form === 0 ? {} : { form }) };
  return mongo.keyedDigest(PURPOSE, canonicalJson(content));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
