import type { Store } from '../../src/store';

/** Everything that is asked of the database for an import of contacts, and of past orders. */
export async function contactsImported(
  { contactImports, sales }: Store,
  merchantId: string,
  connectionId: string,
  now: Date,
): Promise<void> {
  const about = { id: 'imp_contacts', merchantId, connectionId, cause: 'person' as const };
  const asked = { ...about, changed: null, history: null, zone: 'America/Sao_Paulo' };
  const opened = (await contactImports.open(asked, now))!;
  await contactImports.open({ ...asked, id: 'imp_other' }, now);
  await contactImports.get(merchantId, opened.id);
  await contactImports.openOf(merchantId, connectionId);
  for (const place of [{}, { before: now, beforeId: 'x' }])
    await contactImports.list(merchantId, { limit: 2, ...place });
  await contactImports.advance(opened, { page: 2 });
  await contactImports.setPaused(merchantId, opened.id, true, now);
  await contactImports.unfinished(merchantId, now, { at: 0, id: '' }, 10);
  await contactImports.end(merchantId, opened.id, 'cancelled', now);
  await contactImports.latestFinished(merchantId, connectionId);
  const past = {
    ...{ externalId: '1', number: null, marketplaceNumber: null, contactId: null, zone: asked.zone },
    invoiceId: '234',
    ...{ customerId: null, earn: false, soldAt: now.getTime(), storeId: null, items: [] },
    ...{ totalCents: 100, freightCents: 0, otherExpensesCents: 0, discountCents: 0 },
  };
  await sales.keepPast({ merchantId, channel: 'bling', externalId: '1' }, connectionId, past, now);
}
