import type { Lot } from '..';

/** What a lot and the grant it belongs to have in common: sale, rule and type. */
export function grantKey({ saleId, ruleId, type }: Pick<Lot, 'saleId' | 'ruleId' | 'type'>): string {
  return JSON.stringify([saleId, ruleId, type]);
}
