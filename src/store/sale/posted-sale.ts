import type { Channel, SaleItem } from '../../loyalty';
import type { SaleDoc } from './sale-model';

/** A sale as a channel other than the ERP tells it: all of it, each time. Its identity is channel and external id. */
export interface PostedSale {
  channel: Exclude<Channel, 'bling'>;
  externalId: string;
  number: string | null;
  /** The order's number in the shop it came from, and the invoice's, where the channel knows them. */
  marketplaceNumber?: string | null;
  invoiceNumber?: string | null;
  storeId: string | null;
  soldAt: Date;
  totalCents: number;
  freightCents: number;
  otherExpensesCents: number;
  discountCents: number;
  /** null: the channel tells no lines, and those that are known stay. */
  items: SaleItem[] | null;
  sourceStatus: 'completed' | 'open' | 'cancelled';
  /** Who bought; null where the channel names nobody, and then whoever is known stays. */
  customerId: string | null;
  /**
   * true: nobody is written to about what this opens or changes; false: messages are sent again; null: as it is, for a new
   * sale false.
   */
  silent: boolean | null;
}

type SaleFields = Omit<SaleDoc, '_id' | 'version' | 'timeline'>;

/** What a posting makes of a sale. */
export interface PostingChange {
  set: Partial<SaleFields>;
  event: { at: Date; event: string; text: string };
}

/**
 * The change a posting is to the sale as stored; null where it tells nothing new. Another customer than the one for whom the
 * sale was calculated takes it over now (R26); holding counts from the first time it is told as completed (R3).
 */
export function postingChange(
  { _id: id, ...sale }: SaleDoc,
  posted: PostedSale,
  now: Date,
): PostingChange | null {
  const said: Partial<SaleFields> = { ...contentOf(id, posted), ...customerOf(sale, posted, now) };
  const changed = changedFields(sale, said);
  const lifted = posted.silent === false && sale.silent;
  if (changed.size === 0 && !lifted && sale.readAt !== null) return null;
  return {
    set: {
      ...said,
      completedAt: sale.completedAt ?? (posted.sourceStatus === 'completed' ? now : null),
      silent: posted.silent ?? sale.silent,
      readAt: now,
    },
    event: { at: now, ...eventOf(sale, posted, changed) },
  };
}

function contentOf(
  id: string,
  { customerId: _customer, silent: _silent, channel: _channel, externalId, items, ...content }: PostedSale,
): Partial<SaleFields> {
  const names = [id, externalId, content.number, content.marketplaceNumber ?? null];
  return {
    ...content,
    ...(items === null ? {} : { items }),
    refs: [...new Set(names.filter((name) => name !== null))],
    refusal: null,
  };
}

function customerOf(
  sale: Pick<SaleFields, 'customerId' | 'programVersion'>,
  { customerId }: PostedSale,
  now: Date,
): Partial<SaleFields> {
  if (customerId === null || customerId === sale.customerId) return {};
  return { customerId, ...(sale.programVersion === null ? {} : { claimedAt: now }) };
}

function changedFields(sale: Partial<SaleFields>, said: Partial<SaleFields>): Set<string> {
  const text = (value: unknown): string => JSON.stringify(value ?? null);
  return new Set(
    Object.entries(said)
      .filter(([field, value]) => text(sale[field as keyof SaleFields]) !== text(value))
      .map(([field]) => field),
  );
}

const STATUS_TEXT: Record<PostedSale['sourceStatus'], string> = {
  open: 'Venda em aberto',
  completed: 'Venda concluída',
  cancelled: 'Venda cancelada',
};

const AMOUNTS = ['totalCents', 'freightCents', 'otherExpensesCents', 'discountCents'];

function eventOf(
  sale: Pick<SaleFields, 'readAt' | 'sourceStatus'>,
  { sourceStatus }: PostedSale,
  changed: Set<string>,
): { event: string; text: string } {
  if (sale.readAt === null || changed.has('sourceStatus'))
    return { event: sourceStatus, text: STATUS_TEXT[sourceStatus] };
  if (changed.has('customerId')) return { event: 'identified', text: 'Cliente identificado' };
  if (AMOUNTS.some((field) => changed.has(field)))
    return { event: 'changed', text: 'Valores da venda alterados' };
  if (changed.size > 0) return { event: 'changed', text: 'Dados da venda alterados' };
  return { event: 'unsilenced', text: 'Mensagens sobre a venda retomadas' };
}
