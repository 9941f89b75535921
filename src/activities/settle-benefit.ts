import {
  calculateBenefit,
  deservedAfterReturns,
  expiryEnd,
  goodsCents,
  heldOf,
  holdingEnd,
  redemptionCents,
  refund,
  settleSale,
} from '../loyalty';
import type {
  BenefitDates,
  Calculation,
  Deserved,
  Grant,
  Instant,
  Program,
  Redemption,
  SaleSettlement,
} from '../loyalty';
import type { ProgramVersion, Sale, Store } from '../store';
import type { SaleInput } from '../workflows';
import { currentInstant } from './clock';
import type { ActivityDeps } from './deps';
import { outcomeOf, saleChangeOf, statusFields, valueOf } from './sale-outcome';
import type { SaleOutcome } from './sale-outcome';

/** The sale and everything its benefit is calculated from. */
interface Case {
  sale: Sale;
  version: ProgramVersion | null;
  redemptions: Redemption[];
  grants: Grant[];
}

/**
 * Calculates what the sale deserves as it now is, and moves the ledger by the difference to what it holds:
 * grants, supplements, takes back, refunds. Doing it again changes nothing.
 */
export function createSettleBenefit({
  store,
  log,
}: ActivityDeps): (input: SaleInput) => Promise<SaleOutcome> {
  return async ({ merchantId, saleId }) => {
    const now = currentInstant();
    const found = await caseOf(store, merchantId, saleId);
    await refundSpent(store, found, now);
    for (const customerId of formerOwners(found)) await takeBackFrom(store, found, customerId, now);
    const outcome = await settleOwner(store, found, now);
    log.info(
      { merchantId, saleId, status: outcome.status, benefitCents: outcome.benefitCents },
      'sale settled',
    );
    return outcome;
  };
}

async function caseOf(store: Store, merchantId: string, saleId: string): Promise<Case> {
  const sale = await store.sales.get(merchantId, saleId);
  if (!sale) throw new Error(`Sale ${saleId} of merchant ${merchantId} does not exist.`);
  const version =
    sale.programVersion === null
      ? await store.programs.current(merchantId)
      : await store.programs.version(merchantId, sale.programVersion);
  const redemptions = await store.redemptions.naming(merchantId, sale.refs);
  // What was never calculated has granted nothing.
  const grants = sale.programVersion === null ? [] : await store.ledger.grantsOf(merchantId, saleId);
  return { sale, version, redemptions, grants };
}

function isOver({ sourceStatus, returnedCents, ...sale }: Sale): boolean {
  return (
    sourceStatus === 'cancelled' ||
    sourceStatus === 'missing' ||
    (returnedCents > 0 && returnedCents >= goodsCents(sale))
  );
}

/** What the cancelled sale was paid with goes back before anything is taken (R25). */
async function refundSpent(store: Store, { sale, version, redemptions }: Case, now: Instant): Promise<void> {
  if (!isOver(sale) || version?.program.returns.refundSpent === false) return;
  for (const { id, customerId, state } of redemptions) {
    if (state !== 'confirmed' && state !== 'reserved') continue;
    await store.wallets.change(sale.merchantId, customerId, { redemptionId: id }, now, (book, at) => {
      const redemption = book.wallet.redemptions.find((candidate) => candidate.id === id);
      if (redemption) refund(book, redemption, sale.id, at);
      return { result: undefined };
    });
  }
}

/** Customers who hold something of the sale although it is no longer theirs (R26). */
function formerOwners({ sale, grants }: Case): string[] {
  const holders = grants
    .filter((grant) => grant.customerId !== sale.customerId && heldOf(grant) > grant.letOff + grant.lapsed)
    .map((grant) => grant.customerId);
  return [...new Set(holders)];
}

async function takeBackFrom(
  store: Store,
  { sale, version }: Case,
  customerId: string,
  now: Instant,
): Promise<void> {
  if (!version) return;
  await store.wallets.change(sale.merchantId, customerId, { saleId: sale.id }, now, (book, at) => {
    settleSale(book, settlementOf(sale, version, [], at), at);
    return { result: undefined };
  });
}

async function settleOwner(store: Store, found: Case, now: Instant): Promise<SaleOutcome> {
  const { sale, version } = found;
  const calculation = version && sale.sourceStatus === 'completed' ? calculate(found, version.program) : null;
  const pinned = {
    programVersion: calculation ? version!.version : sale.programVersion,
    explanation: calculation?.explanation ?? explanationWithout(sale, version),
  };
  if (!version || sale.customerId === null || (calculation === null && found.grants.length === 0)) {
    const settled = { ...sale, ...pinned };
    const set = { ...pinned, ...statusFields(settled, { lots: [], grants: [] }) };
    const change = saleChangeOf(sale, set);
    if (change) await store.sales.change(change);
    return outcomeOf({ ...sale, ...set }, { lots: [], grants: [] }, version?.program ?? null, now);
  }
  const deserved = sale.customerId === null ? [] : deservedOf(sale, calculation);
  return store.wallets.change(sale.merchantId, sale.customerId, { saleId: sale.id }, now, (book, at) => {
    settleSale(book, settlementOf(sale, version, deserved, at), at);
    const value = valueOf(book.wallet, sale.id);
    const settled = { ...sale, ...pinned };
    const set = { ...pinned, ...statusFields(settled, value) };
    return {
      result: outcomeOf({ ...settled, ...set }, value, version.program, at),
      sale: saleChangeOf(sale, set),
    };
  });
}

function calculate({ sale, redemptions }: Case, program: Program): Calculation {
  const confirmed = redemptions.filter(({ state }) => state === 'confirmed');
  return calculateBenefit(program, {
    sale: { ...sale, soldAt: (sale.soldAt ?? sale.createdAt).getTime() },
    zone: sale.zone,
    benefitPaidCents: Math.max(
      0,
      confirmed.reduce((sum, redemption) => sum + redemptionCents(redemption), 0) - sale.discountCents,
    ),
    benefitSpent: confirmed.length > 0,
    pinned: { firstPurchase: false, segments: [] },
    monthEarned: {},
    budgetLeft: {},
  });
}

function deservedOf(sale: Sale, calculation: Calculation | null): Deserved[] {
  return (calculation?.grants ?? []).flatMap((grant) =>
    grant.type === 'voucher'
      ? []
      : [
          {
            ruleId: grant.ruleId,
            type: grant.type,
            amount: deservedAfterReturns(grant.amount, goodsCents(sale), sale.returnedCents),
          },
        ],
  );
}

function settlementOf(
  sale: Sale,
  { version, program }: ProgramVersion,
  deserved: Deserved[],
  now: Instant,
): SaleSettlement {
  const completedAt = (sale.completedAt ?? sale.createdAt).getTime();
  const held = holdingEnd(completedAt, program.holding.after, sale.zone);
  const activatesAt = sale.claimedAt === null ? held : Math.max(held, sale.claimedAt.getTime());
  const datesFrom = (at: Instant): BenefitDates => ({
    activatesAt: at,
    expiresAt: expiryEnd(at, program.expiry, sale.zone),
  });
  return {
    saleId: sale.id,
    programVersion: version,
    zone: sale.zone,
    policy: program.returns.clawback,
    deserved,
    dates: datesFrom(activatesAt),
    datesFromNow: datesFrom(now),
  };
}

function explanationWithout(sale: Sale, version: ProgramVersion | null): Sale['explanation'] {
  const say = (line: string): Sale['explanation'] => [
    { ruleId: null, type: null, outcome: 'nothing', amount: 0, lines: [line] },
  ];
  if (sale.sourceStatus !== 'completed')
    return sale.sourceStatus === 'open'
      ? say('O pedido ainda não foi concluído no ERP: o benefício é calculado quando isso acontecer.')
      : say('O pedido foi cancelado, excluído ou recusado: não dá direito a benefício.');
  return version
    ? sale.explanation
    : say('A loja ainda não publicou um programa: publique um e a venda pode ser lida de novo.');
}
