import { redemptionWorkflowId, saleWorkflowId } from '../../src/workflows';
import { RetornoToolError, waitUntil } from '../processes';
import { factsOf } from './runs';
import type { RunFacts } from './runs';
import type { PaidSale } from './shop';
import type { RehearsalWorker, UpgradeStage } from './stage';

/** How large the rehearsal is. */
export interface UpgradeSize {
  /** Sales whose runs are open from before the upgrade until after the way back. */
  readonly runs: number;
  /** Redemptions that are reserved whenever the build changes, and sales whose timers end soon after it does. */
  readonly few: number;
  /** After how long those timers end (ISO 8601): longer than it takes to make another build current. */
  readonly holding: string;
}

/** What happened, all of it as it must be. */
export interface Rehearsed {
  readonly sales: number;
  /** Timers that ended while the new build was current. */
  readonly timers: number;
  readonly redemptions: number;
  /** Calls that had to be made again because nobody had time for them. */
  readonly comeAgain: number;
}

/** Something is not as it must be after an upgrade: this release must not be deployed so. */
export class UpgradeFailedError extends RetornoToolError {
  constructor(readonly problems: readonly string[]) {
    const shown = problems.slice(0, 20).map((problem) => `  ${problem}`);
    super('upgrade_failed', [`${problems.length} things are not as they must be:`, ...shown].join('\n'));
  }
}

const AT_ONCE = 8;
const WITHIN_MS = 180_000;

/** One redemption, and the build it must have begun and ended on. */
interface Redemption {
  readonly id: string;
  readonly buildId: string | null;
}

/** An upgrade from one build to another and back, with sales open all the while; at the end everything is looked at. */
export class UpgradeRehearsal {
  private readonly redemptions: Redemption[] = [];
  private readonly problems: string[] = [];
  private open: PaidSale[] = [];

  constructor(
    private readonly stage: UpgradeStage,
    private readonly size: UpgradeSize,
  ) {}

  /** @throws {UpgradeFailedError} */
  async run(): Promise<Rehearsed> {
    const { stage, size } = this;
    const { print, shop } = stage;
    const old = await stage.startWorker('old');
    await stage.makeCurrent(old.buildId);
    print(`The old worker (${nameOf(old)}) works: selling ${size.runs} times …`);
    await shop.publish('PT0S');
    this.open = await this.paid(await this.inTurns(size.runs, () => shop.sell()));

    await shop.publish(size.holding);
    const begun = await this.reserve(old);
    const fresh = await stage.startWorker('new');
    print(`The new worker (${nameOf(fresh)}) has joined, and becomes current …`);
    const soon = await this.inTurns(size.few, () => shop.sell());
    await stage.makeCurrent(fresh.buildId);
    await stage.useApi('new');
    await this.changeOver(old, fresh, begun);
    const due = await this.paid(soon);
    print(`${due.length} sales were paid by their timers.`);

    const again = await this.reserve(fresh);
    const back = await stage.startWorker('old');
    print('Back again: the old worker has joined, and becomes current …');
    await stage.makeCurrent(back.buildId);
    await stage.useApi('old');
    await this.changeOver(fresh, back, again);

    await this.lookAtRuns(old.buildId, fresh.buildId, due);
    this.problems.push(...(await shop.problems()));
    await back.leave();
    if (this.problems.length > 0) throw new UpgradeFailedError(this.problems);
    return {
      ...{ sales: this.open.length + due.length, timers: due.length },
      ...{ redemptions: this.redemptions.length, comeAgain: shop.comeAgain },
    };
  }

  /** What was begun on the one that goes ends there; everything else is the other's; then it leaves. */
  private async changeOver(
    going: RehearsalWorker,
    coming: RehearsalWorker,
    begun: readonly string[],
  ): Promise<void> {
    const { stage } = this;
    const { print, shop } = stage;
    await Promise.all((await this.reserve(coming)).map((id) => shop.confirm(id)));
    await Promise.all(begun.map((id) => shop.confirm(id)));
    print(`Returning goods of all ${this.open.length} open sales …`);
    await this.inTurns(this.open.length, (index) => shop.giveBack(this.open[index]!));
    await this.untilEnded(begun);
    if (going.buildId !== null) {
      print(`Waiting until the server says that nothing needs ${nameOf(going)} any more …`);
      await stage.untilDrained(going.buildId);
    }
    await going.leave();
    print(`${nameOf(going)} has left.`);
    await Promise.all((await this.reserve(coming)).map((id) => shop.confirm(id)));
  }

  private async untilEnded(redemptionIds: readonly string[]): Promise<void> {
    const { client, signal } = this.stage;
    for (const id of redemptionIds)
      await waitUntil(async () => !(await factsOf(client, this.runOfRedemption(id))).isOpen, {
        ...{ what: `Redemption ${id} has ended`, timeoutMs: WITHIN_MS, signal },
      });
  }

  private runOfRedemption(redemptionId: string): string {
    return redemptionWorkflowId({ merchantId: this.stage.shop.shop.merchantId, redemptionId });
  }

  private async reserve({ buildId }: RehearsalWorker): Promise<string[]> {
    const customers = this.open.slice(0, this.size.few);
    const ids = await Promise.all(customers.map((sale) => this.stage.shop.reserve(sale)));
    this.redemptions.push(...ids.map((id) => ({ id, buildId })));
    return ids;
  }

  private paid(ids: readonly string[]): Promise<PaidSale[]> {
    const { shop, signal } = this.stage;
    return this.inTurns(ids.length, (index) =>
      waitUntil(() => shop.paid(ids[index]!), {
        ...{ what: `Sale ${ids[index]} is paid`, timeoutMs: WITHIN_MS, signal },
        isNotYet: () => false,
      }),
    );
  }

  /** Every run went on with whoever was current, redemptions stayed; no decision failed, and nothing is waited for. */
  private async lookAtRuns(
    oldId: string | null,
    newId: string | null,
    due: readonly PaidSale[],
  ): Promise<void> {
    const { merchantId } = this.stage.shop.shop;
    const runOf = ({ externalId }: PaidSale): string =>
      saleWorkflowId({ merchantId, channel: 'pos', externalId });
    const sales = await this.inTurns(this.open.length, (index) => this.atRest(runOf(this.open[index]!)));
    this.expectBuilds(sales, [oldId, newId, oldId]);
    const timers = await this.inTurns(due.length, (index) => this.atRest(runOf(due[index]!)));
    this.expectBuilds(timers, [oldId, newId]);
    for (const { workflowId, isOpen } of [...sales, ...timers])
      if (!isOpen) this.problems.push(`${workflowId} has ended, and should wait for its expiry`);
    for (const { id, buildId } of this.redemptions) {
      const facts = await this.atRest(this.runOfRedemption(id));
      this.expectBuilds([facts], buildId === null ? facts.builds : [buildId]);
      if (facts.isOpen) this.problems.push(`${facts.workflowId} has not ended`);
    }
  }

  private atRest(workflowId: string): Promise<RunFacts> {
    const { client, signal } = this.stage;
    const look = async (): Promise<RunFacts | undefined> => {
      const facts = await factsOf(client, workflowId);
      return facts.isBusy ? undefined : facts;
    };
    return waitUntil(look, { what: `${workflowId} is at rest`, timeoutMs: WITHIN_MS, signal });
  }

  private expectBuilds(runs: readonly RunFacts[], expected: readonly (string | null)[]): void {
    for (const { workflowId, builds, failures } of runs) {
      if (failures > 0) this.problems.push(`${workflowId}: ${failures} decisions failed`);
      if (builds.join() !== expected.join())
        this.problems.push(`${workflowId} was taken up by ${words(builds)}, not by ${words(expected)}`);
    }
  }

  /** Several at once, in order. */
  private async inTurns<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
    const results: T[] = [];
    let next = 0;
    const take = async (): Promise<void> => {
      while (next < count) {
        this.stage.signal.throwIfAborted();
        const index = next++;
        results[index] = await work(index);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
    return results;
  }
}

function nameOf({ buildId }: RehearsalWorker): string {
  return buildId === null ? 'of no deployment' : `build ${buildId}`;
}

function words(builds: readonly (string | null)[]): string {
  return builds.map((build) => build ?? 'no deployment').join(' → ') || 'nobody';
}
