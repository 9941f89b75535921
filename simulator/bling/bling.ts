import { FaultQueue } from '../fault-queue';
import type { Company } from '../world';
import { AddressBlock } from './address-block';
import { RequestCounter } from './counters';
import type { BlingFault } from './faults';
import type { Grants } from './grants';
import { blingLimits, Quota } from './quota';
import type { QuotaLimits } from './quota';

/** What is registered in the app's panel at Bling; it can change while the simulator runs. */
export interface AppRegistration {
  clientId: string;
  clientSecret: string;
  /** Where the consent page sends the merchant back to. */
  redirectUrl?: string;
  /** Where the webhooks go. */
  webhookUrl?: string;
}

/** How often the token endpoint was called, and with what success. */
export interface TokenCounts {
  calls: number;
  exchanges: number;
  refreshes: number;
  refused: number;
}

/** The pretend Bling: the accounts and everything that guards them. */
export class Bling {
  readonly faults = new FaultQueue<BlingFault>();
  readonly tokenCounts: TokenCounts = { calls: 0, exchanges: 0, refreshes: 0, refused: 0 };
  readonly address: AddressBlock;
  private readonly counters: RequestCounter[] = [];
  private readonly quotas: Quota[] = [];

  /**
   * @param companies the accounts by index
   * @param tokensChanged called after tokens were issued or revoked, before the answer leaves
   * @param limits how many requests of one account are admitted
   */
  constructor(
    readonly app: AppRegistration,
    readonly companies: readonly Company[],
    readonly grants: Grants,
    readonly clock: () => number,
    readonly tokensChanged: () => void,
    readonly limits: QuotaLimits = blingLimits,
  ) {
    this.address = new AddressBlock(limits.address);
  }

  /** The request counter of a company. */
  counterOf(companyIndex: number): RequestCounter {
    return (this.counters[companyIndex] ??= new RequestCounter());
  }

  /** The quota of a company. */
  quotaOf(companyIndex: number): Quota {
    return (this.quotas[companyIndex] ??= new Quota(this.limits));
  }
}
