import type { Program } from '../../program';
import { andList, durationWords, messageChannelName, orList } from '../phrases';
import { isZeroDuration } from '../../calendar';
import type { Given, RegulationSection } from './given';

type Messages = Program['messages'];
type Channels = NonNullable<Messages['earned']>['channels'];

/** What a customer is written to about; null where nothing is sent. */
export function messagesSection({ program }: Given): RegulationSection | null {
  const occasions = messageOccasions(program.messages);
  if (occasions.length === 0) return null;
  return {
    heading: 'Mensagens',
    paragraphs: [`Você recebe uma mensagem: ${occasions.join('; ')}.`, ...fairness(program.messages)],
  };
}

/** What becomes of an end of which nobody could be told: no more is promised here than fair expiry gives. */
function fairness({ expiring }: Messages): string[] {
  if (expiring?.fair !== true) return [];
  const leads = expiring.before.map((lead) => (isZeroDuration(lead) ? '1 dia' : durationWords(lead)));
  const longest =
    leads.length > 1 ? ': o maior prazo entre os avisos que ainda estavam por vir quando ele foi ganho' : '';
  return [
    'Se no fim da validade de um benefício ganho numa compra o aviso de vencimento ainda estiver por sair, porque espera a hora ' +
      'permitida, o envio está suspenso ou será tentado de novo, ele não vence nesse dia e ganha, uma única vez, mais ' +
      `${orList(leads)}${longest}.`,
    'Vence na data o que já foi avisado; o que não há como avisar, por falta de contato, a seu pedido, pelo limite de mensagens ou ' +
      'porque o envio não deu certo; o que vem de compra registrada sem mensagens ou de crédito dado pela loja; e, se a loja não ' +
      'estiver enviando mensagens, todo benefício.',
  ];
}

/** A message of benefit taken or given back that has no channels of its own goes out on those of `earned`. */
function messageOccasions(messages: Messages): string[] {
  const { earned, expiring, expired, returned = earned, repurchase } = messages;
  return [
    ...(earned ? [`quando uma compra rende benefício, por ${through(earned.channels)}`] : []),
    ...(expiring
      ? [
          `${andList(expiring.before.map(reminderWords))} de um benefício vencer, por ${through(expiring.channels)}`,
        ]
      : []),
    ...(expired ? [`quando um benefício vence sem uso, por ${through(expired.channels)}`] : []),
    ...(returned ? [`quando um benefício é retirado ou devolvido, por ${through(returned.channels)}`] : []),
    ...(repurchase
      ? [
          `${durationWords(repurchase.after)} depois de uma compra, se você não tiver voltado a comprar, ` +
            `por ${through(repurchase.channels)}`,
        ]
      : []),
    ...customerOccasions(messages),
  ];
}

/** What no single sale is the reason of. */
function customerOccasions({ welcome, balance, winBack, birthday }: Messages): string[] {
  return [
    ...(welcome
      ? [
          `de boas-vindas, ${durationWords(welcome.after)} depois da sua primeira compra, ` +
            `por ${through(welcome.channels)}`,
        ]
      : []),
    ...(balance
      ? [`com o seu saldo, se houver, no dia ${balance.day} de cada mês, por ${through(balance.channels)}`]
      : []),
    ...(winBack
      ? [
          `${andList(winBack.after.map(durationWords))} depois da última compra, se você não tiver voltado, ` +
            `por ${through(winBack.channels)}`,
        ]
      : []),
    ...(birthday ? [`no seu aniversário, se a loja souber a data, por ${through(birthday.channels)}`] : []),
  ];
}

function reminderWords(before: string): string {
  return isZeroDuration(before) ? 'no último dia antes' : `${durationWords(before)} antes`;
}

function through(channels: Channels): string {
  return andList(channels.map(messageChannelName));
}
