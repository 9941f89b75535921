import type { Instant } from '../../loyalty';
import type { ActivityDeps } from './deps';
import type { Unwakable } from './one-by-one';

/** What could not be woken stays asleep until its trouble is over: whoever can mend it is told. */
export async function raiseUnwakable(
  { alerts }: ActivityDeps['store'],
  merchantId: string,
  { items, failure }: Unwakable,
  now: Instant,
): Promise<void> {
  await alerts.raise(
    { merchantId, kind: 'step_stuck', subject: 'waking' },
    { text: UNWAKABLE_TEXT, facts: { items, failure } },
    new Date(now),
  );
}

const UNWAKABLE_TEXT =
  'Há itens atrasados que não puderam ser retomados: cada tentativa encontra o mesmo erro, como quando uma cópia antiga do banco de dados foi restaurada e falta um registro. ' +
  'Os demais foram retomados, e estes continuam sendo tentados a cada varredura. O que fazer: procure no registro (log) do worker as linhas “what was late could not be woken”, que dizem quais são, e as envie à equipe técnica. ' +
  'Este alerta se encerra sozinho uma hora depois da última varredura que encontrou algum.';
