import type { SaleRecord } from '../../entitlement';
import { keysOfSale } from '../../entitlement';
import type { Redemption } from '../../ledger';
import { refKey } from '../../redemption';

/** What sales are called in a history, and which uses call them so: found without looking at every sale and use. */
export class References {
  private readonly salesByKey = new Map<string, Set<string>>();
  private readonly usesByKey = new Map<string, Set<Redemption>>();
  private readonly looseByKey = new Map<string, Set<Redemption>>();
  private readonly usesOfSale = new Map<string, Set<Redemption>>();
  private readonly keptWith = new Map<string, string>();

  /** Notes everything a sale is called now; what it was called before may still be looked up. */
  noteSale(sale: SaleRecord): void {
    for (const key of keysOfSale(sale)) addTo(this.salesByKey, key, sale.id);
  }

  /** Notes a use that is new, or kept with another sale than before. */
  noteUse(use: Redemption): void {
    const { id, customerId, saleRef, saleId } = use;
    const before = this.keptWith.get(id);
    if (before !== undefined) this.usesOfSale.get(before)?.delete(use);
    if (saleId !== null) {
      this.keptWith.set(id, saleId);
      addTo(this.usesOfSale, saleId, use);
    }
    if (saleRef === null) return;
    const key = refKey(saleRef);
    addTo(this.usesByKey, ofCustomer(customerId, key), use);
    if (saleId === null) addTo(this.looseByKey, key, use);
    else this.looseByKey.get(key)?.delete(use);
  }

  /** Ids of the sales that a reference may name. */
  salesCalled(saleRef: string | null): readonly string[] {
    return saleRef === null ? [] : [...(this.salesByKey.get(refKey(saleRef)) ?? [])];
  }

  /** Uses that are kept with a sale, oldest first. */
  usesOf(saleIds: readonly string[]): Redemption[] {
    return saleIds.flatMap((id) => [...(this.usesOfSale.get(id) ?? [])]);
  }

  /** Live uses that give one of the sale's names, and are kept with none. */
  looseUses(sale: SaleRecord): Redemption[] {
    const uses = new Set(keysOfSale(sale).flatMap((key) => [...(this.looseByKey.get(key) ?? [])]));
    return [...uses].filter(({ state }) => state === 'confirmed' || state === 'reserved');
  }

  /** One customer's uses that give one of these references, or are kept with one of these sales. */
  besides(customerId: string, refs: readonly string[], saleIds: readonly string[]): Redemption[] {
    const same = refs.flatMap((ref) => [...(this.usesByKey.get(ofCustomer(customerId, refKey(ref))) ?? [])]);
    const kept = this.usesOf(saleIds).filter((use) => use.customerId === customerId);
    return [...new Set([...same, ...kept])];
  }
}

function ofCustomer(customerId: string, key: string): string {
  return JSON.stringify([customerId, key]);
}

function addTo<T>(sets: Map<string, Set<T>>, key: string, item: T): void {
  const set = sets.get(key);
  if (set) set.add(item);
  else sets.set(key, new Set([item]));
}
