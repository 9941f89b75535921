import type { Sale, SaleEvent, SalePatch } from '../sale';

/** What is written into one sale, over the version that was read. */
export interface PlannedChange {
  /** The sale as it was read. */
  read: Sale;
  /** The sale with the patch; version and timeline as they were read. */
  planned: Sale;
  /** Only what differs from the sale as read; null: nothing is written. */
  patch: SalePatch | null;
  event: SaleEvent | null;
  /** It has to look again once this is written, also where nothing had to be. */
  wake: boolean;
}

/** The changes of a plan while it is made: one for each sale, in the order in which the sales were first named. */
export class Changes {
  private readonly bySale = new Map<string, Omit<PlannedChange, 'patch'>>();

  /** The sale with everything planned for it so far. */
  planned(sale: Sale): Sale {
    return this.bySale.get(sale.id)?.planned ?? sale;
  }

  write(sale: Sale, patch: SalePatch, event?: SaleEvent): void {
    const change = this.of(sale);
    change.planned = patched(change.planned, patch);
    change.event = event ?? change.event;
  }

  wake(sale: Sale): void {
    this.of(sale).wake = true;
  }

  list(): PlannedChange[] {
    return [...this.bySale.values()].map((change) => {
      const patch = difference(change.read, change.planned);
      return { ...change, patch, event: patch && change.event };
    });
  }

  private of(sale: Sale): Omit<PlannedChange, 'patch'> {
    const known = this.bySale.get(sale.id) ?? { read: sale, planned: sale, event: null, wake: false };
    this.bySale.set(sale.id, known);
    return known;
  }
}

function patched(sale: Sale, { owner, purchase }: SalePatch): Sale {
  return { ...sale, owner: { ...sale.owner, ...owner }, purchase: { ...sale.purchase, ...purchase } };
}

function difference(before: Sale, after: Sale): SalePatch | null {
  const owner = changed(before.owner, after.owner);
  const purchase = changed(before.purchase, after.purchase);
  if (!owner && !purchase) return null;
  return { ...(owner ? { owner } : {}), ...(purchase ? { purchase } : {}) };
}

function changed<Part extends object>(before: Part, after: Part): Partial<Part> | null {
  const fields = (Object.keys(after) as (keyof Part)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (fields.length === 0) return null;
  const part: Partial<Part> = {};
  for (const field of fields) part[field] = after[field];
  return part;
}
