import { changedFields, latenessOf } from '../../loyalty';
import type { Channel, DoneBy, Instant, Sale, SaleEvent, SaleItem, SalePatch } from '../../loyalty';

/** A sale as a channel other than the ERP sends it: all of it, each time. Its identity is channel and external id. */
export interface PostedSale {
  channel: Exclude<Channel, 'bling'>;
  externalId: string;
  number: string | null;
  /** The order's number in the shop it came from, the invoice's number and access key, and Bling's number, where known. */
  marketplaceNumber?: string | null;
  invoiceNumber?: string | null;
  accessKey?: string | null;
  erpNumber?: string | null;
  storeId: string | null;
  soldAt: Date;
  totalCents: number;
  freightCents: number;
  otherExpensesCents: number;
  discountCents: number;
  /** null: the channel sends no lines, and those that are known stay. */
  items: SaleItem[] | null;
  sourceStatus: 'completed' | 'open' | 'cancelled';
  /** Who bought; null where the channel names nobody, and then whoever is known stays. */
  customerId: string | null;
  /**
   * true: nobody is written to about what this opens or changes; false: messages are sent again; null: as it is, for a new
   * sale false.
   */
  silent: boolean | null;
  /**
   * Whether it earns although it is older than the claim window; null or absent: its age is nothing to ask about, as of a
   * file's.
   */
  earnLate?: boolean | null;
  /** Why its channel's customer is nobody (pt-BR, part of a sentence); null or absent: the channel names nobody, or somebody. */
  whyNobody?: string | null;
  /** Who told of it; absent: it is not known. */
  by?: DoneBy;
}

/** What a posted sale changes in the stored one. */
export interface PostedChange {
  patch: SalePatch;
  event: SaleEvent;
}

/**
 * What a posted sale changes in the sale as stored; null where it says nothing new. Another customer than the one for whom
 * the sale was calculated takes it over now (R26); holding counts from the first time it is posted as completed (R3).
 */
export function postedChange(sale: Sale, posted: PostedSale, now: Instant): PostedChange | null {
  const lateness = latenessOf(sale, posted.soldAt.getTime(), posted.earnLate ?? null);
  const source = { ...sourceSaid(sale.id, posted), lateness };
  const said: SalePatch = { source, content: contentSaid(posted), owner: ownerSaid(sale, posted, now) };
  const changed = changedFields(sale, said);
  const silent = lateness === 'earns' || (posted.silent ?? sale.notices.silent);
  const lifted = sale.notices.silent && !silent;
  if (changed.size === 0 && !lifted && sale.source.readAt !== null) return null;
  const completedAt = sale.source.completedAt ?? (posted.sourceStatus === 'completed' ? now : null);
  return {
    patch: {
      ...said,
      source: { ...source, completedAt, readAt: now },
      notices: { silent },
      // Due at once: where its run is lost before it has settled this, the sweep finds it.
      benefit: { nextAt: now },
    },
    event: { at: now, ...postedEvent(sale, posted, changed), ...toldBy(posted) },
  };
}

/** Who told of it, as what happened by it says so. */
export function toldBy({ by }: Pick<PostedSale, 'by'>): { by?: DoneBy } {
  return by === undefined ? {} : { by };
}

/** Numbers that the posted sale leaves out stay. */
function sourceSaid(id: string, posted: PostedSale): SalePatch['source'] {
  const { externalId, number, marketplaceNumber, invoiceNumber, accessKey, erpNumber } = posted;
  const names = [id, externalId, number, marketplaceNumber ?? null];
  return {
    number,
    ...(marketplaceNumber === undefined ? {} : { marketplaceNumber }),
    ...(invoiceNumber === undefined ? {} : { invoiceNumber }),
    ...(accessKey === undefined ? {} : { accessKey }),
    ...(erpNumber === undefined ? {} : { erpNumber }),
    refs: [...new Set(names.filter((name) => name !== null))],
    status: posted.sourceStatus,
    refusal: null,
  };
}

function contentSaid(posted: PostedSale): SalePatch['content'] {
  const { storeId, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items } = posted;
  return {
    ...{ storeId, soldAt: soldAt.getTime(), totalCents, freightCents, otherExpensesCents, discountCents },
    ...(items === null ? {} : { items }),
  };
}

function ownerSaid({ owner, benefit }: Sale, { customerId }: PostedSale, now: Instant): SalePatch['owner'] {
  if (customerId === null || customerId === owner.customerId) return {};
  return {
    customerId,
    ...(benefit.programVersion === null ? {} : { claimedAt: now }),
    // Whom its channel names has claimed nothing.
    ...(owner.claimCall === null ? {} : { claimCall: null, claimRequest: null }),
  };
}

const STATUS_TEXT: Record<PostedSale['sourceStatus'], string> = {
  open: 'Venda em aberto',
  completed: 'Venda concluída',
  cancelled: 'Venda cancelada',
};

const AMOUNTS = ['totalCents', 'freightCents', 'otherExpensesCents', 'discountCents'];

function postedEvent(
  { source, owner }: Sale,
  posted: PostedSale,
  changed: ReadonlySet<string>,
): { event: string; text: string } {
  const { sourceStatus } = posted;
  if (source.readAt === null || changed.has('source.status'))
    return { event: sourceStatus, text: STATUS_TEXT[sourceStatus] + withoutCustomer(owner, posted) };
  if (changed.has('owner.customerId')) return { event: 'identified', text: 'Cliente identificado' };
  if (posted.earnLate === true && changed.has('source.lateness') && !changed.has('content.soldAt'))
    return { event: 'earns_late', text: 'Venda antiga liberada para gerar benefício, sem mensagens' };
  if (AMOUNTS.some((field) => changed.has(`content.${field}`)))
    return { event: 'changed', text: 'Valores da venda alterados' };
  if (changed.size > 0) return { event: 'changed', text: 'Dados da venda alterados' };
  return { event: 'unsilenced', text: 'Mensagens sobre a venda retomadas' };
}

/** Why nobody is known to have bought, to be said after what happened. */
function withoutCustomer(
  { customerId: known }: Sale['owner'],
  { customerId, whyNobody }: PostedSale,
): string {
  return (customerId ?? known) === null && whyNobody ? `, sem cliente identificado: ${whyNobody}` : '';
}
