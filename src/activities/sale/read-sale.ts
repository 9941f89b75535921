import { InvalidOrderError, orderOutcome, toSaleContent } from '../../bling';
import type { BlingOrder } from '../../bling';
import type { Sale, SaleChange, StoreConnection } from '../../store';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { saleChangeOf } from './sale-outcome';

/** What the workflow needs to know after a look at the source. */
export interface SaleReading {
  sourceStatus: Sale['sourceStatus'];
  /** The order names a contact that has not been looked up yet. */
  identify: boolean;
}

const DEFAULT_ZONE = 'America/Sao_Paulo';

/** Asks the source what the sale is now, and stores it. The first reading opens the sale. */
export function createReadSale(deps: ActivityDeps): (input: SaleInput) => Promise<SaleReading> {
  const { store, bling } = deps;

  async function readBling(input: SaleInput, connectionId: string): Promise<SaleReading> {
    const connection = await store.connections.get(input.merchantId, connectionId);
    if (!connection)
      throw new Error(`Connection ${connectionId} of merchant ${input.merchantId} does not exist.`);
    const now = new Date(currentInstant());
    const zone =
      connection.zone ?? (await store.programs.current(input.merchantId))?.program.timezone ?? DEFAULT_ZONE;
    const sale = await store.sales.open(input, connectionId, zone, now);
    const order = await bling.getOrder({ connectionId, companyId: connection.companyId }, input.externalId);
    const set = order
      ? contentOf(order, connection, zone, sale)
      : { sourceStatus: 'missing' as const, refusal: null };
    const read = { ...sale, ...set };
    const completedAt = sale.completedAt ?? (read.sourceStatus === 'completed' ? now : null);
    const change = saleChangeOf(sale, { ...set, completedAt }, eventOf(sale, read, now));
    if (change) await store.sales.change({ ...change, set: { ...change.set, readAt: now } });
    return readingOf(read);
  }

  return async (input) => {
    if (input.connectionId !== null) return readBling(input, input.connectionId);
    const sale = await store.sales.get(input.merchantId, input.saleId);
    if (!sale) throw new Error(`Sale ${input.saleId} was signalled but never stored.`);
    return readingOf(sale);
  };
}

function readingOf(sale: Sale): SaleReading {
  return {
    sourceStatus: sale.sourceStatus,
    identify: sale.sourceStatus === 'completed' && sale.contactId !== sale.identifiedBy,
  };
}

/**
 * What the order says, or that it cannot be right: then nothing of it is believed, and what an earlier reading found
 * stays as it is until the order is corrected. A cancelled order needs no amounts.
 */
function contentOf(
  order: BlingOrder,
  connection: StoreConnection,
  zone: string,
  sale: Sale,
): SaleChange['set'] {
  const sourceStatus = orderOutcome(order.situation, {
    completed: connection.completedSituations,
    cancelled: connection.cancelledSituations,
  });
  try {
    return { ...amountsOf(order, zone, sale), zone, sourceStatus, refusal: null };
  } catch (error) {
    if (!(error instanceof InvalidOrderError)) throw error;
    if (sourceStatus === 'cancelled') return { sourceStatus, refusal: null };
    const refusal = `O campo "${error.field}" do pedido não pode estar certo. Corrija-o no Bling.`;
    return { sourceStatus: sale.readAt === null ? 'refused' : sale.sourceStatus, refusal };
  }
}

/** @throws InvalidOrderError */
function amountsOf(order: BlingOrder, zone: string, sale: Sale): SaleChange['set'] {
  const content = toSaleContent(order, zone);
  const names = [sale.id, sale.externalId, content.number, content.marketplaceNumber];
  return {
    number: content.number,
    marketplaceNumber: content.marketplaceNumber,
    refs: [...new Set(names.filter((name) => name !== null))],
    storeId: content.storeId,
    soldAt: new Date(content.soldAt),
    totalCents: content.totalCents,
    freightCents: content.freightCents,
    otherExpensesCents: content.otherExpensesCents,
    discountCents: content.discountCents,
    items: content.items,
    contactId: content.contactId,
  };
}

const STATUS_EVENTS: Record<Sale['sourceStatus'], string> = {
  open: 'Pedido em aberto',
  completed: 'Pedido concluído',
  cancelled: 'Pedido cancelado',
  missing: 'Pedido excluído no ERP',
  refused: 'Pedido recusado: dados inválidos',
};

function eventOf(before: Sale, after: Sale, at: Date): SaleChange['event'] {
  if (before.sourceStatus !== after.sourceStatus || before.readAt === null)
    return { at, event: after.sourceStatus, text: STATUS_EVENTS[after.sourceStatus] };
  if (after.refusal !== null && before.refusal === null) return { at, event: 'refused', text: after.refusal };
  if (before.totalCents !== after.totalCents)
    return { at, event: 'changed', text: 'Valores do pedido alterados' };
  return undefined;
}
