import { judgeRatio } from '../goals';
import type { Goal, Outcome } from '../goals';
import { runAll } from '../load';
import type { Flow } from '../load';
import { PeerFlow } from '../peer';
import { memoryOf, untilQuiet } from '../../rig';
import type { Memory, NodeProcess } from '../../rig';
import type { Stage } from '../stage';
import { spreadOf } from '../statistics';
import type { Spread } from '../statistics';
import { figure } from '../table';

const RSS: Goal = {
  question: 'Q4',
  what: 'resident memory for each open sale',
  unit: 'KiB',
  sense: 'at most',
  limit: 2,
};
const HEAP: Goal = { ...RSS, what: 'of it in V8’s heaps' };

/** The open sales come in so many portions, so that it can be seen how steady the growth is. */
const PORTIONS = 5;
const KIB = 1024;

/** Q4: how much a worker grows with each sale it keeps open, beside a bare waiting workflow. Both workers are fresh. */
export async function measureMemory(stage: Stage, activities: number): Promise<Outcome[]> {
  const { options, client, peer, product, sales, print } = stage;
  const count = Math.ceil(options.openSales / PORTIONS);
  const ours = new Growth(stage, product.worker, sales, count);
  const bare = new Growth(stage, peer, new PeerFlow(client, peer.ready.port, activities), count);
  await ours.read();
  await bare.read();
  for (let portion = 1; portion <= PORTIONS; portion += 1) {
    await ours.open();
    await bare.open();
    print(
      `Q4 ${portion}/${PORTIONS}: with ${portion * count} open sales more, worker ${ours.residentMiB()} MiB, peer’s ${bare.residentMiB()} MiB`,
    );
  }
  return [judge(RSS, ours, bare, 'rssBytes'), judge(HEAP, ours, bare, 'heapBytes')];
}

/** The memory of one worker as sales are opened in it, portion by portion. */
class Growth {
  private readonly readings: Memory[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly worker: NodeProcess<unknown>,
    private readonly flow: Flow,
    private readonly count: number,
  ) {}

  async read(): Promise<void> {
    await untilQuiet(this.stage.cpu, this.stage.signal);
    this.readings.push(await memoryOf(this.worker, this.stage.signal));
  }

  async open(): Promise<void> {
    const { options, signal } = this.stage;
    await runAll(this.flow, this.count, { concurrency: options.concurrency, signal });
    await this.read();
  }

  residentMiB(): string {
    return figure((this.readings.at(-1)?.rssBytes ?? 0) / KIB ** 2);
  }

  /** KiB for each sale opened so far, after each portion from the second on. */
  perSale(of: keyof Memory): number[] {
    const [before, ...after] = this.readings.map((memory) => memory[of] / KIB);
    return after.map((kib, index) => (kib - before!) / ((index + 1) * this.count)).slice(1);
  }
}

/** Memory grows in leaps, so the figure is that of the whole growth; the spread is that of the growth on the way. */
function judge(goal: Goal, ours: Growth, bare: Growth, of: keyof Memory): Outcome {
  const [our, peer] = [ours.perSale(of), bare.perSale(of)];
  const ratios = our.map((kib, index) => kib / peer[index]!);
  return judgeRatio(goal, { ours: atTheEnd(our), peer: atTheEnd(peer), ratio: atTheEnd(ratios) });
}

function atTheEnd(values: readonly number[]): Spread {
  return { ...spreadOf(values), median: values.at(-1)! };
}
