import { nameKey } from '../../../loyalty';
import { mendedText } from '../../../text';
import { plain, wordKey } from './cell';
import { readInstant } from './dates';
import type { StatusKind } from './status-columns';

/** What a value says of its sale; `ignore`: nothing. */
export const STATUS_MEANINGS = ['completed', 'open', 'cancelled', 'ignore'] as const;
/** One of them. */
export type StatusMeaning = (typeof STATUS_MEANINGS)[number];

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Only whole words mean that a sale is done; that it is not done, and that it is over, is understood in any inflection. */
const COMPLETED = set(
  'concluido concluida atendido atendida finalizado finalizada pago paga quitado quitada aprovado aprovada entregue recebido ' +
    'recebida liquidado liquidada completo completa completed complete paid approved delivered',
);
const OPEN =
  /^(?:abert(?!ur)|pendente|pending|aguard(?!ente)|andamento|open(?:ed)?$|recus|negad|reprov|rejeit|refused|denied|declined|failed|falh|expirad|unpaid|authorized|autorizad|rascunho)/;
const CANCELLED =
  /^(?:cancel|devolv|devoluc|estorn|reembols|refund|void(?:ed)?$|chargeback|returned|excluid|deletad|fraud|anul|inutiliz|desist)/;
/** Before what is done: it is not. */
const NOT = set('nao not');
const BEING_DONE = /^(?:autoriz|authoriz|confirm|process|fatur)/;
const BESIDE = set(
  'pedido pedidos venda compra pagamento em de do da pelo pela por no na cliente comprador vendedor loja o a payment order',
);
const YES = set('sim s yes y true verdadeiro x');
const NO = set('nao n no false falso');

/** Where a sale of Brazil was delivered to: what a column called `Estado` may as well hold. */
const PLACES = set(
  'ac al ap am ba ce df es go ma mt ms mg pa pb pr pe pi rj rn rs ro rr sc sp se to acre alagoas amapa amazonas bahia ceara ' +
    'distritofederal espiritosanto goias maranhao matogrosso matogrossodosul minasgerais para paraiba parana pernambuco piaui ' +
    'riodejaneiro riograndedonorte riograndedosul rondonia roraima santacatarina saopaulo sergipe tocantins',
);

/** Whether a value of a bare `Estado` is a place or nothing. */
export function isPlace(key: string): boolean {
  return key === '' || PLACES.has(key);
}

/** Longer ones are notes and no statuses, as those with a figure are codes. */
const LONGEST = 40;

/** Stands for all dates. */
const A_DATE = 'data';
/** Stands for all amounts but zero, where a column says how much was given back. */
const AN_AMOUNT = 'valor';

/** What a value of such a column is counted and answered under: all dates are one. Blank: empty. */
export function statusKey(kind: StatusKind, text: string): string {
  const bare = plain(text);
  const date = readInstant(bare, 'UTC');
  if ('value' in date && date.value !== undefined) return A_DATE;
  if (kind !== 'cancelled' || !/^[R$\s\d.,-]+$/.test(bare)) return wordKey(bare);
  return /[1-9]/.test(bare) ? AN_AMOUNT : '';
}

/** How a value is shown to who has to say what it means. */
export function statusText(key: string, text: string): string {
  if (key === '') return '';
  return key === A_DATE || key === AN_AMOUNT ? key : mendedText(plain(text).slice(0, 40));
}

/** What a value means by itself; null: that has to be asked. */
export function knownMeaning(kind: StatusKind, key: string, text: string): StatusMeaning | null {
  if (key === '' || (kind === 'perhaps' && isPlace(key))) return 'ignore';
  if (kind === 'aside') return saidUndone(text) === null ? 'ignore' : null;
  if (key === A_DATE) return dated(kind);
  const words = nameKey(text).split(' ');
  if (words.length === 1 && (YES.has(key) || NO.has(key))) return answered(kind, YES.has(key));
  return spoken(words);
}

/** A date says that the thing has happened; when a status was written says nothing of which one it was. */
function dated(kind: StatusKind): StatusMeaning {
  if (kind === 'cancelled') return 'cancelled';
  return kind === 'payment' || kind === 'done' ? 'completed' : 'ignore';
}

function answered(kind: StatusKind, yes: boolean): StatusMeaning | null {
  if (kind === 'cancelled') return yes ? 'cancelled' : 'ignore';
  if (kind === 'payment' || kind === 'done') return yes ? 'completed' : 'open';
  return null;
}

/** What a text says, as a whole and by itself, of a sale that is not done, or is over; null: nothing of the kind. */
export function saidUndone(text: string): 'open' | 'cancelled' | null {
  if (text.length > LONGEST || /\d/.test(text)) return null;
  const said = spoken(nameKey(text).split(' '));
  return said === 'open' || said === 'cancelled' ? said : null;
}

/** The least of what its words say; null where one of them is not understood. */
function spoken(words: readonly string[]): StatusMeaning | null {
  const said = words.flatMap((word, at): (StatusMeaning | null)[] => {
    const next = words[at + 1] ?? '';
    if (NOT.has(word) && (COMPLETED.has(next) || BEING_DONE.test(next))) return ['open'];
    if (at > 0 && NOT.has(words[at - 1]!) && BEING_DONE.test(word)) return [];
    if (COMPLETED.has(word)) return ['completed'];
    if (CANCELLED.test(word)) return ['cancelled'];
    if (OPEN.test(word)) return ['open'];
    return BESIDE.has(word) ? [] : [null];
  });
  return said.includes(null) ? null : leastOf(said as StatusMeaning[]);
}

/** What several columns say together: cancelled by one is cancelled, open by one is open; null where none says anything. */
export function leastOf(meanings: readonly StatusMeaning[]): Exclude<StatusMeaning, 'ignore'> | null {
  return (['cancelled', 'open', 'completed'] as const).find((one) => meanings.includes(one)) ?? null;
}
