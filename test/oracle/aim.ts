import { saleOfRef } from './steps';
import type { Deed, ProgramInput, SaleInput } from './model/input';

/** What a history has named so far. */
export interface Seen {
  sales: Map<string, SaleInput>;
  redemptions: string[];
  voucherRules: string[];
}

/** The voucher rules of a program. */
export const voucherRulesOf = (program: ProgramInput): string[] =>
  program.earning.rules.filter(({ grant }) => grant.type === 'voucher').map(({ id }) => id);

/** A return of everything, whatever the sale's total is by then. */
export const WHOLE = 0.5;

/** The last of each pool is left as it is, so that what nobody has made is asked for, too. */
const STRANGERS = ['s4', 'r9'];

/**
 * Points a random deed at something that exists, as most calls do.
 * A reservation's id is used once: what a second use means is a matter of repeated calls, not of the rules.
 */
export function aimed(deed: Deed, seen: Seen): Deed[] {
  switch (deed.do) {
    case 'cancel':
    case 'reopen':
    case 'claim':
    case 'remind':
      return [{ ...deed, saleId: known(deed.saleId, [...seen.sales.keys()]) }];
    case 'return':
      return [wholeOrPart({ ...deed, saleId: known(deed.saleId, [...seen.sales.keys()]) }, seen)];
    case 'resolve': {
      const [one, other] = deed.sales.map((sale) => known(sale, [...seen.sales.keys()]));
      return one === undefined || other === undefined || one === other
        ? []
        : [{ ...deed, sales: [one, other] }];
    }
    case 'reserve':
      if (seen.redemptions.includes(deed.id)) return [];
      seen.redemptions.push(deed.id);
      return [{ ...deed, saleRef: knownRef(deed.saleRef, seen) }];
    case 'confirm':
    case 'release':
    case 'rollback':
      return seen.redemptions.length === 0 ? [] : [{ ...deed, id: known(deed.id, seen.redemptions) }];
    case 'voucher.reserve':
    case 'voucher.redeem':
    case 'voucher.rollback': {
      const saleRef = knownRef(deed.saleRef, seen);
      return seen.voucherRules.length === 0 ? [] : [{ ...deed, saleRef, code: knownCode(deed.code, seen) }];
    }
    case 'voucher.release':
      return seen.voucherRules.length === 0 ? [] : [{ ...deed, code: knownCode(deed.code, seen) }];
    case 'publish':
      seen.voucherRules.push(...voucherRulesOf(deed.program));
      return [deed];
    default:
      return [deed];
  }
}

/** `s2` or `r3` itself where it is known, else one of the known ones, by its number. */
function known(name: string, pool: string[]): string {
  if (pool.includes(name) || STRANGERS.includes(name)) return name;
  return pool[Number(name.slice(1)) % pool.length] ?? name;
}

function wholeOrPart<D extends { saleId: string; amountCents: number }>(deed: D, seen: Seen): D {
  const { totalCents = 1 } = seen.sales.get(deed.saleId) ?? {};
  return deed.amountCents === WHOLE ? { ...deed, amountCents: totalCents } : deed;
}

/** Keeps the way of naming (id, `x` external id) and points at a sale that exists; numbers stay. */
function knownRef(saleRef: string | undefined, seen: Seen): string | undefined {
  const sale = saleOfRef(saleRef);
  return saleRef && sale ? saleRef.slice(0, -2) + known(sale, [...seen.sales.keys()]) : saleRef;
}

/** Sale and rule that exist; `ana` in a code stands for whoever is on the sale. */
function knownCode(code: string, seen: Seen): string {
  const [saleId = '', ruleId = '', customerId = ''] = code.split('/');
  const sale = known(saleId, [...seen.sales.keys()]);
  const rule = known(ruleId, seen.voucherRules);
  const customer = customerId === 'ana' ? (seen.sales.get(sale)?.customerId ?? 'ana') : customerId;
  return `${sale}/${rule}/${customer}`;
}
