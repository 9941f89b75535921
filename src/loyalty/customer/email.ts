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

function isFiller(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).replace(/[._-]/g, '');
  return FILLERS.has(local) || FILLER_ADDRESS.test(address);
}

function one(text: string): string | null {
  const address = text.trim().toLowerCase();
  if (address.length > LONGEST || !ADDRESS.test(address) || /^\.|\.\.|\.@/.test(address)) return null;
  return isFiller(address) ? null : address;
}

/**
 * Reads an e-mail address, lower-cased; of several in one field (`a@x.com; b@y.com`), the first good one. Null when it
 * is no address, or a filler such as `naotem@…` or `teste@teste.com`, by which strangers would become one customer.
 */
export function parseEmail(text: string): string | null {
  return (
    text
      .normalize('NFKC')
      .split(/[;,]/)
      .map(one)
      .find((address) => address !== null) ?? null
  );
}
