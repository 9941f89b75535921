import type { ReadAnswer, Standing, StoreConnection } from '../../store';

/** The steps until a merchant's customers are written to, in their order. */
export const STEPS = ['connect', 'authorize', 'program', 'reference_sale', 'messages'] as const;

/** Those without which nobody goes live. */
export const NEEDED: readonly Step[] = ['connect', 'authorize', 'program', 'reference_sale'];

export type Step = (typeof STEPS)[number];

/** What lacks, by name. */
export type Lack =
  | 'no_connection'
  | 'authorization_lost'
  | 'not_checked'
  | 'orders_refused'
  | 'contacts_refused'
  | 'bling_silent'
  | 'no_program'
  | 'no_approved_sale'
  | 'approval_before_authorization'
  | 'program_changed'
  | 'no_channel'
  | 'not_tested'
  | 'test_failed';

/** What the steps are judged by. */
export interface ActivationFacts {
  standing: Standing;
  connections: readonly StoreConnection[];
  /** The version in force; null: none was published. */
  programVersion: number | null;
  /** By which channels the installation sends. */
  channels: ReadonlySet<'whatsapp' | 'email'>;
}

/**
 * What lacks of each step. Connections that work are enough: one that does not is shown where it is. What was checked or approved
 * before the store was authorised last, or under another version of the program, does not count.
 */
export function lacksOf({
  standing,
  connections,
  programVersion,
  channels,
}: ActivationFacts): Record<Step, Lack[]> {
  const working = connections.filter(({ state }) => state === 'connected');
  return {
    connect: working.length > 0 ? [] : [connections.length > 0 ? 'authorization_lost' : 'no_connection'],
    authorize: working.length === 0 ? ['not_checked'] : lacksOfReads(standing, working),
    program: programVersion === null ? ['no_program'] : [],
    reference_sale: lacksOfSale(standing, working, programVersion),
    messages: lacksOfMessages(standing, channels),
  };
}

function lacksOfReads({ checks }: Standing, working: readonly StoreConnection[]): Lack[] {
  const each = working.map(({ id, authorizedAt }): Lack[] => {
    const check = checks?.[id];
    if (!check || check.at < authorizedAt) return ['not_checked'];
    const answers: ReadAnswer[] = [check.orders, check.contacts];
    return [
      ...(check.orders === 'refused' ? (['orders_refused'] as const) : []),
      ...(check.contacts === 'refused' ? (['contacts_refused'] as const) : []),
      ...(answers.includes('silent') ? (['bling_silent'] as const) : []),
    ];
  });
  return each.some((lacks) => lacks.length === 0) ? [] : [...new Set(each.flat())];
}

function lacksOfSale(
  { approved }: Standing,
  working: readonly StoreConnection[],
  programVersion: number | null,
): Lack[] {
  if (!approved) return ['no_approved_sale'];
  const connection = working.find(({ id }) => id === approved.connectionId);
  if (!connection || approved.at < connection.authorizedAt) return ['approval_before_authorization'];
  return approved.programVersion === programVersion ? [] : ['program_changed'];
}

/** One channel that has sent something to somebody of the merchant is enough, unless it is known not to have arrived. */
function lacksOfMessages({ tested }: Standing, channels: ActivationFacts['channels']): Lack[] {
  if (channels.size === 0) return ['no_channel'];
  const tests = [...channels].flatMap((channel) => tested?.[channel] ?? []);
  if (tests.some(({ failure = null }) => failure === null)) return [];
  return [tests.length > 0 ? 'test_failed' : 'not_tested'];
}

/** What lacks in words, and what to do. */
export const LACK_WORDS: Record<Lack, string> = {
  no_connection: 'Nenhuma empresa do Bling está conectada. Conecte a primeira e autorize no Bling.',
  authorization_lost: 'O Bling não aceita mais a autorização da empresa. Conecte-a de novo.',
  not_checked: 'Ainda não foi conferido o que o Bling deixa ler. Confira a autorização.',
  orders_refused:
    'O Bling recusa a leitura dos pedidos de venda. Autorize de novo com um usuário que tenha essa permissão e confira outra vez.',
  contacts_refused:
    'O Bling recusa a leitura dos contatos. Autorize de novo com um usuário que tenha essa permissão e confira outra vez.',
  bling_silent: 'O Bling não respondeu. Espere alguns minutos e confira de novo.',
  no_program: 'Nenhum programa foi publicado. Monte o programa e publique-o.',
  no_approved_sale:
    'Nenhuma venda de referência foi aprovada. Escolha um pedido do passado, veja o que ele ganharia e aprove o cálculo.',
  approval_before_authorization:
    'A empresa da venda de referência não está conectada, ou foi autorizada de novo depois da aprovação. Conecte-a, veja outra vez o que um pedido do passado ganharia e aprove o cálculo.',
  program_changed:
    'O programa mudou depois que a venda de referência foi aprovada. Veja o que ela ganha na versão em vigor e aprove de novo.',
  no_channel:
    'Nem WhatsApp nem e-mail estão configurados nesta instalação: nenhuma mensagem sairá. Fale com quem cuida do Retorno.',
  not_tested: 'Nenhuma mensagem de teste saiu ainda. Envie uma para você mesmo e confira se ela chegou.',
  test_failed:
    'A última mensagem de teste saiu e não chegou. Veja o motivo, confira o número e envie outra, ou teste por e-mail.',
};
