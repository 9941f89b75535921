import {
  followUpAt,
  formatCents,
  lastUsableDate,
  localDate,
  nextStep,
  parseDuration,
  remindersDue,
} from '../loyalty';
import type { Grant, Instant, Lot, NextStep, Program, Tell, Wallet } from '../loyalty';
import type { Sale, SaleChange, SaleStatus } from '../store';

/** What the workflow learns of a sale after each step: what it became, and what comes next. Ids and amounts only. */
export interface SaleOutcome {
  status: SaleStatus;
  customerId: string | null;
  saleNumber: string | null;
  benefitCents: number;
  /** `at` in ISO 8601 UTC; null where nothing is left to wait for. */
  next: { do: NextStep['do']; at: string; key: string | null } | null;
  /** Markdown for the run's current details in the Temporal UI, in pt-BR. */
  details: string;
}

/** The value a sale's outcome is read from: the customer's lots and grants of this sale. */
export interface SaleValue {
  lots: readonly Lot[];
  grants: readonly Grant[];
}

/** What a wallet holds of one sale. */
export function valueOf(wallet: Wallet, saleId: string): SaleValue {
  return {
    lots: wallet.lots.filter((lot) => lot.saleId === saleId),
    grants: wallet.grants.filter((grant) => grant.saleId === saleId),
  };
}

type StatusFields = Pick<Sale, 'status' | 'earnedCents' | 'activatesAt' | 'expiresAt'>;

/** The sale's state as its value has it, for storing with it. */
export function statusFields(sale: Sale, value: SaleValue): StatusFields {
  const open = value.lots.filter((lot) => lot.amount > lot.buckets.reversed);
  const ends = open.map((lot) => lot.expiresAt);
  return {
    status: statusOf(sale, value.lots),
    earnedCents: value.grants
      .filter((grant) => grant.type === 'cashback' && grant.customerId === sale.customerId)
      .reduce((sum, grant) => sum + grant.granted - grant.taken, 0),
    activatesAt: open.length === 0 ? null : new Date(Math.min(...open.map((lot) => lot.activatesAt))),
    expiresAt:
      open.length === 0 || ends.includes(null) ? null : new Date(Math.max(...ends.map((end) => end ?? 0))),
  };
}

/** The change that brings the stored sale up to date; undefined where it is. */
export function saleChangeOf(
  sale: Sale,
  set: SaleChange['set'],
  event?: SaleChange['event'],
): SaleChange | undefined {
  const changed = Object.entries(set).some(
    ([field, value]) => JSON.stringify(sale[field as keyof Sale] ?? null) !== JSON.stringify(value ?? null),
  );
  if (!changed && !event) return undefined;
  return {
    merchantId: sale.merchantId,
    id: sale.id,
    version: sale.version,
    set,
    ...(event ? { event } : {}),
  };
}

/** @param sale as stored now, status fields up to date */
export function outcomeOf(sale: Sale, value: SaleValue, program: Program | null, now: Instant): SaleOutcome {
  const step = nextStep(value.lots, program ? tellsOf(sale, value, program, now) : []);
  return {
    status: sale.status,
    customerId: sale.customerId,
    saleNumber: sale.number,
    benefitCents: sale.earnedCents,
    next: step && {
      do: step.do,
      at: new Date(step.at).toISOString(),
      key: step.do === 'tell' ? step.key : null,
    },
    details: detailsOf(sale, step),
  };
}

function statusOf(sale: Sale, lots: readonly Lot[]): SaleStatus {
  if (sale.sourceStatus === 'refused') return 'refused';
  if (sale.sourceStatus === 'cancelled' || sale.sourceStatus === 'missing') return 'cancelled';
  if (sale.sourceStatus === 'open') return 'waiting';
  if (sale.customerId === null) return 'unidentified';
  const holds = (bucket: keyof Lot['buckets']): boolean => lots.some((lot) => lot.buckets[bucket] > 0);
  if (holds('active') || holds('reserved')) return 'active';
  if (holds('pending')) return 'pending';
  if (holds('spent')) return 'used';
  if (holds('expired')) return 'expired';
  return holds('reversed') ? 'used' : 'no_benefit';
}

/** Everything there is to tell this customer about this sale that has not been dealt with. */
function tellsOf(sale: Sale, value: SaleValue, program: Program, now: Instant): Tell[] {
  if (sale.sourceStatus !== 'completed' || sale.customerId === null || sale.earnedCents === 0) return [];
  const { earned, expiring, expired, repurchase } = program.messages;
  const reminders = (expiring?.before ?? []).map((before) => ({ before, duration: parseDuration(before) }));
  const alive = value.lots.some((lot) => lot.buckets.pending + lot.buckets.active > 0);
  return [
    ...(earned && alive ? [{ key: 'earned', at: now }] : []),
    ...remindersDue(value.lots, reminders, sale.told, now),
    ...(expired ? expiredTells(value.lots) : []),
    ...(repurchase && sale.completedAt
      ? [{ key: 'repurchase', at: followUpAt(sale.completedAt.getTime(), repurchase.after, sale.zone) }]
      : []),
  ]
    .filter(({ key }) => !sale.told.includes(key))
    .map(({ key, at }) => ({ key, at: Math.max(at, postponedTo(sale, key)) }));
}

function postponedTo(sale: Sale, key: string): Instant {
  return sale.postponed.find((postponed) => postponed.key === key)?.at.getTime() ?? 0;
}

function expiredTells(lots: readonly Lot[]): Tell[] {
  return lots
    .filter((lot) => lot.buckets.expired > 0 && lot.expiresAt !== null)
    .map((lot) => ({ key: `expired/${new Date(lot.expiresAt!).toISOString()}`, at: lot.expiresAt! }));
}

const STATUS_TEXT: Record<SaleStatus, string> = {
  waiting: 'aguardando a conclusão do pedido',
  unidentified: 'sem cliente identificado',
  no_benefit: 'sem benefício',
  pending: 'benefício em carência',
  active: 'benefício disponível',
  used: 'benefício usado',
  expired: 'benefício vencido',
  cancelled: 'cancelada',
  refused: 'recusada: dados inválidos na origem',
};

const STEP_TEXT: Record<NextStep['do'], string> = {
  activate: 'liberar o benefício',
  expire: 'vencer o que não foi usado',
  tell: 'avisar o cliente',
};

/** What was earned, by which rule, and what comes next: for whoever opens the run in the Temporal UI. */
function detailsOf(sale: Sale, step: NextStep | null): string {
  const paid = sale.explanation.filter(({ outcome }) => outcome === 'paid');
  const lines = [
    `**Venda ${sale.number ?? sale.externalId}** · ${formatCents(sale.totalCents)} · ${STATUS_TEXT[sale.status]}`,
    ...(sale.refusal === null ? [] : [`Motivo: ${sale.refusal}`]),
    ...(sale.earnedCents > 0
      ? [
          `Benefício: **${formatCents(sale.earnedCents)}** (programa v${sale.programVersion ?? '?'}; ${paid.map(({ ruleId }) => ruleId).join(', ')})`,
        ]
      : []),
    ...(sale.activatesAt ? [`Disponível desde ${localDate(sale.activatesAt.getTime(), sale.zone)}`] : []),
    ...(sale.expiresAt ? [`Válido até ${lastUsableDate(sale.expiresAt.getTime(), sale.zone)}`] : []),
    step
      ? `Próximo passo: ${STEP_TEXT[step.do]} em ${new Date(step.at).toISOString()}`
      : 'Nenhum passo pendente',
  ];
  return lines.join('\n\n');
}
