import { activityInfo } from '@temporalio/activity';
import type { AlertSubject, LedgerPart, Misfit, Verification } from '../../store';
import { counted, currentInstant, reportProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** What proving one merchant's ledger came to. Ids and counts only. */
export interface LedgerVerdict {
  customers: number;
  entries: number;
  /** How many things do not hold; the first of them are named. */
  problems: number;
  named: Verification['problems'];
  firstMisfit: Misfit | null;
  seals: number;
  sealedEntries: number;
  /** Number and hash of the newest seal, such as `12 3fa9…`: kept outside of the database, it proves what was sealed. */
  newestSeal: string | null;
}

/** The steps of the ledger's proof. Each can be repeated. */
export interface LedgerProofSteps {
  /** A page of merchants' ids, in order; fewer than `limit`: there are no more. */
  listMerchants(after: string | null, limit: number): Promise<string[]>;
  /** Answers how many chains were sealed. */
  sealLedger(merchantId: string): Promise<{ sealed: number }>;
  /** The whole ledger in one step, for runs that began before there were parts. */
  verifyLedger(merchantId: string): Promise<LedgerVerdict>;
  /** The parts into which a merchant's customers are divided, in order; at least one. */
  planProof(merchantId: string): Promise<LedgerPart[]>;
  /** What is of no single customer: the chain of seals, customers without wallets, codes of no voucher. */
  verifyLedgerSeals(merchantId: string): Promise<LedgerVerdict>;
  /** The customers of one part. */
  verifyLedgerPart(merchantId: string, part: LedgerPart): Promise<LedgerVerdict>;
  /** Raises the alert of a ledger that does not hold, or resolves it. */
  reportProof(merchantId: string, verdict: LedgerVerdict): Promise<{ alert: 'raised' | 'open' | 'none' }>;
}

/** How far a verification is: what another attempt goes on from. */
type Progress = LedgerVerdict & { after: string };

/** The heads of a seal are read again for a week; the chain of seals is always followed whole. */
const HEADS_READ_AGAIN_MS = 7 * 86_400_000;

/** Problems named in a verdict, an alert and the run; the API names more. */
const NAMED = 20;

export function createLedgerProofSteps({ store, log }: ActivityDeps): LedgerProofSteps {
  return {
    listMerchants: (after, limit) => store.merchants.ids({ after, limit }),

    async sealLedger(merchantId) {
      const { seals, heads, last } = await store.ledger.seal(merchantId, currentInstant(), {
        onProgress: reportProgress,
      });
      log.info({ merchantId, seals, chains: heads, seal: last?.n, hash: last?.hash }, 'ledger sealed');
      return { sealed: heads };
    },

    verifyLedger: (merchantId) => verify(merchantId, {}),
    planProof: (merchantId) => store.ledger.parts(merchantId),
    verifyLedgerPart: (merchantId, part) => verify(merchantId, part),

    async verifyLedgerSeals(merchantId) {
      const found = await store.ledger.verifySeals(merchantId, currentInstant() - HEADS_READ_AGAIN_MS);
      return verdictOf(found, undefined);
    },

    async reportProof(merchantId, verdict) {
      const about: AlertSubject = { merchantId, kind: 'ledger_misfit', subject: 'ledger' };
      const { customers, entries, problems, named, firstMisfit } = verdict;
      const now = new Date(currentInstant());
      if (problems === 0) {
        if (await store.alerts.resolve(about, now)) log.info({ merchantId }, 'the ledger holds again');
        return { alert: 'none' };
      }
      log.error({ merchantId, problems, firstMisfit, named }, 'the ledger does not hold');
      const facts = { customers, entries, problems, firstMisfit, named };
      const { raised } = await store.alerts.raise(about, { text: verdictText(verdict), facts }, now);
      return { alert: raised ? 'raised' : 'open' };
    },
  };

  /** Another attempt goes on after the last customer that the one before reported. */
  async function verify(merchantId: string, part: Partial<LedgerPart>): Promise<LedgerVerdict> {
    const before = activityInfo().heartbeatDetails as Progress | undefined;
    if (before) reportProgress(before);
    const found = await store.ledger.verify(merchantId, {
      ...part,
      checkpointsAt: currentInstant(),
      ...(before ? { after: before.after } : {}),
      onProgress: (soFar) => reportProgress({ ...verdictOf(soFar, before), after: soFar.next }),
    });
    return verdictOf(found, before);
  }
}

/** What was found in this attempt, after what attempts before it had found. */
function verdictOf(found: Verification, before: Progress | undefined): LedgerVerdict {
  const { sealed } = found;
  const problems = found.problems.length + (before?.problems ?? 0);
  return {
    customers: found.customers + (before?.customers ?? 0),
    entries: found.entries + (before?.entries ?? 0),
    problems,
    named: [...(before?.named ?? []), ...found.problems].slice(0, NAMED),
    firstMisfit: before?.firstMisfit ?? found.firstMisfit,
    seals: before?.seals ?? sealed.seals,
    sealedEntries: sealed.entries + (before?.sealedEntries ?? 0),
    newestSeal: before ? before.newestSeal : sealed.last && `${sealed.last.n} ${sealed.last.hash}`,
  };
}

/** The alert's text: what was found, where, and what to do. */
export function verdictText({ problems, customers, entries, firstMisfit }: LedgerVerdict): string {
  const what = counted(problems, 'divergência', 'divergências');
  const where = `em ${counted(customers, 'cliente', 'clientes')} e ${counted(entries, 'lançamento', 'lançamentos')}`;
  const first =
    firstMisfit === null
      ? ''
      : ` O primeiro lançamento que não confere é o nº ${firstMisfit.seq} do cliente ${firstMisfit.customerId}` +
        `${firstMisfit.key === null ? ', que está faltando' : ` (${firstMisfit.key})`}.`;
  return (
    `A conferência do livro de lançamentos encontrou ${what} ${where}.${first} ` +
    'Nada foi corrigido automaticamente: peça à equipe técnica que compare os dados com a cópia de segurança. ' +
    'Este alerta se encerra sozinho quando uma conferência não encontrar mais divergências.'
  );
}
