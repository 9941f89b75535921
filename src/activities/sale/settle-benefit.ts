import { randomBytes } from 'node:crypto';
import {
  catchUp,
  formerOwners,
  formerOwnersSettlement,
  ownersSettlement,
  patched,
  purchaseRefs,
  settleSale,
  voucherCode,
  VOUCHER_CODE_BYTES,
} from '../../loyalty';
import type {
  Book,
  Grant,
  Instant,
  Redemption,
  Sale,
  SalePatch,
  SaleRecord,
  SettlementContext,
} from '../../loyalty';
import { saleRecordOf } from '../../store';
import type { ProgramVersion, Store, Usage } from '../../store';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { matchSources } from '../purchase';
import type { Matched } from '../purchase';
import { evaluated, usageRequest } from './evaluation';
import { refundSpent } from './refund-spent';
import { outcomeOf, saleChangeOf } from './sale-outcome';
import type { SaleOutcome } from './sale-outcome';
import { saleResult } from './sale-result';
import { statusFields, valueOf } from './sale-value';
import type { SaleValue } from './sale-value';

/** The sale and everything its benefit is calculated from. */
interface Case {
  sale: Sale;
  record: SaleRecord;
  version: ProgramVersion | null;
  /** Redemptions of any customer that name the sale. */
  naming: Redemption[];
  grants: Grant[];
  /** What it gave back to its customer, who had paid with benefit. */
  refundedCents: number;
  /** The marks by which it was compared with other sources' sales. */
  comparedAs: string | null;
}

/** A program without caps and budgets, or a sale without a customer: nothing had to be read. */
const NOTHING_USED: Usage = { month: [], budget: {}, firstPurchase: false };

/**
 * Calculates what the sale deserves as it now is, and moves the ledger by the difference to what it holds:
 * grants, supplements, takes back, refunds. Doing it again changes nothing.
 */
export function createSettleBenefit(deps: ActivityDeps): (input: SaleInput) => Promise<SaleOutcome> {
  const { store, log } = deps;
  return async ({ merchantId, saleId }) => {
    const now = currentInstant();
    const stored = await store.sales.get(merchantId, saleId);
    if (!stored) throw new Error(`Sale ${saleId} of merchant ${merchantId} does not exist.`);
    const found = await caseOf(store, await matchSources(deps, stored, now));
    const { sale, record, version, naming } = found;
    const refunded = await refundSpent(deps, sale, record, version?.program ?? null, naming, now);
    for (const customerId of formerOwners(found.record, found.grants))
      await takeBackFrom(store, found, customerId, now);
    const outcome = await settleOwner(store, { ...found, ...refunded }, now);
    log.info(
      { merchantId, saleId, status: outcome.status, benefitCents: outcome.benefitCents },
      'sale settled',
    );
    return outcome;
  };
}

async function caseOf(store: Store, { sale, comparedAs }: Matched): Promise<Case> {
  const { merchantId } = sale;
  const { programVersion, refundedCents } = sale.benefit;
  const version =
    programVersion === null
      ? await store.programs.current(merchantId)
      : await store.programs.version(merchantId, programVersion);
  const naming = await store.redemptions.naming(merchantId, purchaseRefs(sale));
  // What was never calculated has granted nothing.
  const grants = programVersion === null ? [] : await store.ledger.grantsOf(merchantId, sale.id);
  return { sale, record: saleRecordOf(sale), version, naming, grants, refundedCents, comparedAs };
}

async function takeBackFrom(store: Store, found: Case, customerId: string, now: Instant): Promise<void> {
  const { sale, record, version } = found;
  if (!version) return;
  const about = { saleId: sale.id, saleVersion: sale.version };
  await store.wallets.change(sale.merchantId, customerId, about, now, (book, at) => {
    settleSale(book, formerOwnersSettlement(record, contextOf(version, [], newCodes()), at), at);
    return { result: undefined };
  });
}

async function settleOwner(store: Store, found: Case, now: Instant): Promise<SaleOutcome> {
  const { sale, record, version, naming, grants } = found;
  const { merchantId } = sale;
  const { customerId } = sale.owner;
  if (!version || customerId === null || (record.state !== 'completed' && grants.length === 0))
    return settleWithoutValue(store, found, now);
  const request = usageRequest(record, version.program, naming);
  const segments = request ? await segmentsOf(store, sale) : [];
  const codes = newCodes();
  const about = { saleId: sale.id, saleVersion: sale.version, ...(request ? { usage: request } : {}) };
  return store.wallets.change(merchantId, customerId, about, now, (book, at, usage) => {
    // What time has decided counts too, however late it is written down (R45).
    catchUp(book, at);
    const used = { ...usage, month: asInBook(usage.month, book) };
    const known = request ? evaluated(record, version.program, naming, used, segments) : record;
    const own = book.wallet.grants.filter(({ saleId }) => saleId === sale.id);
    settleSale(book, ownersSettlement(known, contextOf(version, own, codes), at), at);
    const value = valueOf(book.wallet, sale.id);
    const patch = resultPatch(found, known, value);
    return {
      result: outcomeOf(patched(sale, patch), value, version.program, at),
      sale: saleChangeOf(sale, patch),
    };
  });
}

/** Nobody's sale, one that is not completed and never was, or one of a merchant without a program: only the reasoning. */
async function settleWithoutValue(store: Store, found: Case, now: Instant): Promise<SaleOutcome> {
  const { sale, record, version, naming } = found;
  const calculates = version !== null && usageRequest(record, version.program, naming) !== null;
  const known = calculates ? evaluated(record, version.program, naming, NOTHING_USED, []) : record;
  const none = { lots: [], grants: [], redemptions: [] };
  const patch = resultPatch(found, known, none);
  const change = saleChangeOf(sale, patch);
  if (change) await store.sales.change(change);
  return outcomeOf(patched(sale, patch), none, version?.program ?? null, now);
}

/** What the calculation and the value it left say of the sale. */
function resultPatch(
  { sale, version, refundedCents, comparedAs }: Case,
  known: SaleRecord,
  value: SaleValue,
): SalePatch {
  const result = saleResult(sale, known, version, refundedCents);
  return { purchase: { comparedAs }, benefit: { ...result, ...statusFields(sale, value) } };
}

/** The grants as the book has them, where it has them: catching up may have changed some. */
function asInBook(grants: readonly Grant[], { wallet }: Book): Grant[] {
  const same = (a: Grant, b: Grant): boolean =>
    a.saleId === b.saleId && a.ruleId === b.ruleId && a.type === b.type;
  return grants.map((grant) => wallet.grants.find((other) => same(other, grant)) ?? grant);
}

async function segmentsOf(store: Store, { merchantId, owner }: Sale): Promise<readonly string[]> {
  const { customerId } = owner;
  const customer = customerId === null ? null : await store.customers.get(merchantId, customerId);
  return customer?.segments ?? [];
}

function contextOf(
  { version, program }: ProgramVersion,
  grants: readonly Grant[],
  codeOf: (ruleId: string) => string,
): SettlementContext {
  return { pinned: { version, program }, grants, codeOf };
}

/** One code for each rule, the same however often the transaction is run again. */
function newCodes(): (ruleId: string) => string {
  const codes = new Map<string, string>();
  return (ruleId) => {
    const code = codes.get(ruleId) ?? voucherCode(randomBytes(VOUCHER_CODE_BYTES));
    codes.set(ruleId, code);
    return code;
  };
}
