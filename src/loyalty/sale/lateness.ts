import type { Instant } from '../basis';
import { consumerInvoiceOf } from './consumer-invoice';
import type { Lateness, Sale } from './sale';

/** A sale that nobody has claimed for this long belongs to nobody; one that is told of later than this earns only by an express word. */
export const CLAIM_WINDOW_MS = 90 * 86_400_000;

/**
 * How late a posted sale is. What has once been let earn, or has been calculated, stays as it is, however its date is told later.
 * @param soldAt as it is told now
 * @param earnLate whether its channel says that it earns all the same; null: it comes with a file, where age is nothing wrong
 */
export function latenessOf(
  { source, benefit, createdAt }: Pick<Sale, 'source' | 'benefit' | 'createdAt'>,
  soldAt: Instant,
  earnLate: boolean | null,
): Lateness | null {
  const known = source.lateness ?? null;
  if (known === 'earns' || benefit.programVersion !== null) return known;
  if (earnLate === null || soldAt + CLAIM_WINDOW_MS > createdAt) return null;
  return earnLate ? 'earns' : 'held';
}

/** Why a sale that is `held` earns nothing; pt-BR. */
export function whyHeld(source: Pick<Sale['source'], 'channel' | 'externalId'>): string {
  if (consumerInvoiceOf(source) !== null)
    return 'A NFC-e foi emitida antes de a conexão passar a contar as NFC-e: ela fica registrada e não gera benefício.';
  return source.channel === 'bling'
    ? 'O pedido veio com o histórico do Bling, de antes da conexão: ele fica registrado e não gera benefício.'
    : 'A venda foi informada mais de 90 dias depois da sua data: ela fica registrada e não gera benefício, a não ser que seja enviada de novo com earnLate: true.';
}
