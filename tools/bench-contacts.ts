/**
 * `npm run bench:contacts [COUNT]`: imports so many contacts (20,000) of a Bling that answers at once and knows no quota, by the product's
 * own steps in a process of their own over a MongoDB of its own. The process is killed at a third and at two thirds of the way, and sales
 * are read and credited in it all the while, as they were before. Says how many contacts it takes a second, how much memory it needs at
 * most, and how long a sale takes beside it. The exit code is 1 where not all are there in the end, where memory grows with them, where
 * sales take longer, or where it does not come to its end within nine minutes.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { programSchema } from '../src/loyalty';
import type { Store } from '../src/store';
import { figure, quantile } from './bench/index';
import { importer } from './contacts';
import type { Note, Work } from './contacts';
import { openDatabase } from './growth';
import { onStopRequest, runTool, Teardown } from './processes';

const WITHIN_MS = 9 * 60_000;
const KILLED_AT = [1 / 3, 2 / 3];
/** Memory is flat where at the end it is no more than this above that of a tenth of the way, which garbage not yet collected may be. */
const MOST_GROWTH = 1.5;
/** A sale beside an import may take so many times as long as alone, and a moment of the machine's more. */
const MOST_SLOWER = 2;
const MOMENT_MS = 25;

const PROGRAM = programSchema.parse({
  name: 'Medida',
  earning: { rules: [{ id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } }] },
});

/** What the processes have told. */
interface Told {
  saleMs: number[];
  earlyMb: number | null;
  peakMb: number;
  kills: number;
  ended: Extract<Note, { kind: 'ended' }>['told'];
}

/** Lets a process do the work until it is done, or it is killed: at `until`, or once it has told of so many contacts. Whether it was for those. */
async function letWork(
  work: Work,
  hear: (note: Note) => void,
  until: number,
  killAt = Infinity,
): Promise<boolean> {
  const env = { ...process.env, CONTACTS_WORK: JSON.stringify(work) };
  const child = fork(process.argv[1]!, [], { execArgv: ['--import', 'tsx'], env });
  const timer = setTimeout(() => child.kill('SIGKILL'), Math.max(0, until - performance.now()));
  let killed = false;
  child.on('message', (note: Note) => {
    hear(note);
    if (note.kind !== 'contacts' || note.contacts < killAt) return;
    killed = true;
    child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  // Null: it was killed.
  if (code) throw new Error(`A process of the bench ended with ${code}.`);
  return killed;
}

async function measureSales(work: Work, until: number): Promise<number[]> {
  const ms: number[] = [];
  const hear = (note: Note): void => void (note.kind === 'sale' && ms.push(note.ms));
  await letWork({ ...work, what: 'sales' }, hear, until);
  // The first ones warm up.
  return ms.slice(5);
}

async function measureImport(work: Work, until: number): Promise<Told> {
  const told: Told = { saleMs: [], earlyMb: null, peakMb: 0, kills: 0, ended: null };
  const hear = (note: Note): void => {
    if (note.kind === 'sale') told.saleMs.push(note.ms);
    if (note.kind === 'ended') told.ended = note.told;
    if (note.kind !== 'contacts') return;
    told.peakMb = Math.max(told.peakMb, note.rssMb);
    if (note.contacts >= work.count / 10) told.earlyMb ??= told.peakMb;
  };
  while (told.ended === null && performance.now() < until) {
    const killAt = (KILLED_AT[told.kills] ?? Infinity) * work.count;
    if (await letWork(work, hear, until, killAt)) told.kills += 1;
  }
  return told;
}

async function prepare(store: Store, rest: Pick<Work, 'uri' | 'encryptionKey' | 'count'>): Promise<Work> {
  const now = new Date();
  const { merchantId } = await store.merchants.create('Medida', now);
  await store.programs.publish(merchantId, PROGRAM, now);
  const company = { companyId: 'medida', companyName: 'Medida' };
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: now };
  const { id: connectionId } = await store.connections.authorize(merchantId, company, tokens, now);
  const asked = { cause: 'person' as const, changed: null, history: null, zone: 'America/Sao_Paulo' };
  const importId = 'imp_measured';
  await store.contactImports.open({ id: importId, merchantId, connectionId, ...asked }, now);
  return { ...rest, merchantId, connectionId, importId, what: 'import' };
}

/** Says what was measured, and what of it is not as it should be. */
function report(count: number, seconds: number, alone: readonly number[], told: Told): string[] {
  const { ended, earlyMb, peakMb, kills, saleMs } = told;
  const [before, beside] = [quantile(alone, 0.5), quantile(saleMs, 0.5)];
  console.log(
    `${ended?.contacts ?? 0} contacts, ${ended?.created ?? 0} customers, ${ended?.calls ?? 0} calls in ${seconds.toFixed(0)} s, ` +
      `killed ${kills} times: ${((ended?.contacts ?? 0) / seconds).toFixed(0)} contacts/s. ` +
      `Memory at most ${earlyMb ?? 0} MB after a tenth, ${peakMb} MB in the end. ` +
      `A sale credited in ${figure(before)} ms (p50) without, ${figure(beside)} ms beside ${saleMs.length} of them.`,
  );
  return [
    ...(ended === null ? ['It did not come to its end within nine minutes.'] : []),
    ...(ended && (ended.state !== 'finished' || ended.contacts !== count)
      ? ['Not all contacts are there.']
      : []),
    ...(kills < KILLED_AT.length ? ['It was not killed on the way.'] : []),
    ...(peakMb > (earlyMb ?? 0) * MOST_GROWTH ? ['Memory grows with the contacts.'] : []),
    ...(beside > before * MOST_SLOWER + MOMENT_MS ? ['Sales take longer beside the import.'] : []),
  ];
}

async function main(): Promise<number> {
  const begun = performance.now();
  const count = Number(process.argv[2] ?? 20_000);
  const teardown = new Teardown();
  onStopRequest(() => void teardown.run());
  try {
    const { store, uri, encryptionKey } = await openDatabase(teardown);
    const work = await prepare(store, { uri, encryptionKey: encryptionKey.toString('hex'), count });
    const alone = await measureSales(work, begun + WITHIN_MS);
    const from = performance.now();
    const told = await measureImport(work, begun + WITHIN_MS);
    const faults = report(count, (performance.now() - from) / 1_000, alone, told);
    for (const fault of faults) console.error(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await teardown.run();
  }
}

const given = process.env['CONTACTS_WORK'];
if (given === undefined) runTool(main);
else
  runTool(async () => {
    await importer(JSON.parse(given) as Work, tellParent);
    return 0;
  });

/** Resolves once it is on its way: the last note is not lost with the process. */
function tellParent(note: Note): Promise<void> {
  return new Promise((resolve) => void process.send!(note, () => resolve()));
}
