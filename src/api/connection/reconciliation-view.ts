import type { z } from 'zod';
import { saleIdOf } from '../../ids';
import type { FoundWhy, Reconciliation } from '../../store';
import { iso, isoOrNull } from '../http';
import type { reconciliationListSchema, reconciliationSchema } from './reconciliation-schema';

/** A comparison as the API answers one. */
export function reconciliationView(report: Reconciliation): z.output<typeof reconciliationSchema> {
  const { merchantId } = report;
  return {
    ...reconciliationSummaryView(report),
    found: report.found.map(({ orderId, why, foundAt, repairedAt }) => ({
      ...{ orderId, why, text: TEXTS[why] },
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
  unlisted: 'O Bling não lista mais este pedido, que pode ter sido excluído.',
};
