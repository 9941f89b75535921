const asAttribute = new Set(['role', 'list', 'sandbox']);

/** Makes an element. Properties that start with "on" are listeners; text is never read as HTML. */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name.includes('-') || asAttribute.has(name)) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(
    ...children
      .flat()
      .filter((child) => child !== undefined && child !== null && child !== false && child !== ''),
  );
  return element;
}

/** The element with that id. */
export const byId = (id) => document.getElementById(id);

/** Cents as "R$ 12,50". */
export const reais = (cents) => (cents / 100).toLocaleString('pt-BR', { style: 'currency', currency: 'BRL' });

/** An instant as "14:05:09". */
export const clock = (at) => new Date(at).toLocaleTimeString('pt-BR');

/** What is said of an amount that was not understood. */
export const NO_AMOUNT = 'Não entendi o valor. Escreva, por exemplo, 12,50 ou 1.234,00.';

/**
 * What was typed in reais, as cents: `12,50`, `1.234,00`, `R$ 10`, `12.5`; nothing typed is 0. Null for what is no amount, or
 * has more than two decimals: a price nobody meant is worse than a question.
 */
export function centsOf(text) {
  const typed = String(text).replace(/R\$|\s/g, '');
  if (typed === '') return 0;
  const brazilian = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?$/.exec(typed);
  const [, whole, decimals = ''] = brazilian ?? /^(\d{1,9})\.(\d{1,2})$/.exec(typed) ?? [];
  if (whole === undefined) return null;
  return Number(whole.replaceAll('.', '')) * 100 + Number(decimals.padEnd(2, '0'));
}

/** An <option> for each pair of value and label. */
export const options = (pairs, chosen) =>
  pairs.map(([value, label]) => h('option', { value, selected: String(value) === String(chosen) }, label));

let hiding;

/** Tells the person something for a few seconds. */
export function notice(text) {
  byId('notice').textContent = text;
  byId('notice').classList.add('shown');
  clearTimeout(hiding);
  hiding = setTimeout(() => byId('notice').classList.remove('shown'), 3500);
}
