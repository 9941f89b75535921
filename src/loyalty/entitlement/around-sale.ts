import type { Instant } from '../basis';
import type { Book, Grant, Redemption } from '../ledger';
import type { NamedSale } from '../redemption';
import type { CalculationBasis } from './calculate-sale';
import type { PinnedVersion } from './deserved';
import type { CalculatedSale, SaleRecord } from './sale-record';
import type { Answer } from './steps';
import type { Usage, UsageRequest } from './usage';

/**
 * What lies around one sale, as the engines' store and a history in memory each keep it. Every change is one transaction of
 * one wallet; its function may be run again over a fresh book.
 * @typeParam T what keeping the sale answers
 */
export interface AroundSale<T> {
  /** The version that pays the sale, or the one in force where none does yet (R18); null: there is no program. */
  version(): Answer<PinnedVersion | null>;
  /** Redemptions of any customer that are kept with the sale (R46), as they are now. */
  redemptions(): Answer<readonly Redemption[]>;
  /** Live redemptions that give one of the sale's names as their reference, and are not kept with any sale. */
  looseUses(): Answer<readonly Redemption[]>;
  /** The sales that a redemption's reference may name; the sale itself need not be among them. */
  salesFor(redemption: Redemption): Answer<readonly NamedSale[]>;
  /** Keeps with a redemption the sale that it names; null: none. */
  keepSale(redemption: Redemption, saleId: string | null): Answer<void>;
  /** Another sale, with which a redemption is kept now, looks again. */
  lookAgain(saleId: string): Answer<void>;
  /** Ids of the redemptions that this sale has undone, in an earlier attempt too. */
  undone(): Answer<readonly string[]>;
  /** What the sale has given anybody. */
  grants(): Answer<readonly Grant[]>;
  /** The groups its customer is in now. */
  segments(): Answer<readonly string[]>;
  /** The code of the voucher that a rule gives, if it is yet to be made: the same for each rule. */
  codeOf(ruleId: string): string;
  /**
   * Undoes a redemption in its customer's wallet. The sales that `change` answers (they earned what came back) look again.
   */
  undo(redemption: Redemption, change: (book: Book, now: Instant) => readonly string[]): Answer<void>;
  /** Changes the wallet of somebody whose sale it no longer is. */
  takeBack(customerId: string, change: (book: Book, now: Instant) => void): Answer<void>;
  /**
   * Changes the wallet of the sale's customer, and keeps the sale that `change` answers along with it. `request`: what `change`
   * has to be told of other sales, under the wallet's lock; null: nothing.
   */
  changeOwner(
    request: UsageRequest | null,
    change: (book: Book, now: Instant, usage: Usage) => SaleRecord,
  ): Answer<T>;
  /** Keeps the sale where nobody's wallet is concerned. */
  keep(sale: SaleRecord): Answer<T>;
  /** Hears of the sale with a new result, and of what it was calculated from. */
  calculated(sale: CalculatedSale, basis: CalculationBasis): void;
}
