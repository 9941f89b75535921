import type { HistoryEvent } from '../history';
import type { Instant } from '../../basis';
import { isOver } from '../../sale';
import type { LeftOfSale } from '../../sale';
import type { PastAdjustment, PastChange, PastSale, PastUse } from './past';

/** What happens first of several things at one instant. */
const RANK: Partial<Record<HistoryEvent['do'], number>> = {
  adjust: 0,
  complete: 1,
  claim: 2,
  reserve: 3,
  'voucher.redeem': 3,
  return: 4,
  cancel: 5,
  reopen: 5,
};

/** What is known besides the sales, before they are read. */
export interface AroundSales {
  /** In their order: of two uses in one millisecond nothing else tells which came first. */
  uses: readonly PastUse[];
  adjustments: readonly PastAdjustment[];
  /** The groups customers are in, by customer id; absent: none. */
  segments: ReadonlyMap<string, readonly string[]>;
}

/**
 * Makes a dated history of what has happened to a merchant, one sale after the other, in any order. A use that was undone
 * because its sale ended is not undone again by itself: whether it comes back is for the program to say (R25).
 */
export class PastHistory {
  private readonly events: HistoryEvent[] = [];
  private readonly named: ReadonlySet<string>;
  private readonly over = new Set<string>();
  sales = 0;

  constructor(private readonly around: AroundSales) {
    this.named = new Set(around.uses.flatMap((use) => nameOfSale(use) ?? []));
  }

  add(sale: PastSale): void {
    this.sales += 1;
    const { id, customerId, claimedAt, changes } = sale;
    const claimed = claimedAt !== null && customerId !== null;
    const complete = this.completion(sale, claimed ? null : customerId);
    this.events.push(complete);
    if (claimed) {
      const segments = this.segments(customerId);
      const at = Math.max(claimedAt, sale.completedAt);
      this.events.push({ at, do: 'claim', saleId: id, customerId, segments });
    }
    for (const change of changes) this.events.push(this.changeEvent(sale, change));
    if (isOver(asItEnds(sale))) this.over.add(id);
  }

  /** Everything in order of time, up to but without `end`. */
  inOrder(end: Instant): HistoryEvent[] {
    const uses = this.around.uses.map(spendEvent);
    const undone = this.around.uses
      .toSorted((one, other) => (one.undoneAs ?? 0) - (other.undoneAs ?? 0))
      .flatMap((use) => this.undoingOf(use));
    const adjustments = this.around.adjustments
      .toSorted((one, other) => one.seq - other.seq)
      .map(({ seq: _seq, ...adjustment }): HistoryEvent => ({
        ...adjustment,
        do: 'adjust',
        reason: 'history',
      }));
    return [...this.events, ...uses, ...undone, ...adjustments]
      .filter(({ at }) => at < end)
      .sort((a, b) => a.at - b.at || eventRank(a) - eventRank(b) || bySubject(a, b));
  }

  private completion(sale: PastSale, customerId: string | null): HistoryEvent & { do: 'complete' } {
    const { id, zone, refs, completedAt, content } = sale;
    const [externalId = null, number = null] = refs.filter((ref) => ref !== id && this.named.has(ref));
    const { items, ...amounts } = content;
    return {
      at: completedAt,
      do: 'complete',
      sale: { ...amounts, items, id, customerId, timezone: zone, externalId, number },
      segments: customerId === null ? [] : this.segments(customerId),
    };
  }

  private changeEvent(sale: PastSale, change: PastChange): HistoryEvent {
    const { id: saleId } = sale;
    const { at } = change;
    if ('returnedCents' in change) return { at, do: 'return', saleId, amountCents: change.returnedCents };
    if (change.to === 'completed') return { ...this.completion(sale, sale.customerId), at };
    return { at, do: change.to === 'cancelled' ? 'cancel' : 'reopen', saleId };
  }

  private segments(customerId: string): string[] {
    return [...(this.around.segments.get(customerId) ?? [])];
  }

  /** A use that staff have undone; one that came back because its sale ended is for the program. */
  private undoingOf(use: PastUse): HistoryEvent[] {
    const { id, type, saleId, state, closedAt: at } = use;
    if (state !== 'rolled_back' || at === null || (saleId !== null && this.over.has(saleId))) return [];
    if (type !== 'voucher') return [{ at, do: 'rollback', id }];
    return [{ at, do: 'voucher.rollback', code: simulatedCode(use), saleRef: nameOfSale(use) }];
  }
}

function spendEvent(use: PastUse): HistoryEvent {
  const { id, customerId, type, amount, saleTotalCents, freightCents, storeId, reservedAt: at } = use;
  const saleRef = nameOfSale(use);
  if (type === 'voucher')
    return { at, do: 'voucher.redeem', code: simulatedCode(use), saleTotalCents, saleRef, storeId };
  const about = { id, customerId, type, amount, saleTotalCents, freightCents, saleRef };
  return { ...about, at, do: 'reserve', confirm: true };
}

/** What a use calls its sale: the sale it is kept with, by id (R46). */
function nameOfSale({ saleId, saleRef }: PastUse): string | null {
  return saleId ?? saleRef;
}

/** The code of a voucher in a played history is its sale, rule and customer; a lot's id begins with sale and rule. */
function simulatedCode({ draws, customerId }: PastUse): string {
  const [saleId, ruleId] = (draws[0]?.lotId ?? '').split('/');
  return `${saleId}/${ruleId}/${customerId}`;
}

/** The sale as its changes leave it. */
function asItEnds({ content, changes }: PastSale): LeftOfSale {
  const returnedCents = changes.reduce((sum, change) => sum + ('to' in change ? 0 : change.returnedCents), 0);
  const last = changes.findLast((change) => 'to' in change);
  return { ...content, returnedCents, standing: last?.to ?? 'completed' };
}

/**
 * What happens at one instant must not depend on the order in which it was read; what happens to one subject keeps its order, and so
 * do uses, which come in theirs.
 */
function bySubject(a: HistoryEvent, b: HistoryEvent): number {
  const [one, other] = [subjectOf(a), subjectOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function subjectOf(event: HistoryEvent): string {
  if (event.do === 'complete') return event.sale.id;
  if ('saleId' in event) return event.saleId;
  return event.do === 'adjust' ? event.customerId : '';
}

function eventRank(event: HistoryEvent): number {
  return RANK[event.do] ?? RANK.reopen! + 1;
}
