import { canonicalJson } from '../../text';
import type { Mongo } from '../mongo';
import { attestedContent } from './attested-content';
import type { AttestableSale } from './attested-content';

/**
 * Whether a sale that is not attested yet is as the product wrote it. `unsealed`: the last to write it seals nothing, or reads these
 * seals as none. `newer`: its seal is of a form that this version does not know; `unread`: it was when the sale was last written by a
 * version that did not know it. Of these two nothing can be said, and the product itself says so.
 */
export type SealState = 'whole' | 'broken' | 'unsealed' | 'newer' | 'unread';

type Keyed = Pick<Mongo, 'keyedDigest'>;

const PURPOSE = 'sales that are not attested yet';

/** What a seal goes over. Another selection of fields, or another way to write them down, is another form. */
const FORM = 1;

/** Stands where the digest would: no later write makes right what was not as the product left it. */
const BROKEN = 'broken';

/** The same, with its mark: whoever wrote it last did not know the form of the seal it had, and could neither look at it nor renew it. */
const UNREAD = 'unread';

/** Of the marks that every version can check, whatever form the seal is of. Never changed: versions that are out there look for it. */
const MARKS = 'forms of seals of sales';

/**
 * The seal of a sale as it stands in `sale`: the form, its version, and an HMAC over both and everything that is attested once it has a
 * part in anybody's value. Whoever can only write to the database makes none.
 *
 * Whoever raises the form has to end the seal with a mark as well (`f2 7 … {mark}`, by `markOf` with the word `newer`): by it alone
 * versions that do not know the form tell the seal from one that somebody has made up, which is broken.
 */
export function sealOf(mongo: Keyed, sale: AttestableSale): string {
  return sealText(FORM, sale.version, digestOf(mongo, sale, FORM));
}

/** What the seal of a stored sale, not attested yet, says of it. */
export function sealState(mongo: Keyed, sale: AttestableSale): SealState {
  const seal: unknown = sale.seal ?? null;
  if (seal === null) return 'unsealed';
  if (typeof seal !== 'string') return 'broken';
  const { form, version, text } = parsed(seal);
  if (version !== String(sale.version)) return 'unsealed';
  if (text.startsWith(`${UNREAD} `))
    return text === unreadText(mongo, sale._id, sale.version, form) ? 'unread' : 'broken';
  if (form > FORM)
    return text.endsWith(` ${markOf(mongo, sale._id, sale.version, form, 'newer')}`) ? 'newer' : 'broken';
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
  mongo: Keyed,
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
      return sealText(FORM, version, BROKEN);
    case 'newer':
    case 'unread': {
      const { form } = parsed(sale.seal!);
      return sealText(form, version, unreadText(mongo, sale._id, version, form));
    }
  }
}

/** The form stands first, so that a version which expects the sale's version there takes the seal for none, and leaves it alone. */
function sealText(form: number, version: number, text: string): string {
  return `f${form} ${version} ${text}`;
}

/** Before, the version stood first; the first seals of all did not say their form, and read as one before the first that does. */
function parsed(seal: string): { form: number; version: string; text: string } {
  const [, form, version = '', text = ''] = /^f(\d{1,9}) (\d+) (.*)$/s.exec(seal) ?? [];
  if (form !== undefined) return { form: Number(form), version, text };
  const [, before = '', first, digest = ''] = /^(\d+) (1 )?(.*)$/s.exec(seal) ?? [];
  return { form: first === undefined ? 0 : 1, version: before, text: digest };
}

function unreadText(mongo: Keyed, saleId: string, version: number, form: number): string {
  return `${UNREAD} ${markOf(mongo, saleId, version, form, UNREAD)}`;
}

/** That the product says `word` of the seal of this form that the sale has in this version. */
function markOf(
  mongo: Keyed,
  saleId: string,
  version: number,
  form: number,
  word: 'newer' | typeof UNREAD,
): string {
  return mongo.keyedDigest(MARKS, canonicalJson({ sale: saleId, version, form, word }));
}

function digestOf(mongo: Keyed, sale: AttestableSale, form: number): string {
  // What a document does not say that is older than a list is the same as an empty one.
  const said = Object.entries(attestedContent(sale)).filter(([, value]) => !isEmptyList(value));
  const content = { ...Object.fromEntries(said), version: sale.version, ...(form === 0 ? {} : { form }) };
  return mongo.keyedDigest(PURPOSE, canonicalJson(content));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
