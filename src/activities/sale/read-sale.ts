import { InvalidOrderError, orderOutcome, toSaleContent } from '../../bling';
import type { BlingOrder } from '../../bling';
import type { StoreConnection } from '../../store';
import { patched } from '../../loyalty';
import type { Instant, Sale, SaleEvent, SalePatch, SourceStatus } from '../../loyalty';
import type { SaleInput } from '../../workflows';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { saleChange } from './sale-change';

/** What the workflow needs to know after a look at the source. */
export interface SaleReading {
  sourceStatus: SourceStatus;
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
      throw new MissingRecordError(
        `Connection ${connectionId} of merchant ${input.merchantId} does not exist.`,
      );
    const now = currentInstant();
    const zone =
      connection.zone ?? (await store.programs.current(input.merchantId))?.program.timezone ?? DEFAULT_ZONE;
    const sale = await store.sales.open(input, connectionId, zone, new Date(now));
    const order = await bling.getOrder({ connectionId, companyId: connection.companyId }, input.externalId);
    const said = order
      ? contentOf(order, connection, zone, sale)
      : { source: { status: 'missing' as const, refusal: null } };
    const read = patched(sale, said);
    const completedAt = sale.source.completedAt ?? (read.source.status === 'completed' ? now : null);
    const patch = { ...said, source: { ...said.source, completedAt } };
    const change = saleChange(sale, patch, eventOf(sale, read, now));
    if (change)
      await store.sales.change({ ...change, patch: { ...patch, source: { ...patch.source, readAt: now } } });
    return readingOf(read);
  }

  return async (input) => {
    if (input.connectionId !== null) return readBling(input, input.connectionId);
    const sale = await store.sales.get(input.merchantId, input.saleId);
    if (!sale) throw new MissingRecordError(`Sale ${input.saleId} was signalled but never stored.`);
    return readingOf(sale);
  };
}

function readingOf(sale: Sale): SaleReading {
  return {
    sourceStatus: sale.source.status,
    identify: sale.source.status === 'completed' && sale.source.contactId !== sale.owner.identifiedBy,
  };
}

/**
 * What the order says, or that it cannot be right: then nothing of it is believed, and what an earlier reading found
 * stays as it is until the order is corrected. A cancelled order needs no amounts.
 */
function contentOf(order: BlingOrder, connection: StoreConnection, zone: string, sale: Sale): SalePatch {
  const status = orderOutcome(order.situation, {
    completed: connection.completedSituations,
    cancelled: connection.cancelledSituations,
  });
  try {
    const { source, content } = amountsOf(order, zone, sale);
    return { source: { ...source, status, refusal: null }, content: { ...content, zone } };
  } catch (error) {
    if (!(error instanceof InvalidOrderError)) throw error;
    if (status === 'cancelled') return { source: { status, refusal: null } };
    const refusal = `O campo "${error.field}" do pedido não pode estar certo. Corrija-o no Bling.`;
    return { source: { status: sale.source.readAt === null ? 'refused' : sale.source.status, refusal } };
  }
}

/** @throws InvalidOrderError */
function amountsOf(order: BlingOrder, zone: string, sale: Sale): Pick<SalePatch, 'source' | 'content'> {
  const { number, marketplaceNumber, contactId, ...sold } = toSaleContent(order, zone);
  const names = [sale.id, sale.source.externalId, number, marketplaceNumber];
  const refs = [...new Set(names.filter((name) => name !== null))];
  return {
    source: { number, marketplaceNumber, refs, contactId },
    content: {
      storeId: sold.storeId,
      soldAt: sold.soldAt,
      totalCents: sold.totalCents,
      freightCents: sold.freightCents,
      otherExpensesCents: sold.otherExpensesCents,
      discountCents: sold.discountCents,
      items: sold.items,
    },
  };
}

const STATUS_EVENTS: Record<SourceStatus, string> = {
  open: 'Pedido em aberto',
  completed: 'Pedido concluído',
  cancelled: 'Pedido cancelado',
  missing: 'Pedido excluído no ERP',
  refused: 'Pedido recusado: dados inválidos',
};

function eventOf(before: Sale, after: Sale, at: Instant): SaleEvent | undefined {
  if (before.source.status !== after.source.status || before.source.readAt === null)
    return { at, event: after.source.status, text: STATUS_EVENTS[after.source.status] };
  if (after.source.refusal !== null && before.source.refusal === null)
    return { at, event: 'refused', text: after.source.refusal };
  if (before.content.totalCents !== after.content.totalCents)
    return { at, event: 'changed', text: 'Valores do pedido alterados' };
  return undefined;
}
