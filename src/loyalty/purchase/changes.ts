import { isChangedBy, patched } from '../sale';
import type { Sale, SaleEvent, SalePatch } from '../sale';

/** What is written into one sale, over the version that was read. */
export interface PlannedChange {
  /** The sale as it was read. */
  read: Sale;
  /** The sale with the patch; version and timeline as they were read. */
  planned: Sale;
  /** Null where the sale says all of it already: then nothing is written. */
  patch: SalePatch | null;
  event: SaleEvent | null;
  /** The sale has to look again once this is written, also where nothing had to be. */
  wake: boolean;
}

interface Draft {
  read: Sale;
  patch: SalePatch;
  event: SaleEvent | null;
  wake: boolean;
}

/** The changes of a plan while it is made: one for each sale, in the order in which the sales were first named. */
export class Changes {
  private readonly drafts = new Map<string, Draft>();

  /** The sale with everything planned for it so far. */
  planned(sale: Sale): Sale {
    const draft = this.drafts.get(sale.id);
    return draft ? patched(draft.read, draft.patch) : sale;
  }

  write(sale: Sale, { owner, purchase }: Pick<SalePatch, 'owner' | 'purchase'>, event?: SaleEvent): void {
    const draft = this.draft(sale);
    const before = draft.patch;
    if (owner) draft.patch = { ...draft.patch, owner: { ...before.owner, ...owner } };
    if (purchase) draft.patch = { ...draft.patch, purchase: { ...before.purchase, ...purchase } };
    draft.event = event ?? draft.event;
  }

  wake(sale: Sale): void {
    this.draft(sale).wake = true;
  }

  list(): PlannedChange[] {
    return [...this.drafts.values()].map(({ read, patch, event, wake }) => {
      const planned = patched(read, patch);
      return isChangedBy(read, patch)
        ? { read, planned, patch, event, wake }
        : { read, planned: read, patch: null, event: null, wake };
    });
  }

  private draft(sale: Sale): Draft {
    const known = this.drafts.get(sale.id) ?? { read: sale, patch: {}, event: null, wake: false };
    this.drafts.set(sale.id, known);
    return known;
  }
}
