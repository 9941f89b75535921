import { saleIdOf } from '../../ids';
import type { BlingInvoice, BlingOrder } from '../../bling';
import type { ProgramVersion, StoreConnection } from '../../store';
import { consumerInvoiceOf, patched } from '../../loyalty';
import type { Instant, Sale, SalePatch, SourceStatus } from '../../loyalty';
import type { SaleInput } from '../../workflows';
import { currentInstant, MissingRecordError } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { wakeFormerInvoice } from './invoice-of-order';
import { askOrPark, parkOrphan } from './park-sale';
import { saleChange } from './sale-change';
import { contentOf, eventOf } from './told-by-bling';

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
    if (isLeftAsItIs(sale, connection)) return leaveAsItIs(sale);
    const asked = await ask(sale, connection);
    if (!asked) return asKnown(sale);
    const told = asked.answer;
    const said = told
      ? contentOf({ told, connection, zone, sale, linesMatter: await linesMatter(sale, current) })
      : { source: { status: 'missing' as const, refusal: null } };
    const read = patched(sale, said);
    const completedAt = sale.source.completedAt ?? (read.source.status === 'completed' ? now : null);
    const patch = { ...said, source: { ...said.source, completedAt, parked: stillParked(read) } };
    const change = saleChange(sale, patch, eventOf(sale, read, now));
    if (change) await store.sales.change({ ...change, patch: readAt(patch, now) });
    if (sale.source.invoiceId !== read.source.invoiceId) await wakeFormerInvoice(deps, sale);
    return readingOf(read);
  }

  /** Nobody asks for it any more: it waits for no answer either. */
  async function leaveAsItIs(sale: Sale): Promise<SaleReading> {
    const waits = sale.source.parked && sale.source.parked.asked !== 'contact';
    const change = waits ? saleChange(sale, { source: { parked: null } }) : undefined;
    if (change) await store.sales.change(change);
    return asKnown(sale);
  }

  /** Asks for the order, or the NFC-e, that the sale is. */
  function ask(
    sale: Sale,
    connection: StoreConnection,
  ): Promise<{ answer: BlingOrder | BlingInvoice | null } | null> {
    const { id: connectionId, companyId } = connection;
    const account = { connectionId, companyId };
    const invoiceId = consumerInvoiceOf(sale.source);
    return invoiceId === null
      ? askOrPark(deps, sale, connection, 'order', () => bling.getOrder(account, sale.source.externalId))
      : askOrPark(deps, sale, connection, 'invoice', () => bling.getInvoice(account, invoiceId));
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

/** Once its connection counts NFC-e no more, what is known of one stays as it is: what was not read by then is not read. */
function isLeftAsItIs({ source }: Sale, { consumerInvoicesSince }: StoreConnection): boolean {
  return consumerInvoiceOf(source) !== null && !consumerInvoicesSince;
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
