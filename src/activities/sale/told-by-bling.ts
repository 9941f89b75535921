import { choiceOf, InvalidOrderError, orderOutcome, toSaleContent } from '../../bling';
import type { BlingInvoice, BlingOrder, OrderFault } from '../../bling';
import { isNoChannel } from '../../store';
import type { StoreConnection } from '../../store';
import { consumerInvoiceOf } from '../../loyalty';
import type { Instant, Lateness, Sale, SaleEvent, SalePatch, SourceStatus } from '../../loyalty';

const FAULTS: Record<OrderFault, string> = {
  'is missing': 'está vazio',
  'is missing or not a date': 'está vazio ou não é uma data',
  'is not a number': 'não é um número',
  'is too large': 'passa de R$ 10.000.000,00',
};

/** An order or an NFC-e as it was read, for the sale as it is stored. */
export interface ReadFromBling {
  told: BlingOrder | BlingInvoice;
  connection: StoreConnection;
  zone: string;
  sale: Sale;
  /** Where it was sold, as the sale is to say it. */
  storeId: string | null;
  /** Whether a rule asks for products. */
  linesMatter: boolean;
}

/**
 * What the order says, or that it cannot be right: then nothing of it is believed, and what an earlier reading found
 * stays as it is until the order is corrected. A cancelled order needs no amounts, nor does an NFC-e that is not authorised yet.
 */
export function contentOf(read: ReadFromBling): SalePatch {
  const { told, connection, zone, sale } = read;
  const status = isInvoice(told) ? told.outcome : orderOutcome(told.situation, choiceOf(connection));
  try {
    const { source, content } = amountsOf(read);
    const lateness = latenessOf(told, connection, sale);
    return { source: { ...source, ...lateness, status, refusal: null }, content: { ...content, zone } };
  } catch (error) {
    if (!(error instanceof InvalidOrderError)) throw error;
    if (status === 'cancelled') return { source: { status, refusal: null } };
    const names = namesOf(read);
    if (isInvoice(told) && status === 'open')
      return { source: { ...names, contactId: told.contactId, status, refusal: null } };
    const refusal = refusalOf(error, sale);
    return {
      source: { ...names, status: sale.source.readAt === null ? 'refused' : sale.source.status, refusal },
    };
  }
}

/** Whether it is an NFC-e. */
export function isInvoice(told: BlingOrder | BlingInvoice): told is BlingInvoice {
  return 'outcome' in told;
}

/**
 * What was issued before its connection counted NFC-e is kept, and earns nothing. It may be issued anew until it is authorised; what a
 * person has said of it stands.
 */
function latenessOf(
  told: BlingOrder | BlingInvoice,
  connection: StoreConnection,
  { source }: Sale,
): { lateness?: Lateness | null } {
  const { issuedAt = null } = told;
  const isJudged = source.completedAt !== null || source.lateness === 'earns';
  if (isJudged || issuedAt === null || !connection.consumerInvoicesSince) return {};
  if (isFromBefore(told, connection)) return { lateness: 'held' };
  return source.lateness ? { lateness: null } : {};
}

/** Whether it was issued before its connection counted NFC-e. */
export function isFromBefore(
  { issuedAt = null }: Pick<BlingOrder, 'issuedAt'>,
  { consumerInvoicesSince }: StoreConnection,
): boolean {
  if (issuedAt === null || !consumerInvoicesSince) return false;
  // Bling tells of whole seconds.
  return issuedAt < Math.floor(consumerInvoicesSince.getTime() / 1_000) * 1_000;
}

/** An NFC-e has names of its own for what an order has. */
const OF_INVOICE: Readonly<Record<string, string>> = {
  data: 'dataEmissao',
  total: 'valorNota',
  'transporte.frete': 'valorFrete',
};

function refusalOf({ field, reason }: InvalidOrderError, { source }: Sale): string {
  return consumerInvoiceOf(source) === null
    ? `O campo "${field}" do pedido ${FAULTS[reason]}. Corrija-o no Bling, e o pedido é lido de novo.`
    : `O campo "${OF_INVOICE[field] ?? field}" da NFC-e ${FAULTS[reason]}. Corrija-o no Bling, e a NFC-e é lida de novo.`;
}

/** Whether NFC-e count, or have counted: those that have earned go on beside orders that are read only now. */
function haveCounted({ consumerInvoicesSince, invoicesCountedFrom }: StoreConnection): boolean {
  return Boolean(consumerInvoicesSince ?? invoicesCountedFrom);
}

/** What the order is called, whatever else is wrong with it; and the invoice that it names, where those count or have counted. */
function namesOf({ told, sale, connection }: ReadFromBling): Partial<Sale['source']> {
  const { number, marketplaceNumber, invoiceId } = told;
  const names = [sale.id, sale.source.externalId, number, marketplaceNumber];
  const refs = [...new Set(names.filter((name) => name !== null))];
  const named = isInvoice(told) ? { invoiceNumber: number, accessKey: told.accessKey } : {};
  const isKnown = !haveCounted(connection) || (sale.source.invoiceId ?? null) === invoiceId;
  const own = isKnown ? {} : { invoiceId };
  return { number, marketplaceNumber, refs, ...named, ...own };
}

/** @throws InvalidOrderError */
function amountsOf(read: ReadFromBling): Pick<SalePatch, 'source' | 'content'> {
  const { contactId, ...sold } = toSaleContent(read.told, read.zone, read.linesMatter);
  return {
    source: { ...namesOf(read), contactId },
    content: {
      storeId: storeOf(read),
      soldAt: sold.soldAt,
      totalCents: sold.totalCents,
      freightCents: sold.freightCents,
      otherExpensesCents: sold.otherExpensesCents,
      discountCents: sold.discountCents,
      items: sold.items,
    },
  };
}

/**
 * Without a channel it stays where it was when it was calculated: that a store is given those orders, or is not any more, is no change of the
 * order, by which its benefit would be taken back or given.
 */
function storeOf({ told, sale: { content, benefit }, storeId }: ReadFromBling): string | null {
  const isSettled = told.storeId === null && benefit.programVersion !== null;
  const isWithout = content.storeId === null || isNoChannel(content.storeId);
  return isSettled && isWithout ? content.storeId : storeId;
}

const ORDER_EVENTS: Record<SourceStatus, string> = {
  open: 'Pedido em aberto',
  completed: 'Pedido concluído',
  cancelled: 'Pedido cancelado',
  missing: 'Pedido excluído no ERP',
  refused: 'Pedido recusado: dados inválidos',
};
const INVOICE_EVENTS: Record<SourceStatus, string> = {
  open: 'NFC-e ainda não autorizada',
  completed: 'NFC-e autorizada',
  cancelled: 'NFC-e cancelada ou rejeitada',
  missing: 'NFC-e excluída no ERP',
  refused: 'NFC-e recusada: dados inválidos',
};

/** Whether it is an NFC-e that says of nobody that it was they who bought: by no document, and by no contact but the walk-in one. */
export function isAnonymous(told: BlingOrder | BlingInvoice, { walkInContactId }: StoreConnection): boolean {
  const isNobody = told.contactId === null || told.contactId === walkInContactId;
  return isNobody && isInvoice(told) && told.consumer === null;
}

/** What is new in what the source says, for the sale's timeline; undefined: nothing to speak of. */
export function eventOf(before: Sale, after: Sale, at: Instant): SaleEvent | undefined {
  const isOrder = consumerInvoiceOf(after.source) === null;
  const events = isOrder ? ORDER_EVENTS : INVOICE_EVENTS;
  if (before.source.status !== after.source.status || before.source.readAt === null)
    return { at, event: after.source.status, text: events[after.source.status] };
  if (after.source.refusal !== null && before.source.refusal === null)
    return { at, event: 'refused', text: after.source.refusal };
  if (before.content.totalCents !== after.content.totalCents)
    return {
      at,
      event: 'changed',
      text: `Valores ${isOrder ? 'do pedido alterados' : 'da NFC-e alterados'}`,
    };
  return undefined;
}
