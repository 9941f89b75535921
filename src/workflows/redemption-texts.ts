import type { RedemptionReceipt } from './definitions';
import { cancelledText } from './cancelled';
import { brasiliaTime, inMarkdown } from './markdown';

/*
 * What a redemption's run says of itself, in pt-BR, for whoever opens it in the Temporal UI. Of what a step has done, the step
 * says it (`src/activities/redemption/redemption-details.ts`), in the store's zone.
 */

/** Of a step that was done before steps said it themselves. */
export function redemptionText({ type, amount, state, reservedUntil }: RedemptionReceipt): string {
  const what = type === 'cashback' ? `${inMarkdown(reais(amount))} de cashback` : points(amount);
  const until = state === 'reserved' ? ` até ${brasiliaTime(Date.parse(reservedUntil))}` : '';
  return `**Resgate**: ${what} · ${STATE_TEXT[state]}${until}`;
}

/** A run that somebody has cancelled. `receipt` null: nothing was ever reserved. */
export function endedRedemptionText(receipt: RedemptionReceipt | null, details: string, now: number): string {
  const reserved =
    receipt?.state === 'reserved'
      ? 'O saldo continua reservado e ainda pode ser confirmado ou devolvido pela loja. Se ninguém o usar, a varredura de execuções perdidas o devolve depois do fim da reserva.'
      : 'Nada estava reservado.';
  return cancelledText(`${reserved} Cancelar a execução não move valor.`, details, now);
}

const STATE_TEXT: Record<RedemptionReceipt['state'], string> = {
  reserved: 'reservado',
  confirmed: 'usado',
  released: 'devolvido pela loja',
  expired: 'devolvido por fim da reserva',
  rolled_back: 'uso desfeito',
};

function reais(cents: number): string {
  return `R$ ${grouped(Math.floor(cents / 100))},${String(cents % 100).padStart(2, '0')}`;
}

function points(amount: number): string {
  return amount === 1 ? '1 ponto' : `${grouped(amount)} pontos`;
}

/** `1.234.567` */
function grouped(amount: number): string {
  const digits = String(amount);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join('.');
}
