import type { SaleContent, SaleEvent, SalePatch } from '../../loyalty';

/** An order of long ago, as its source has it: it was completed before anybody looked. */
export interface PastSale extends Omit<SaleContent, 'channel'> {
  externalId: string;
  number: string | null;
  marketplaceNumber: string | null;
  contactId: string | null;
  /** The NFC-e that it names, as far as it was read; null: none. */
  invoiceId: string | null;
  zone: string;
  /** Who bought, as far as that is known; null: nobody that could be recognised. */
  customerId: string | null;
  /** Whether it earns all the same; nobody is written to about it either way. */
  earn: boolean;
}

/** What makes a past order of a sale that is opened by it. */
export function pastChange(
  saleId: string,
  past: PastSale,
  at: number,
): { patch: SalePatch; event: SaleEvent } {
  const { externalId, number, marketplaceNumber, contactId, customerId, invoiceId, earn, ...content } = past;
  const names = [saleId, externalId, number, marketplaceNumber];
  return {
    patch: {
      source: {
        ...{ number, marketplaceNumber, contactId, ...(invoiceId === null ? {} : { invoiceId }) },
        refs: [...new Set(names.filter((name) => name !== null))],
        status: 'completed',
        lateness: earn ? 'earns' : 'held',
        completedAt: at,
        readAt: at,
      },
      content,
      // Where nobody was recognised, whoever reads the order again looks for its contact.
      owner: customerId === null ? {} : { customerId, identifiedBy: contactId },
      notices: { silent: true },
      // Due at once: where its run is lost before it has settled this, the sweep finds it.
      benefit: { nextAt: at },
    },
    event: { at, event: 'completed', text: 'Pedido concluído, do histórico do Bling' },
  };
}
