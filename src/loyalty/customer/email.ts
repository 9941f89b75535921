import { nameKey } from './name';

const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const LONGEST = 254;

/** What people type to get past a mandatory field, without dots and dashes. */
const FILLERS = new Set([
  'nao',
  'naotem',
  'naopossui',
  'naoinformado',
  'naoinformou',
  'naoconsta',
  'naofornecido',
  'naoidentificado',
  'naocadastrado',
  'pendente',
  'semcadastro',
  'semmail',
  'sememail',
  'nenhum',
  'noemail',
  'nomail',
  'noreply',
  'naoresponda',
  'nulo',
  'null',
  'none',
  'undefined',
  'consumidor',
  'consumidorfinal',
]);
const FILLER_ADDRESS = /^(?:(teste?|e-?mail|cliente|x+|a+|xyz|abc)@\1|(?:sem|teste?)@e-?mail)\./;
/** Kept for examples and tests (RFC 2606), and what people make of that. */
const RESERVED = new Set(['example', 'test', 'invalid', 'localhost']);
const EXAMPLES = new Set(['example', 'exemplo']);
/** Of `example.com.br` the name is the third label from the end. */
const LABELS_AFTER_NAME = [2, 3];

function isFiller(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).replace(/[._-]/g, '');
  const [host = ''] = address.slice(at + 1).split('.');
  return FILLERS.has(local) || FILLERS.has(host.replace(/-/g, '')) || FILLER_ADDRESS.test(address);
}

function one(text: string): string | null {
  const address = addressIn(text);
  return address === null || isFiller(address) ? null : address;
}

/** An asterisk is allowed in an address and stands in none but those that a marketplace has made unreadable: `m***@gmail.com`. */
function addressIn(text: string): string | null {
  const address = text.trim().toLowerCase();
  if (
    address.includes('*') ||
    address.length > LONGEST ||
    !ADDRESS.test(address) ||
    /^\.|\.\.|\.@/.test(address)
  )
    return null;
  return address;
}

/**
 * Reads an e-mail address, lower-cased; of several in one field (`a@x.com; b@y.com`), the first good one. Null when it
 * is no address, or a filler such as `naotem@…` or `teste@teste.com`, by which strangers would become one customer.
 */
export function parseEmail(text: string): string | null {
  return (
    parts(text)
      .map(one)
      .find((address) => address !== null) ?? null
  );
}

/** Whether a text is what is typed to get past a mandatory address: well formed, but nobody's; or words such as `não tem`. */
export function isFillerEmail(text: string): boolean {
  return parts(text).some(
    (part) => addressIn(part) !== null || FILLERS.has(nameKey(part).replaceAll(' ', '')),
  );
}

function parts(text: string): string[] {
  return text.normalize('NFKC').split(/[;,]/);
}

/** Whether an address as `parseEmail` gives it lies in a domain for examples: it may be written to, but is nobody's mark. */
export function isExampleEmail(address: string): boolean {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  const named = LABELS_AFTER_NAME.some((place) => EXAMPLES.has(labels.at(-place) ?? ''));
  return named || RESERVED.has(labels.at(-1) ?? '');
}
