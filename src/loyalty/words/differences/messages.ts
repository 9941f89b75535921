import { FOLLOW_UP_KINDS } from '../../follow-up';
import type { Program } from '../../program';
import { andList, durationWords, messageChannelName } from '../phrases';
import { always, fromTo, switched, together } from './change';
import type { Compare, ProgramChange } from './change';
import { sameDuration, sameSet } from './texts';

type Messages = Program['messages'];
type Kind = keyof Messages;
type Channels = NonNullable<Messages[Kind]>['channels'];

const NAMES: Record<Kind, string> = {
  earned: 'benefício ganho',
  expiring: 'benefício a vencer',
  expired: 'benefício vencido',
  returned: 'benefício retirado ou devolvido',
  repurchase: 'recompra',
  welcome: 'boas-vindas',
  balance: 'saldo do mês',
  winBack: 'convite para voltar',
  birthday: 'aniversário',
};
const KINDS: Kind[] = [
  ...(['earned', 'expiring', 'expired', 'returned', 'repurchase'] as const),
  ...FOLLOW_UP_KINDS,
];

/** Messages that are no longer sent, or newly so, or at another time or elsewhere. */
export const compareMessages: Compare<Messages> = together<Messages>([
  ...KINDS.flatMap((kind) => [comparePresence(kind), compareChannels(kind)]),
  whereKept(
    ({ expiring }) => expiring,
    always('messages.expiring.before', ({ before }) => before, remindersText, sameReminders),
  ),
  whereKept(
    ({ expiring }) => expiring,
    switched('messages.expiring.fair', ({ fair }) => fair, {
      on: 'O que venceria sem que o cliente pudesse ser avisado passa a valer por mais tempo, uma vez',
      off: 'O que vence sem que o cliente pudesse ser avisado deixa de valer por mais tempo',
    }),
  ),
  whereKept(
    ({ repurchase }) => repurchase,
    always(
      'messages.repurchase.after',
      ({ after }) => after,
      fromTo('O tempo entre a compra e a mensagem de recompra', durationWords),
      sameDuration,
    ),
  ),
  whereKept(
    ({ welcome }) => welcome,
    always(
      'messages.welcome.after',
      ({ after }) => after,
      fromTo('O tempo entre a primeira compra e a mensagem de boas-vindas', durationWords),
      sameDuration,
    ),
  ),
  whereKept(
    ({ balance }) => balance,
    always('messages.balance.day', ({ day }) => day, fromTo('O dia da mensagem de saldo do mês', String)),
  ),
  whereKept(
    ({ winBack }) => winBack,
    always('messages.winBack.after', ({ after }) => after, stepsText, sameReminders),
  ),
]);

/** Looks at a message only where both versions send it. */
function whereKept<Message>(
  read: (messages: Messages) => Message | undefined,
  compare: Compare<Message>,
): Compare<Messages> {
  return (before, after) => {
    const [former, next] = [read(before), read(after)];
    return former && next ? compare(former, next) : [];
  };
}

function compareChannels(kind: Kind): Compare<Messages> {
  const path = `messages.${kind}.channels`;
  return whereKept(
    (messages) => messages[kind]?.channels,
    always(path, (channels) => channels, channelsText(kind), sameSet),
  );
}

function comparePresence(kind: Kind): Compare<Messages> {
  return (before, after): ProgramChange[] => {
    const message = after[kind];
    const path = `messages.${kind}`;
    if (!before[kind] && message) return [{ path, kind: 'added', text: startedText(kind, message.channels) }];
    return before[kind] && !message ? [{ path, kind: 'removed', text: stoppedText(kind) }] : [];
  };
}

/** Without channels of its own the message of benefit taken back or given back goes where `earned` goes. */
function startedText(kind: Kind, channels: Channels): string {
  const name = `mensagem de ${NAMES[kind]}`;
  return kind === 'returned'
    ? `A ${name} passa a ter canais próprios: ${through(channels)}`
    : `Os clientes passam a receber a ${name}, por ${through(channels)}`;
}

function stoppedText(kind: Kind): string {
  const name = `mensagem de ${NAMES[kind]}`;
  return kind === 'returned'
    ? `A ${name} passa a sair pelos mesmos canais da mensagem de ${NAMES.earned}`
    : `Os clientes deixam de receber a ${name}`;
}

function channelsText(kind: Kind): (before: Channels, after: Channels) => string {
  return (before, after) =>
    `A mensagem de ${NAMES[kind]} passa a sair por ${through(after)} (antes, por ${through(before)})`;
}

function through(channels: Channels): string {
  return andList(channels.map(messageChannelName));
}

function remindersText(before: string[], after: string[]): string {
  const when = (list: string[]): string => andList(list.map(reminderWords));
  return `Os avisos de vencimento passam a sair ${when(after)} (antes: ${when(before)})`;
}

function stepsText(before: string[], after: string[]): string {
  const when = (list: string[]): string => andList(list.map(durationWords));
  return `Os convites para voltar passam a sair ${when(after)} depois da última compra (antes: ${when(before)})`;
}

function reminderWords(before: string): string {
  const words = durationWords(before);
  return words === 'na hora' ? 'no último dia' : `${words} antes`;
}

function sameReminders(a: string[], b: string[]): boolean {
  return sameSet(a.map(durationWords), b.map(durationWords));
}
