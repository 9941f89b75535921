import { examineContact } from '../../loyalty';
import type { StandIns } from '../../loyalty';
import type {
  ChunkOutcome,
  FileImport,
  ImportChunk,
  ImportedCustomer,
  ImportedSale,
  ImportEnd,
} from '../../store';
import type { FileImportInput } from '../../workflows';
import { inParagraphs } from '../../workflows';
import { postedHint } from '../../runs';
import { counted, currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { recognise } from '../customer';
import { outcomeAt, takeCustomer } from './take-customer';
import type { RowOutcome } from './take-customer';

/** How far an import is, for the workflow: counts only. */
export interface ImportProgress {
  finished: boolean;
  total: number;
  done: number;
  created: number;
  updated: number;
  failed: number;
  /** How long the sales of the day have the machine to themselves before the next rows; 0: no time. */
  restMs: number;
  /** Markdown for the run's current details in the Temporal UI, in pt-BR. */
  details: string;
}

/** Every sale starts a run with steps of its own: more at once would hold up the sales of the day. */
const SALES_PER_SECOND = 25;

/** Each row has an instant of its own, a millisecond after the one before; none of them may lie ahead. */
const INSTANTS_MS = 1_000;

/**
 * Works on the next rows of an import and counts them. Repeated after a crash it does the same rows again, at the same
 * instants: what they opened or changed is recognised by them, so that nothing is written or counted twice.
 */
export function createImportRows(deps: ActivityDeps): (input: FileImportInput) => Promise<ImportProgress> {
  const { store, log } = deps;

  async function workOn(found: FileImport, chunk: ImportChunk): Promise<ChunkOutcome> {
    const standIns = await store.merchants.standIns(found.merchantId);
    const rowInstant = (index: number): Date => new Date(chunk.takenAt.getTime() + index);
    const outcomes: RowOutcome[] = [];
    for (const [index, row] of chunk.customers.entries())
      outcomes.push(await takeRow(deps, found, named(row, standIns), rowInstant(index)));
    for (const [index, row] of chunk.sales.entries())
      outcomes.push(await takeSale(deps, found, named(row, standIns), rowInstant(index)));
    const count = (wanted: RowOutcome): number => outcomes.filter((outcome) => outcome === wanted).length;
    return {
      chunk: chunk.chunk,
      rows: outcomes.length,
      created: count('created'),
      updated: count('updated'),
    };
  }

  return async ({ merchantId, importId }) => {
    const found = await store.imports.get(merchantId, importId);
    if (!found) throw new MissingRecordError(`Import ${importId} of merchant ${merchantId} does not exist.`);
    const chunk = await store.imports.next(merchantId, importId, new Date(currentInstant() - INSTANTS_MS));
    if (!chunk) return importProgress(found);
    if (chunk === 'gone')
      throw new MissingRecordError(`Rows of import ${importId} of merchant ${merchantId} are gone.`);
    const begun = Date.now();
    const outcome = await workOn(found, chunk);
    const tookMs = Date.now() - begun;
    const now = await store.imports.finish(merchantId, importId, outcome, new Date(currentInstant()));
    log.info({ merchantId, importId, done: now.done, total: now.total }, 'rows imported');
    return importProgress(now, restAfter(found, chunk, tookMs));
  };
}

/** The rest of a step's slot belongs to others: it is the run that waits. */
function restAfter({ dryRun }: FileImport, { sales }: ImportChunk, tookMs: number): number {
  return dryRun ? 0 : Math.max(0, (sales.length * 1_000) / SALES_PER_SECOND - tookMs);
}

/** Notes that an import ended before all its rows were dealt with, and forgets those that are left. Can be repeated. */
export function createEndImport({
  store,
  log,
}: ActivityDeps): (input: FileImportInput, how: ImportEnd) => Promise<ImportProgress> {
  return async ({ merchantId, importId }, how) => {
    const ended = await store.imports.end(merchantId, importId, how, new Date(currentInstant()));
    if (!ended) throw new MissingRecordError(`Import ${importId} of merchant ${merchantId} does not exist.`);
    log.warn({ merchantId, importId, state: ended.state, done: ended.done }, 'import ended early');
    return importProgress(ended);
  };
}

/** The row, its contact without what the merchant has said to be nobody's. */
function named<Row extends Pick<ImportedSale, 'contact'>>(
  row: Row,
  standIns: StandIns,
): Row & Pick<ImportedSale, 'contact'> {
  return { ...row, contact: row.contact && examineContact(row.contact, standIns).contact };
}

async function takeRow(
  deps: ActivityDeps,
  { merchantId, dryRun }: FileImport,
  { contact, segments }: Pick<ImportedCustomer, 'segments'> & Pick<ImportedSale, 'contact'>,
  at: Date,
): Promise<RowOutcome> {
  const { store } = deps;
  if (contact === null) return 'unchanged';
  if (dryRun) {
    const { customerId, changes } = await store.customers.foresee(merchantId, contact, segments);
    if (customerId === null) return 'created';
    return changes ? 'updated' : 'unchanged';
  }
  return takeCustomer(deps, { merchantId, contact, segments }, at);
}

async function takeSale(
  deps: ActivityDeps,
  { merchantId, dryRun, notify, by, zone }: FileImport,
  { sale, contact }: ImportedSale,
  at: Date,
): Promise<RowOutcome> {
  const { store, runs } = deps;
  const { customers, sales } = store;
  const posted = { ...sale, silent: !notify };
  if (dryRun) {
    const who = contact && ((await customers.foresee(merchantId, contact, null)).customerId ?? 'new');
    return sales.foresee(merchantId, { ...posted, customerId: who }, at);
  }
  const customerId = contact && (await recognise(deps, merchantId, contact, at));
  const recorded = await sales.record(merchantId, { ...posted, customerId, ...(by && { by }) }, zone, at);
  await runs.saleChanged(recorded, postedHint(recorded));
  return outcomeAt(at, recorded.createdAt, recorded.source.readAt);
}

const STATE_TEXT: Record<FileImport['state'], string> = {
  running: '',
  finished: ' · concluída',
  cancelled: ' · **cancelada por uma pessoa**',
  failed: ' · **interrompida por uma falha**',
};

const AGAIN =
  'As linhas já gravadas ficam como estão. Para gravar as outras, envie o mesmo arquivo de novo com outra `Idempotency-Key`: o que já foi gravado é reconhecido.';

const END_TEXT: Record<FileImport['state'], string> = {
  running: '',
  finished: '',
  cancelled: AGAIN,
  failed: AGAIN,
};

function importProgress(found: FileImport, restMs = 0): ImportProgress {
  const { kind, dryRun, state, total, done, created, updated, failed } = found;
  const what = `${dryRun ? 'Simulação de importação' : 'Importação'} de ${kind === 'sales' ? 'vendas' : 'clientes'}`;
  const lines = counted(failed, 'linha recusada', 'linhas recusadas');
  const counts = `${created} a mais, ${updated} com mudanças, ${lines}`;
  return {
    finished: state !== 'running',
    total,
    done,
    created,
    updated,
    failed,
    restMs,
    details: inParagraphs([
      `**${what}** · ${done} de ${counted(total, 'linha', 'linhas')}${STATE_TEXT[state]}`,
      counts,
      END_TEXT[state],
    ]),
  };
}
