import { setTimeout as delay } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { factsNeeded, momentOf, PastHistory, Simulation } from '../../loyalty';
import type { Program, SimulationResult } from '../../loyalty';
import type { SimulationFailure, Store, StoredSimulation } from '../../store';
import type { SimulationInput } from '../../workflows';
import { counted, currentInstant, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** What remains of a simulation's run. Counts only. */
export interface SimulationReceipt {
  outcome: 'finished' | 'stopped';
  sales: number;
  /** Markdown for the run's current details in the Temporal UI, in pt-BR. */
  details: string;
}

/** The steps of a simulation. Each can be repeated. */
export interface SimulationSteps {
  simulateProgram(input: SimulationInput): Promise<SimulationReceipt>;
  failSimulation(input: SimulationInput, failure: SimulationFailure): Promise<void>;
}

/** A year of a busy merchant; fewer where the worker has less memory. */
const MOST_SALES = 100_000;
/** What a simulation takes for each sale, measured with three rules that all pay, and what of the memory it may have. */
const BYTES_PER_SALE = 6_000;
const SHARE_OF_MEMORY = 0.6;

/** A simulation that took its worker down with it so often is not begun again. */
const MOST_STARTS = 3;
/** One that finds its worker occupied by another comes back after so long, after twice as long each time, and never after longer. */
const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 60_000;

/** Steps played without a pause, some ten milliseconds, and how many times that until progress is stored. */
const SLICE = 100;
const SLICES_BETWEEN_NOTES = 5;

/** A worker simulates one program at a time, and gives it half of its time: the sales of the day go on meanwhile. */
export function createSimulationSteps(deps: ActivityDeps): SimulationSteps {
  const { store, log } = deps;
  let occupied = false;

  async function work({ merchantId, simulationId }: SimulationInput): Promise<SimulationReceipt> {
    const found = await store.simulations.begin(merchantId, simulationId);
    if (!found) return STOPPED;
    if (found.starts > MOST_STARTS)
      throw final('simulation_given_up', `Simulation ${simulationId} has failed ${MOST_STARTS} times.`);
    const result = await playToEnd(store, found, await simulationOf(store, found));
    if (!result) return STOPPED;
    await store.simulations.finish(merchantId, simulationId, result, new Date(currentInstant()));
    const { sales } = result.played;
    log.info({ merchantId, simulationId, sales }, 'program simulated');
    return {
      outcome: 'finished',
      sales,
      details: `**Simulação concluída**: ${counted(sales, 'venda', 'vendas')}`,
    };
  }

  return {
    async simulateProgram(input) {
      if (occupied) throw comeBack(input);
      occupied = true;
      try {
        return await work(input);
      } finally {
        occupied = false;
      }
    },
    async failSimulation({ merchantId, simulationId }, failure) {
      await store.simulations.fail(merchantId, simulationId, failure, new Date(currentInstant()));
      log.warn({ merchantId, simulationId, failure }, 'simulation failed');
    },
  };
}

const STOPPED: SimulationReceipt = { outcome: 'stopped', sales: 0, details: '**Simulação interrompida**' };

/** Reads what has happened, and makes a history of it. */
async function simulationOf(store: Store, found: StoredSimulation): Promise<Simulation> {
  const { merchantId, draft, from, end } = found;
  const current = await currentProgram(store, found);
  const period = { from, end };
  const needsSegments = [draft, current].some((program) => program && factsNeeded(program).segments);
  const history = new PastHistory({
    uses: await store.past.uses(merchantId, period),
    adjustments: await store.past.adjustments(merchantId, period),
    segments: needsSegments ? await store.past.segments(merchantId) : new Map<string, string[]>(),
  });
  const buyers = new Set<string>();
  let read = 0;
  for await (const page of store.past.sales(merchantId, period)) {
    for (const sale of page.sales) history.add(sale);
    for (const customerId of page.earlierBuyers) buyers.add(customerId);
    read += page.read;
    reportProgress({ read });
    if (history.sales > mostSales())
      throw final('too_many_sales', 'The period has too many sales for one simulation.');
  }
  const events = history.inOrder(end.getTime());
  return new Simulation({ current, draft, from: from.getTime(), end: end.getTime(), events, buyers });
}

async function currentProgram(
  store: Store,
  { id, merchantId, against }: StoredSimulation,
): Promise<Program | null> {
  if (against === null) return null;
  const version = await store.programs.version(merchantId, against);
  if (!version) throw new Error(`Version ${against}, with which simulation ${id} compares, does not exist.`);
  return version.program;
}

/** Null: somebody has ended the simulation meanwhile. */
async function playToEnd(
  store: Store,
  { merchantId, id }: StoredSimulation,
  simulation: Simulation,
): Promise<SimulationResult | null> {
  for (let slice = 0; ; slice += 1) {
    const { progress } = simulation;
    reportProgress(progress);
    if (slice % SLICES_BETWEEN_NOTES === 0 && !(await store.simulations.progress(merchantId, id, progress)))
      return null;
    const startedAt = performance.now();
    const result = simulation.advance(SLICE);
    if (result) {
      await store.simulations.progress(merchantId, id, simulation.progress);
      return result;
    }
    await delay(performance.now() - startedAt);
  }
}

function mostSales(): number {
  const bytes = getHeapStatistics().heap_size_limit * SHARE_OF_MEMORY;
  return Math.min(MOST_SALES, Math.floor(bytes / BYTES_PER_SALE));
}

function final(type: string, message: string): ApplicationFailure {
  return ApplicationFailure.create({ type, message, nonRetryable: true });
}

/** Of many that wait each comes back at a moment of its own. */
function comeBack({ simulationId }: SimulationInput): ApplicationFailure {
  const { attempt } = activityInfo();
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  const apart = Math.floor((momentOf(`${simulationId}/${attempt}`) * pause) / 4);
  return ApplicationFailure.create({
    type: 'worker_occupied',
    message: 'This worker simulates another program now.',
    nextRetryDelay: pause - apart,
    category: ApplicationFailureCategory.BENIGN,
  });
}
