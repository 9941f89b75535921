import { saleIdOf } from '../../ids';
import type { BlingInvoice, BlingOrder } from '../../bling';
import { soldIn } from '../../store';
import type { StoreConnection } from '../../store';
import {
  buyerToldBy,
  consumerInvoiceOf,
  isBuyerUnasked,
  patched,
  purchaseIds,
  purchaseRefs,
  standingOf,
} from '../../loyalty';
import type { Instant, ParkedSale, Sale, SalePatch, SourceStatus } from '../../loyalty';
import type { SaleInput } from '../../workflows';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { wakeFormerInvoice } from './invoice-of-order';
import { linesMatter } from './lines-matter';
import { lookForItsOrder } from './order-of-invoice';
import { askOrPark, parkOrphan } from './park-sale';
import { saleChange } from './sale-change';
import { contentOf, eventOf, isAnonymous, isInvoice } from './told-by-bling';

/** What the workflow needs to know after a look at the source. */
export interface SaleReading {
  sourceStatus: SourceStatus;
  /** The order names a contact that has still to be looked up. */
  identify: boolean;
}

/**
 * Looks up the contact that a sale's order names. `sale`: as it is stored; `invoice`: the NFC-e that it is, where that has just been read.
 */
export type Identify = (
  sale: Sale,
  connection: StoreConnection,
  invoice: BlingInvoice | null,
) => Promise<unknown>;

const DEFAULT_ZONE = 'America/Sao_Paulo';
/** Events of one change come within such a time. */
const READ_JUST_NOW_MS = 60_000;

/**
 * Asks the source what the sale is now and whose, and stores it. The first reading opens the sale. Order and contact are one look, under
 * one place in the line of Bling's callers.
 */
export function createReadSale(
  deps: ActivityDeps,
  identify: Identify,
): (input: SaleInput) => Promise<SaleReading> {
  const { store, bling } = deps;

  async function readBling(input: SaleInput, connectionId: string): Promise<SaleReading> {
    const { merchantId } = input;
    const [connection, current, known, withoutChannel] = await Promise.all([
      store.connections.get(merchantId, connectionId),
      store.programs.current(merchantId),
      store.sales.get(merchantId, saleIdOf(input)),
      soldIn(store.shops, { merchantId, connectionId }, null),
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
    if (isLeftAsItIs(sale, connection)) return leaveAsItIs(sale);
    const asked = await ask(sale, connection);
    if (!asked) return asKnown(sale);
    const told = asked.answer;
    const said = told
      ? contentOf({
          ...{ told, connection, zone, sale, storeId: told.storeId ?? withoutChannel },
          linesMatter: await linesMatter(store, sale, current),
        })
      : { source: { status: 'missing' as const, refusal: null } };
    const read = patched(sale, said);
    const isNobody = told !== null && isAnonymous(told, connection);
    const paid = await mayHavePaid(read);
    const reading = readingOf(read, isNobody, paid === true);
    const completedAt = sale.source.completedAt ?? (read.source.status === 'completed' ? now : null);
    const parked = stillParked(read, reading);
    const owner = isNobody ? { identifiedBy: buyerToldBy(read.source) } : {};
    const over = paid === false ? { benefit: { voided: true } } : {};
    const patch = { ...said, ...over, source: { ...said.source, completedAt, parked }, owner };
    const event = eventOf(sale, read, now);
    const change = saleChange(sale, patch, event);
    const kept = change
      ? await store.sales.change({ ...change, patch: readAt(patch, now) })
      : await keepReading(sale, now);
    if (sale.source.invoiceId !== read.source.invoiceId) await wakeFormerInvoice(deps, sale);
    if (!reading.identify || wasRefused(connection)) return reading;
    const invoice = told && isInvoice(told) ? told : null;
    return { ...reading, identify: await isLeft(() => identify(kept, connection, invoice)) };
  }

  /**
   * Whether somebody's benefit may have paid a sale that has come to be over before it was known whose it is: it goes back to its own
   * customer, and to nobody else (R25, R46). Nobody's did: then none has to go back, however often it is read (R43). Null: it is not such
   * a sale; one that counts by another is not over by itself.
   */
  async function mayHavePaid(sale: Sale): Promise<boolean | null> {
    const isOver = sale.source.status !== 'completed' && standingOf(sale) === 'cancelled';
    if (!isOver || sale.benefit.voided || !isBuyerUnasked(sale)) return null;
    const { merchantId } = sale;
    const [loose, kept] = await Promise.all([
      store.redemptions.loose(merchantId, purchaseRefs(sale)),
      store.redemptions.ofSale(merchantId, purchaseIds(sale)),
    ]);
    return loose.length > 0 || kept.length > 0;
  }

  /**
   * That it was read is kept though it is as it was, where its last reading is some time ago: what comparisons find among what was changed
   * is not read again and again.
   */
  async function keepReading(sale: Sale, now: Instant): Promise<Sale> {
    if (now - (sale.source.readAt ?? 0) < READ_JUST_NOW_MS) return sale;
    return store.sales.change({ sale, patch: { source: { readAt: now } } });
  }

  /** Nobody asks for it any more: it waits for no answer either. */
  async function leaveAsItIs(sale: Sale): Promise<SaleReading> {
    const waits = sale.source.parked && sale.source.parked.asked !== 'contact';
    const change = waits ? saleChange(sale, { source: { parked: null } }) : undefined;
    if (change) await store.sales.change(change);
    return asKnown(sale);
  }

  /** Asks for the order, or the NFC-e, that the sale is; of that also for its order. */
  async function ask(
    sale: Sale,
    connection: StoreConnection,
  ): Promise<{ answer: BlingOrder | BlingInvoice | null } | null> {
    const { id: connectionId, companyId } = connection;
    const account = { connectionId, companyId };
    const invoiceId = consumerInvoiceOf(sale.source);
    if (invoiceId === null)
      return askOrPark(deps, sale, connection, 'order', () =>
        bling.getOrder(account, sale.source.externalId),
      );
    const asked = await askOrPark(deps, sale, connection, 'invoice', () =>
      bling.getInvoice(account, invoiceId),
    );
    const invoice = asked?.answer;
    if (invoice?.outcome === 'completed') await lookForItsOrder(deps, { sale, invoice, connection });
    return asked;
  }

  return async (input) => {
    if (input.connectionId !== null) return readBling(input, input.connectionId);
    const sale = await store.sales.get(input.merchantId, input.saleId);
    if (!sale) throw new MissingRecordError(`Sale ${input.saleId} was signalled but never stored.`);
    return readingOf(sale, false);
  };
}

/** Once its connection counts NFC-e no more, what is known of one stays as it is: what was not read by then is not read. */
function isLeftAsItIs({ source }: Sale, { consumerInvoicesSince }: StoreConnection): boolean {
  return consumerInvoiceOf(source) !== null && !consumerInvoicesSince;
}

/**
 * Where the contact is not told just now, what was read of the order stands, and a step of its own looks it up: that one waits, is tried
 * again and says what it fails with, and the order is not asked for again.
 */
async function isLeft(identify: () => Promise<unknown>): Promise<boolean> {
  try {
    await identify();
    return false;
  } catch {
    return true;
  }
}

/** The order's answer has changed what is known of it: for the contact it is read anew. */
function wasRefused({ refused, invoicesRefused }: StoreConnection): boolean {
  return Boolean(refused ?? invoicesRefused);
}

/** It is to be settled at once: where its run is lost before that, the sweep finds it by this. */
function readAt(patch: SalePatch, now: Instant): SalePatch {
  return { ...patch, source: { ...patch.source, readAt: now }, benefit: { ...patch.benefit, nextAt: now } };
}

/**
 * @param isAnonymous there is nobody to be identified by what was read
 * @param isWanted somebody has to know whose it is, though it earns nothing
 */
function readingOf({ source, owner }: Sale, isAnonymous: boolean, isWanted = false): SaleReading {
  const isNew = source.status === 'completed' && buyerToldBy(source) !== owner.identifiedBy;
  return { sourceStatus: source.status, identify: (isNew || isWanted) && !isAnonymous };
}

/** A sale that is parked goes on with what was known of it. */
function asKnown({ source: { status } }: Sale): SaleReading {
  return { sourceStatus: status, identify: false };
}

/** What was refused is not answered by another thing that is. */
function stillParked({ source: { parked = null } }: Sale, { identify }: SaleReading): ParkedSale | null {
  return parked?.asked === 'contact' && identify ? parked : null;
}
