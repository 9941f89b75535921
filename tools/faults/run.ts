import { setMaxListeners } from 'node:events';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RetornoToolError } from '../processes';
import type { Launch } from '../rig';
import { openAccounts } from './accounts';
import { readBooks } from './books';
import type { Books } from './books';
import { Course } from './course';
import { Deeds } from './deeds';
import { deviations } from './deviations';
import { openHouse } from './house';
import type { House } from './house';
import { killSome, untilAllAreUp } from './killer';
import { againWith } from './options';
import type { FaultsOptions } from './options';
import { planWork } from './plan';
import type { Job, PlannedSale } from './plan';
import { Random } from './random';
import { sell } from './sales';
import { untilSettled } from './settled';
import { Till } from './till';
import { use } from './uses';
import type { Account } from './uses';

/** What a run that holds leaves behind. */
export interface FaultsResult {
  readonly options: FaultsOptions;
  readonly house: Pick<House, 'processes'>;
  readonly till: Pick<Till, 'again'>;
  readonly books: Books;
  readonly deeds: Deeds;
  /** How long there was work, and how long until all was settled after it. */
  readonly workMs: number;
  readonly settleMs: number;
}

/** The run did not come to its end, or something is not as it must be. */
export class FaultsError extends RetornoToolError {
  constructor(options: FaultsOptions, logs: string, why: readonly string[], cause?: unknown) {
    const again = `Seed ${options.seed}; the logs are in ${logs}. Again: ${againWith(options)}`;
    super('faults', [...why, again].join('\n'), { cause });
  }
}

const CUSTOMERS = 24;
const LANES = 24;

/**
 * Brings everything up, works and kills, and proves that everything holds.
 *
 * @throws {FaultsError} with each deviation, or with what kept the run from its end
 */
export async function runFaults(
  options: FaultsOptions,
  launch: Launch,
  print: (line: string) => void,
): Promise<FaultsResult> {
  // Every lane waits with it.
  setMaxListeners(0, launch.signal);
  print(`Seed ${options.seed}, in ${launch.folder}. The same again: ${againWith(options)}`);
  try {
    const result = await worked(options, launch, print);
    const wrong = deviations(result.deeds, result.books);
    if (wrong.length === 0) return result;
    throw new FaultsError(options, await keepLogs(options, launch), [
      `${wrong.length} deviations:`,
      ...wrong.map((sentence) => `  ${sentence}`),
    ]);
  } catch (error) {
    if (error instanceof FaultsError || launch.signal.aborted) throw error;
    const why = error instanceof RetornoToolError ? error.message : String((error as Error).stack ?? error);
    throw new FaultsError(options, await keepLogs(options, launch), [why], error);
  }
}

async function worked(
  options: FaultsOptions,
  launch: Launch,
  print: (line: string) => void,
): Promise<FaultsResult> {
  const house = await openHouse(launch, print);
  const till = new Till(house.api, launch.signal);
  const deeds = new Deeds();
  const cast = { shops: house.shops.length, customers: CUSTOMERS };
  const accounts = await openAccounts({ house, till, deeds }, cast);
  const random = new Random(options.seed);
  const jobs = planWork(random, options, cast);
  print(`${options.sales} sales, ${options.redemptions} redemptions and ${options.kills} kills …`);
  const begun = performance.now();
  await workAndKill({ house, till, deeds, accounts }, { jobs, random, options, print });
  const worked = performance.now();
  print('All calls are answered. Waiting until everything is up and settled …');
  await untilAllAreUp(house);
  // A report newer than what was cut off tells that reports arrive: then WhatsApp goes again what never left.
  for (const sale of lastSales(cast.shops)) await sell({ house, till, deeds }, sale);
  await untilSettled(house, deeds, print);
  const settled = performance.now();
  const books = await readBooks(house);
  return { options, house, till, books, deeds, workMs: worked - begun, settleMs: settled - worked };
}

interface Crew {
  readonly house: House;
  readonly till: Till;
  readonly deeds: Deeds;
  readonly accounts: readonly Account[];
}

interface Work {
  readonly jobs: readonly Job[];
  readonly random: Random;
  readonly options: FaultsOptions;
  readonly print: (line: string) => void;
}

async function workAndKill(crew: Crew, { jobs, random, options: { kills }, print }: Work): Promise<void> {
  const { signal } = crew.house;
  const course = new Course({ jobs: jobs.length, kills, signal });
  const left = jobs.entries();
  let done = 0;
  const lane = async (): Promise<void> => {
    for (const [number, job] of left) {
      await course.beforeJob(number);
      await (job.kind === 'sale' ? sell(crew, job) : use(crew, job));
      done += 1;
      if (done % SAY_EVERY === 0) print(`  ${done} of ${jobs.length} are answered`);
    }
  };
  await Promise.all([
    killSome(crew.house, { random, course, kills }),
    ...Array.from({ length: LANES }, lane),
  ]);
}

const SAY_EVERY = 100;
/** Numbers and buyers that nobody else has. */
const FIRST_LAST = 2_000_000;

function lastSales(shops: number): PlannedSale[] {
  return Array.from({ length: shops }, (_, shop) => ({
    ...{ kind: 'sale', how: 'posted', number: FIRST_LAST + shop, buyer: FIRST_LAST + shop },
    ...{ shop, totalCents: 10_000 },
  }));
}

/** The folder of the run is removed at its end: what the processes said is copied to another one. */
async function keepLogs({ seed }: FaultsOptions, { folder }: Launch): Promise<string> {
  const kept = join(tmpdir(), `retorno-faults-${seed}`);
  await mkdir(kept, { recursive: true });
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  for (const name of logs) await copyFile(join(folder, name), join(kept, name));
  return kept;
}
