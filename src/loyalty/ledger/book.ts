import { fairEndMoved } from '../calendar';
import type { Instant } from '../basis';
import { applyMove } from './apply-move';
import type { Cause, Entry, EntryType, Move } from './entry';
import { byRule } from './grant';
import type { Grant } from './grant';
import { LedgerError } from './ledger-error';
import type { Lot, NewLot, LotType } from './lot';
import { byConsumption, emptyLot, isBalance } from './lot';
import type { Redemption } from './redemption';
import type { Wallet } from './wallet';

/** An entry that an operation writes; the book adds the customer and the kind of benefit. Absent fields are 0 or null. */
export interface NewEntry {
  type: EntryType;
  key: string;
  at: Instant;
  cause: Cause;
  moves: Move[];
  debt?: number;
  programVersion?: number | null;
  ruleId?: string | null;
}

/**
 * A wallet open for writing. Every change of value goes through `post`, which refuses whatever would break an
 * invariant and keeps the entries in order; what was touched can then be stored in one transaction.
 * The wallet given in is changed: pass a copy to try something out.
 */
export class Book {
  readonly entries: Entry[] = [];
  private readonly lotsById = new Map<string, Lot>();
  private readonly redemptionIds: Set<string>;
  private readonly touchedLots = new Set<Lot>();
  private readonly touchedRedemptions = new Set<Redemption>();
  private readonly touchedGrants = new Set<Grant>();

  constructor(readonly wallet: Wallet) {
    for (const lot of wallet.lots) this.lotsById.set(lot.id, lot);
    this.redemptionIds = new Set(wallet.redemptions.map(({ id }) => id));
  }

  /** @throws LedgerError for a lot that was not loaded with the wallet */
  lot(id: string): Lot {
    const lot = this.lotsById.get(id);
    if (!lot) throw new LedgerError(`Lot ${id} is not in this wallet: load it before using it.`);
    return lot;
  }

  /** The wallet's lots of one type in order of use. */
  lotsByUse(type: LotType): Lot[] {
    return this.wallet.lots.filter((lot) => lot.type === type).sort(byConsumption);
  }

  /** The wallet's grants in a fixed order. */
  grants(): Grant[] {
    return [...this.wallet.grants].sort(byRule);
  }

  /** @throws LedgerError where the lot exists: it would be granted twice */
  addLot(fresh: NewLot): Lot {
    if (this.lotsById.has(fresh.id))
      throw new LedgerError(`Lot ${fresh.id} exists already: a grant is made once.`);
    const lot = emptyLot(fresh);
    this.wallet.lots.push(lot);
    this.lotsById.set(lot.id, lot);
    return lot;
  }

  /** Gives a lot a later end (R22, R34, fair expiry), never an earlier one; until when it would go on moves along. */
  extend(lot: Lot, expiresAt: Instant): void {
    const { expiresAt: before, fairUntil, zone } = lot;
    if (before === null || before >= expiresAt) return;
    if (fairUntil !== undefined) lot.fairUntil = fairEndMoved(fairUntil, before, expiresAt, zone);
    lot.expiresAt = expiresAt;
    this.touchedLots.add(lot);
  }

  /** @throws LedgerError where the redemption exists */
  addRedemption(redemption: Redemption): void {
    if (this.redemptionIds.has(redemption.id))
      throw new LedgerError(`Redemption ${redemption.id} exists already: a reservation is made once.`);
    this.wallet.redemptions.push(redemption);
    this.redemptionIds.add(redemption.id);
    this.touchedRedemptions.add(redemption);
  }

  changeRedemption(redemption: Redemption, change: Partial<Redemption>): void {
    Object.assign(redemption, change);
    this.touchedRedemptions.add(redemption);
  }

  /** Keeps with a use the sale that it names (R46): no value moves by it, so no entry says so. */
  keepSale(redemption: Redemption, saleId: string | null): void {
    if (redemption.saleId === saleId) return;
    this.changeRedemption(redemption, { saleId });
  }

  addGrant(grant: Grant): void {
    this.wallet.grants.push(grant);
    this.touchedGrants.add(grant);
  }

  changeGrant(grant: Grant, change: Partial<Grant>): void {
    Object.assign(grant, change);
    this.touchedGrants.add(grant);
  }

  /**
   * Lots and redemptions become another customer's, who stores them from now on; their ids stay. Lots that entries of this
   * book name can still be looked up in it.
   */
  handOver(lots: readonly Lot[], redemptions: readonly Redemption[], to: Book): void {
    const gone = new Set<Lot | Redemption>([...lots, ...redemptions]);
    this.wallet.lots = this.wallet.lots.filter((lot) => !gone.has(lot));
    this.wallet.redemptions = this.wallet.redemptions.filter((redemption) => !gone.has(redemption));
    for (const lot of lots) {
      this.touchedLots.delete(lot);
      to.takeOver(lot);
    }
    for (const redemption of redemptions) {
      this.touchedRedemptions.delete(redemption);
      this.redemptionIds.delete(redemption.id);
      to.addRedemption(Object.assign(redemption, { customerId: to.wallet.customerId }));
    }
  }

  /**
   * Writes one entry and applies its moves. Moves of nothing are left out, and an entry without effect is not written.
   * @throws LedgerError for anything that would break an invariant
   */
  post(benefit: LotType, entry: NewEntry): void {
    const moves = entry.moves.filter((move) => move.amount !== 0);
    const debt = entry.debt ?? 0;
    if (moves.length === 0 && debt === 0) return;
    for (const move of moves) this.touchedLots.add(applyMove(this.lot(move.lotId), move, benefit));
    this.changeDebt(benefit, debt);
    this.wallet.lastAt = Math.max(this.wallet.lastAt, entry.at);
    this.entries.push({
      type: entry.type,
      key: entry.key,
      customerId: this.wallet.customerId,
      benefit,
      at: entry.at,
      cause: entry.cause,
      programVersion: entry.programVersion ?? null,
      ruleId: entry.ruleId ?? null,
      moves,
      debt,
    });
  }

  /** What the operation changed, to be stored together. */
  changes(): {
    entries: Entry[];
    lots: Lot[];
    redemptions: Redemption[];
    grants: Grant[];
  } {
    return {
      entries: this.entries,
      lots: [...this.touchedLots],
      redemptions: [...this.touchedRedemptions],
      grants: [...this.touchedGrants],
    };
  }

  private takeOver(lot: Lot): void {
    lot.customerId = this.wallet.customerId;
    this.wallet.lots.push(lot);
    this.lotsById.set(lot.id, lot);
    this.touchedLots.add(lot);
  }

  private changeDebt(benefit: LotType, change: number): void {
    if (change === 0) return;
    if (!isBalance(benefit)) throw new LedgerError('Nobody owes uses of a voucher.');
    const debt = this.wallet.debt[benefit] + change;
    if (!Number.isSafeInteger(debt) || debt < 0) throw new LedgerError(`A debt of ${debt} cannot be.`);
    this.wallet.debt[benefit] = debt;
  }
}
