import { choiceOf, InvalidOrderError, orderOutcome, toSaleContent } from '../../bling';
import { saleIdOf } from '../../ids';
import type { BlingOrder, OrderFault } from '../../bling';
import type { ProgramVersion, StoreConnection } from '../../store';
import { patched } from '../../loyalty';
import type { Instant, Sale, SaleEvent, SalePatch, SourceStatus } from '../../loyalty';
import type { SaleInput } from '../../workflows';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { askOrPark, parkOrphan } from './park-sale';
import { saleChange } from './sale-change';

/** What the workflow needs to know after a look at the source. */
export interface SaleReading {
  sourceStatus: SourceStatus;
  /** The order names a contact that has not been looked up yet. */
  identify: boolean;
}

const DEFAULT_ZONE = 'America/Sao_Paulo';

const FAULTS: Record<OrderFault, string> = {
  'is missing': 'está vazio',
  'is missing or not a date': 'está vazio ou não é uma data',
  'is not a number': 'não é um número',
  'is too large': 'passa de R$ 10.000.000,00',
};

/** An order as it was read, for the sale as it is stored. */
interface OrderRead {
  order: BlingOrder;
  connection: StoreConnection;
  zone: string;
  sale: Sale;
  linesMatter: boolean;
}

/** Asks the source what the sale is now, and stores it. The first reading opens the sale. */
export function createReadSale(deps: ActivityDeps): (input: SaleInput) => Promise<SaleReading> {
  const { store, bling } = deps;

  async function readBling(input: SaleInput, connectionId: string): Promise<SaleReading> {
    const { merchantId } = input;
    const [connection, current, known] = await Promise.all([
      store.connections.get(merchantId, connectionId),
      store.programs.current(merchantId),
      store.sales.get(merchantId, saleIdOf(input)),
    ]);
    const now = currentInstant();
    const zone = connection?.zone ?? current?.program.timezone ?? DEFAULT_ZONE;
    const sale = known ?? (await store.sales.open(input, connectionId, zone, new Date(now)));
    if (!connection) {
      await parkOrphan(deps, sale, connectionId);
      return asKnown(sale);
    }
    // Read when it goes on: its list is compared then.
    if (connection.held) return asKnown(sale);
    const account = { connectionId, companyId: connection.companyId };
    const asked = await askOrPark(deps, sale, connection, 'order', () =>
      bling.getOrder(account, input.externalId),
    );
    if (!asked) return asKnown(sale);
    const order = asked.answer;
    const said = order
      ? contentOf({ order, connection, zone, sale, linesMatter: await linesMatter(sale, current) })
      : { source: { status: 'missing' as const, refusal: null } };
    const read = patched(sale, said);
    const completedAt = sale.source.completedAt ?? (read.source.status === 'completed' ? now : null);
    const patch = { ...said, source: { ...said.source, completedAt, parked: stillParked(read) } };
    const change = saleChange(sale, patch, eventOf(sale, read, now));
    if (change) await store.sales.change({ ...change, patch: readAt(patch, now) });
    return readingOf(read);
  }

  /** Whether the version that pays the sale, or will, asks for products. */
  async function linesMatter(sale: Sale, current: ProgramVersion | null): Promise<boolean> {
    const { programVersion } = sale.benefit;
    const pays =
      programVersion === null || programVersion === current?.version
        ? current
        : await store.programs.version(sale.merchantId, programVersion);
    return pays !== null && pays.program.earning.rules.some(({ when }) => when?.skus !== undefined);
  }

  return async (input) => {
    if (input.connectionId !== null) return readBling(input, input.connectionId);
    const sale = await store.sales.get(input.merchantId, input.saleId);
    if (!sale) throw new MissingRecordError(`Sale ${input.saleId} was signalled but never stored.`);
    return readingOf(sale);
  };
}

/** It is to be settled at once: where its run is lost before that, the sweep finds it by this. */
function readAt(patch: SalePatch, now: Instant): SalePatch {
  return { ...patch, source: { ...patch.source, readAt: now }, benefit: { nextAt: now } };
}

function readingOf(sale: Sale): SaleReading {
  return {
    sourceStatus: sale.source.status,
    identify: sale.source.status === 'completed' && sale.source.contactId !== sale.owner.identifiedBy,
  };
}

/** A sale that is parked goes on with what was known of it. */
function asKnown({ source: { status } }: Sale): SaleReading {
  return { sourceStatus: status, identify: false };
}

/** What was refused is not answered by another thing that is. */
function stillParked(read: Sale): Sale['source']['parked'] {
  const { parked = null } = read.source;
  return parked?.asked === 'contact' && readingOf(read).identify ? parked : null;
}

/**
 * What the order says, or that it cannot be right: then nothing of it is believed, and what an earlier reading found
 * stays as it is until the order is corrected. A cancelled order needs no amounts.
 */
function contentOf({ order, connection, zone, sale, linesMatter }: OrderRead): SalePatch {
  const status = orderOutcome(order.situation, choiceOf(connection));
  try {
    const { source, content } = amountsOf(order, zone, sale, linesMatter);
    return { source: { ...source, status, refusal: null }, content: { ...content, zone } };
  } catch (error) {
    if (!(error instanceof InvalidOrderError)) throw error;
    if (status === 'cancelled') return { source: { status, refusal: null } };
    const refusal = `O campo "${error.field}" do pedido ${FAULTS[error.reason]}. Corrija-o no Bling, e o pedido é lido de novo.`;
    const names = namesOf(order, sale);
    return {
      source: { ...names, status: sale.source.readAt === null ? 'refused' : sale.source.status, refusal },
    };
  }
}

/** What the order is called, whatever else is wrong with it. */
function namesOf(
  { number, marketplaceNumber }: BlingOrder,
  sale: Sale,
): Pick<Sale['source'], 'number' | 'marketplaceNumber' | 'refs'> {
  const names = [sale.id, sale.source.externalId, number, marketplaceNumber];
  return { number, marketplaceNumber, refs: [...new Set(names.filter((name) => name !== null))] };
}

/** @throws InvalidOrderError */
function amountsOf(
  order: BlingOrder,
  zone: string,
  sale: Sale,
  linesMatter: boolean,
): Pick<SalePatch, 'source' | 'content'> {
  const { contactId, ...sold } = toSaleContent(order, zone, linesMatter);
  return {
    source: { ...namesOf(order, sale), contactId },
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
