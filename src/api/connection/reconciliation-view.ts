import type { z } from 'zod';
import { saleIdOf } from '../../ids';
import { consumerInvoiceOf } from '../../loyalty';
import type { FoundWhy, Reconciliation } from '../../store';
import { iso, isoOrNull } from '../http';
import type { reconciliationListSchema, reconciliationSchema } from './reconciliation-schema';

/** A comparison as the API answers one. */
export function reconciliationView(report: Reconciliation): z.output<typeof reconciliationSchema> {
  const { merchantId } = report;
  return {
    ...reconciliationSummaryView(report),
    found: report.found.map(({ orderId, why, foundAt, repairedAt }) => ({
      ...{ orderId, why, text: textsFor(orderId)[why] },
      saleId: saleIdOf({ merchantId, channel: 'bling', externalId: orderId }),
      foundAt: iso(foundAt),
      repairedAt: isoOrNull(repairedAt),
    })),
  };
}

/** The same in a list. */
export function reconciliationSummaryView(
  report: Omit<Reconciliation, 'found'>,
): z.output<typeof reconciliationListSchema>['data'][number] {
  const { id, connectionId, trigger, state, failure, lookedAt, missing, differing, deleted, repaired } =
    report;
  return {
    ...{ id, connectionId, trigger, state, failure, lookedAt, missing, differing, deleted, repaired },
    from: iso(report.from),
    until: iso(report.until),
    beganAt: iso(report.beganAt),
    endedAt: isoOrNull(report.endedAt),
  };
}

const TEXTS: Record<FoundWhy, string> = {
  missing: 'O pedido existe no Bling e não era conhecido aqui.',
  unread: 'O pedido era conhecido e ainda não tinha sido lido.',
  situation: 'A situação do pedido no Bling era outra.',
  total: 'O total do pedido no Bling era outro.',
  contact: 'O contato do pedido no Bling era outro.',
  content: 'Itens, frete, data, canal ou NFC-e do pedido no Bling eram outros.',
  unlisted: 'O Bling não lista mais este pedido, que pode ter sido excluído.',
};

const INVOICE_TEXTS: Record<FoundWhy, string> = {
  missing: 'A NFC-e existe no Bling e não era conhecida aqui.',
  unread: 'A NFC-e era conhecida e ainda não tinha sido lida.',
  situation: 'A situação da NFC-e no Bling era outra.',
  total: 'O total da NFC-e no Bling era outro.',
  contact: 'O contato da NFC-e no Bling era outro.',
  content: 'O conteúdo da NFC-e no Bling era outro.',
  unlisted: 'O Bling não lista mais esta NFC-e, que pode ter sido excluída.',
};

function textsFor(externalId: string): Record<FoundWhy, string> {
  return consumerInvoiceOf({ channel: 'bling', externalId }) === null ? TEXTS : INVOICE_TEXTS;
}
