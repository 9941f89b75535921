import type { Instant } from '../../loyalty';
import { lostRunsWoken } from '../../metrics';
import { closeForsaken } from '../../store';
import type { DuePlace, UnfinishedMerge } from '../../store';
import { tellSales } from '../../runs';
import type { Rescued } from '../../runs';
import type { ConnectionInput } from '../../workflows';
import { usedPauses } from '../notice';
import { currentInstant, oneByOne, raiseUnwakable, reportProgress } from '../runtime';
import { wakeConcerned } from '../sale';
import type { ActivityDeps, OneByOne } from '../runtime';
import { keepConnections } from './keep-connections';
import { letGo } from './let-go';
import { lookAtParked } from './look-at-parked';

/** What a sweep has found of one merchant: what had no run any more, and has been woken. */
export interface LostRuns {
  sales: number;
  redemptions: number;
  /** Absent: found by a version that did not look for them. */
  imports?: number;
  simulations?: number;
  merges?: number;
  reconciliations?: number;
  connections?: number;
  /** What is late although its run is there: it is left to it. */
  late: number;
}

/** A page of what is overdue. */
const PAGE = 100;
/** Woken side by side: each is a question or two to Temporal, whose answers are waited for. */
const SIDE_BY_SIDE = 10;
/**
 * So long each kind is looked through, soonest due first: after an outage tens of thousands may be late, and what is behind them, and the
 * merchants after this one, have their turn too. The next sweep goes on, as what was woken is late no more.
 */
const EACH_KIND_MS = 4 * 60_000;
/** How long a trouble of steps has not come again when it is taken for over: what is stuck is tried every quarter of an hour at least. */
const QUIET_MS = {
  step_defect: 86_400_000,
  record_missing: 86_400_000,
  step_stuck: 3_600_000,
  // What is still refused is asked for by each sweep, and told of again.
  bling_refused: 86_400_000,
  // Tokens are asked for every ten minutes meanwhile.
  bling_app_refused: 6 * 3_600_000,
  // One that is only paused is told of again each day.
  connection_stopped: 7 * 86_400_000,
};
/** So long a sweep tells sales of reports that came late: there is the rest of an hour for everything else. */
const TELLING_MS = 20 * 60_000;
/** Runs that ended before they read their source are looked for as far back as this. */
const UNREAD_MS = 7 * 86_400_000;
/** One that failed is looked at again after so many times the lateness: six hours, by the schedule. */
const FAILED_AGAIN = 36;

/**
 * Looks through what a merchant's value was to do by now and has not done, soonest due first, and through what was begun and is
 * not finished, and wakes what has no run, each by itself. Waking is harmless where it was not needed: whatever is woken looks at the
 * store.
 */
export function createWakeLostRuns(
  deps: ActivityDeps,
): (merchantId: string, lateMs: number) => Promise<LostRuns> {
  const { store, log } = deps;
  return async (merchantId, lateMs) => {
    const now = currentInstant();
    // First, as it needs nothing of Temporal.
    for (const [kind, quietMs] of Object.entries(QUIET_MS))
      await store.alerts.resolve(
        { merchantId, kind: kind as keyof typeof QUIET_MS },
        new Date(now),
        new Date(now - quietMs),
      );
    await closeForsaken(store, merchantId, usedPauses(deps), new Date(now));
    const found = await wakeAll(deps, merchantId, lateMs, now);
    const { late: _left, ...woken } = found;
    for (const [kind, count] of Object.entries(woken)) lostRunsWoken.inc({ kind }, count);
    if (Object.values(woken).some((count) => count > 0))
      log.warn({ merchantId, ...found }, 'lost runs were woken');
    return found;
  };
}

async function wakeAll(
  { store, rescue, runs, log }: ActivityDeps,
  merchantId: string,
  lateMs: number,
  now: Instant,
): Promise<LostRuns> {
  const until = new Date(now - lateMs);
  const { one, unwakable } = oneByOne({ log }, merchantId);
  let failing = 0;
  const counted = async (rescuedOne: Promise<Rescued>): Promise<Rescued> => {
    const how = await rescuedOne;
    if (how === 'failing') failing += 1;
    return how;
  };
  const rescued = async (rescueOne: () => Promise<Rescued>): Promise<boolean> =>
    (await counted(rescueOne())) === 'woken';
  const { sales, redemptions, imports, contactImports, simulations, merges, reconciliations } = store;
  const late = await wakeEach(one, {
    kind: 'sale',
    list: (place) => sales.overdue(merchantId, until, place, PAGE),
    at: ({ benefit }) => benefit.nextAt ?? 0,
    wake: (sale) => rescued(() => rescue.sale(sale)),
  });
  const reserved = await wakeEach(one, {
    kind: 'redemption',
    list: (place) => redemptions.overdue(merchantId, until, place, PAGE),
    at: ({ reservedUntil }) => reservedUntil,
    wake: ({ id: redemptionId, customerId }) =>
      rescued(() => rescue.redemption({ merchantId, redemptionId, customerId })),
  });
  await wakeEach(one, {
    kind: 'voucher',
    list: (place) => redemptions.overdueVouchers(merchantId, until, place, PAGE),
    at: ({ reservedUntil }) => reservedUntil,
    wake: (use) => letGo(store, merchantId, use, now),
  });
  const moved = await wakeEach(one, {
    kind: 'use',
    list: (place) => redemptions.unwoken(merchantId, until, place, PAGE),
    at: ({ since }) => since,
    wake: (use) => wakeConcerned({ store, runs }, merchantId, use).then(() => true),
  });
  const files = await wakeEach(one, {
    kind: 'import',
    list: (place) => imports.unfinished(merchantId, until, place, PAGE),
    at: ({ startedAt }) => startedAt.getTime(),
    wake: ({ id: importId }) => rescued(() => rescue.fileImport({ merchantId, importId })),
  });
  const people = await wakeEach(one, {
    kind: 'contact_import',
    list: (place) => contactImports.unfinished(merchantId, until, place, PAGE),
    at: ({ startedAt }) => startedAt.getTime(),
    wake: ({ id: importId }) => rescued(() => rescue.contactImport({ merchantId, importId })),
  });
  const played = await wakeEach(one, {
    kind: 'simulation',
    list: (place) => simulations.unfinished(merchantId, until, place, PAGE, new Date(now)),
    at: ({ createdAt }) => createdAt.getTime(),
    wake: ({ id: simulationId }) => rescued(() => rescue.simulation({ merchantId, simulationId })),
  });
  const compared = await wakeEach(one, {
    kind: 'reconciliation',
    list: (place) => reconciliations.unfinished(merchantId, until, place, PAGE),
    at: ({ beganAt }) => beganAt.getTime(),
    // A connection's own goes on with its run.
    wake: async ({ id: reconciliationId, connectionId, trigger }) =>
      trigger !== 'scheduled' &&
      rescued(() => rescue.reconciliation({ merchantId, connectionId, reconciliationId })),
  });
  const wakeMerge = ({ id: mergeId, undone, from, into }: UnfinishedMerge): Promise<boolean> =>
    rescued(() => rescue.merge({ merchantId, mergeId, undone, proven: { from, into } }));
  const asleep = await wakeEach(one, {
    kind: 'merge',
    list: (place) => merges.unfinished(merchantId, until, place, PAGE),
    at: ({ at }) => at.getTime(),
    wake: wakeMerge,
  });
  const inParts = await merges.inParts(merchantId, until, PAGE);
  const large = await wakeAmong(one, inParts, { kind: 'merge', wake: wakeMerge });
  const keepWell = (input: ConnectionInput): Promise<Rescued> => counted(rescue.connection(input));
  const kept = await keepConnections(store, keepWell, merchantId, now, one);
  if (failing > 0) await raiseFailing(store, merchantId, failing, now);
  await tellOfReports(store, runs, merchantId, one);
  await lookAtParked(store, runs, merchantId, now, one);
  if (unwakable.items > 0) await raiseUnwakable(store, merchantId, unwakable, now);
  // Last, as it alone needs Temporal's list of workflows: while that is away, all the rest is woken.
  const since = new Date(now - UNREAD_MS);
  const failedBefore = new Date(now - FAILED_AGAIN * lateMs);
  const before = unwakable.items;
  const unread = await rescue.unreadSales(merchantId, { since, failedBefore }, one);
  if (unwakable.items > before) await raiseUnwakable(store, merchantId, unwakable, now);
  return {
    sales: late.woken + unread,
    redemptions: reserved.woken + moved.woken,
    imports: files.woken + people.woken,
    simulations: played.woken,
    merges: asleep.woken + large.woken,
    reconciliations: compared.woken,
    connections: kept,
    late: late.there + reserved.there,
  };
}

/** Nobody looks into runs that only try the same again: whoever can mend the code is told. */
async function raiseFailing(
  { alerts }: ActivityDeps['store'],
  merchantId: string,
  runs: number,
  now: Instant,
): Promise<void> {
  await alerts.raise(
    { merchantId, kind: 'step_stuck', subject: 'workflow' },
    { text: FAILING_TEXT, facts: { runs } },
    new Date(now),
  );
}

const FAILING_TEXT =
  'Há execuções de vendas, resgates, importações ou conexões que falham sempre no mesmo ponto, como por um defeito do programa ou uma versão nova que não continua as execuções da antiga. ' +
  'Nada se perdeu: elas continuam sendo tentadas. O que fazer: na Temporal UI, filtre por `ExecutionStatus = "Running"`, abra uma delas, veja o motivo em “Workflow Task Failed” e o envie à equipe técnica; voltar à versão anterior do worker costuma bastar. ' +
  'Este alerta se encerra sozinho uma hora depois da última varredura que encontrou alguma.';

/** After an outage thousands of reports may come late: all are told, as far as there is time; the next sweep goes on. */
async function tellOfReports(
  store: ActivityDeps['store'],
  runs: ActivityDeps['runs'],
  merchantId: string,
  one: OneByOne,
): Promise<void> {
  const begun = performance.now();
  const tried = new Set<string>();
  while (performance.now() - begun < TELLING_MS) {
    const some = await store.messages.untold(merchantId, PAGE);
    // What could not be told is found again, until nothing else is.
    const fresh = some.filter(({ id }) => !tried.has(id));
    for (const message of fresh) {
      tried.add(message.id);
      await one('message', message.id, () => tellSales(store, runs, [message]).then(() => true));
    }
    reportProgress({ told: tried.size });
    if (some.length < PAGE || fresh.length === 0) return;
  }
}

/** What of one kind may have lost its run. */
interface Kind<One> {
  /** What it is called where it cannot be woken. */
  kind: string;
  /** Whether it had no run and has been woken. */
  wake(one: One): Promise<boolean>;
}

/** The same, page by page. */
interface ListedKind<One> extends Kind<One> {
  /** A page, from after the place on. */
  list(place: DuePlace): Promise<One[]>;
  /** What the list is in the order of, before the id. */
  at(one: One): Instant;
}

/** How many were woken, and how many were not: they have their run, or cannot be. */
interface Swept {
  woken: number;
  there: number;
}

async function wakeEach<One extends { id: string }>(
  one: OneByOne,
  { list, at, ...kind }: ListedKind<One>,
): Promise<Swept> {
  const all = { woken: 0, there: 0 };
  const begun = performance.now();
  for (let place: DuePlace | null = { at: 0, id: '' }; place !== null;) {
    const page: One[] = await list(place);
    const { woken, there } = await wakeAmong(one, page, kind);
    all.woken += woken;
    all.there += there;
    const last = page.at(-1);
    const goesOn = page.length === PAGE && performance.now() - begun < EACH_KIND_MS;
    place = last && goesOn ? { at: at(last), id: last.id } : null;
  }
  return all;
}

async function wakeAmong<One extends { id: string }>(
  one: OneByOne,
  some: readonly One[],
  { kind, wake }: Kind<One>,
): Promise<Swept> {
  let woken = 0;
  for (let from = 0; from < some.length; from += SIDE_BY_SIDE) {
    const together = some.slice(from, from + SIDE_BY_SIDE);
    const how = await Promise.all(together.map((item) => one(kind, item.id, () => wake(item))));
    woken += how.filter(Boolean).length;
  }
  const swept = { woken, there: some.length - woken };
  reportProgress(swept);
  return swept;
}
