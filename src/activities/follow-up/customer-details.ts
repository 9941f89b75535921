import type { FollowUp, FollowUpKind, Instant, Zone } from '../../loyalty';
import { inList, inParagraphs } from '../../workflows';
import type { CustomerInput } from '../../workflows';
import { localTime } from '../runtime';

const NAMES: Record<FollowUpKind, string> = {
  welcome: 'boas-vindas',
  balance: 'saldo do mês',
  winBack: 'convite para voltar',
  birthday: 'mensagem do dia',
};

/**
 * What a customer's run says of itself, in pt-BR: what is told next, and when. Of a birthday it names neither what nor when: that would be
 * somebody's date of birth.
 * @param zone null: nobody is to be written to
 */
export function customerDetails(
  { customerId }: CustomerInput,
  next: FollowUp | null,
  zone: Zone | null,
  now: Instant,
): string {
  if (zone === null || next === null)
    return inParagraphs([`**Cliente** ${customerId}`, 'Não há mensagem prevista.']);
  const kind = next.occasion.split('/')[0] as FollowUpKind;
  return inParagraphs([
    `**Cliente** ${customerId}`,
    inList([
      `Próxima mensagem: ${NAMES[kind]}`,
      ...(kind === 'birthday' ? [] : [`Quando: ${localTime(Math.max(next.at, now), zone)}`]),
      'Antes de sair, tudo é conferido de novo: uma compra, um uso, uma devolução ou a recusa de mensagens a cancela.',
    ]),
  ]);
}
