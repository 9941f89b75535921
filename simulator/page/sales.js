import { call, company, ofCompany } from './api.js';
import { issueOf } from './invoices.js';
import { byId, centsOf, h, NO_AMOUNT, notice, options, reais } from './dom.js';

const rows = new Map();

async function again(order, body, told) {
  const { deliveries } = await call('POST', ofCompany(`/orders/${order.id}/webhooks`), body);
  const accepted = deliveries.filter((delivery) => delivery.state === 'delivered').length;
  notice(`${told}: ${accepted} de ${deliveries.length} aceitos.`);
}

async function editTotal(order) {
  const typed = prompt(
    `Novo total do pedido ${order.number}, em reais:`,
    (order.totalCents / 100).toFixed(2).replace('.', ','),
  );
  if (typed === null) return;
  const totalCents = centsOf(typed);
  if (totalCents === null) notice(NO_AMOUNT);
  else await call('PATCH', ofCompany(`/orders/${order.id}`), { totalCents });
}

async function remove(order) {
  if (confirm(`Excluir o pedido ${order.number} de vez?`))
    await call('DELETE', ofCompany(`/orders/${order.id}`));
}

const situationPath = (order) => ofCompany(`/orders/${order.id}`);
const move = (order, situationId) =>
  call('PATCH', situationPath(order), { situationId: Number(situationId) });

function actions(order) {
  const button = (label, onclick, danger = '') =>
    h('button', { type: 'button', className: `plain ${danger}`, onclick }, label);
  return h(
    'div',
    { className: 'doing' },
    button('✓ Atender', () => move(order, 9)),
    !order.invoiceId && button('Emitir NFC-e', () => issueOf(order)),
    button('Editar total', () => editTotal(order)),
    button('Reenviar webhook', () => again(order, { times: 1 }, 'Reenviado')),
    button('× 50', () => again(order, { times: 50 }, 'Reenviado 50 vezes')),
    button('fora de ordem', () => again(order, { reversed: true }, 'Eventos do último para o primeiro')),
    button('Cancelar', () => move(order, 12), 'danger'),
    button('Excluir', () => remove(order), 'danger'),
  );
}

function parts(order) {
  const count = order.items.reduce((sum, item) => sum + item.quantity, 0);
  const discount =
    order.discount.unit === 'REAL'
      ? reais(order.discount.cents)
      : `${order.discount.bps / 100}%`.replace('.', ',');
  return [
    order.date.split('-').reverse().join('/'),
    count === 1 ? '1 item' : `${count} itens`,
    order.freightCents > 0 && `frete ${reais(order.freightCents)}`,
    (order.discount.cents || order.discount.bps) && `desconto ${discount}`,
    order.storeNumber,
  ];
}

function row(order) {
  const { situations } = company();
  const situation = situations.find(({ id }) => id === order.situationId);
  const choice = h(
    'select',
    {
      'aria-label': `Situação do pedido ${order.number}`,
      onchange: (event) => move(order, event.target.value),
    },
    options(
      situations.map(({ id, name }) => [id, name]),
      order.situationId,
    ),
  );
  const element = h(
    'li',
    { className: 'order' },
    h('span', { className: 'number' }, `nº ${order.number}`),
    h('span', { className: 'who', title: order.contactName }, order.contactName),
    h('span', { className: 'total' }, reais(order.totalCents)),
    choice,
    h('small', {}, parts(order).filter(Boolean).join(' · ')),
    actions(order),
  );
  element.style.setProperty('--mark', situation?.color ?? '#ccc');
  return element;
}

/** The page of orders that is shown, from 1. */
let page = 1;

function showPages({ total, size }) {
  const last = Math.max(1, Math.ceil(total / size));
  byId('pages').hidden = last === 1;
  byId('page').textContent = `página ${page} de ${last}`;
  byId('newer').disabled = page === 1;
  byId('older').disabled = page >= last;
}

/** Goes to newer (-1) or older (1) orders. */
export async function turnPage(by) {
  page += by;
  await showSales({ anew: true });
}

/** Goes back to the newest orders, of the company chosen now. */
export async function showNewest() {
  page = 1;
  await showSales({ anew: true });
}

/** Shows a page of orders, the newest first. Rows that did not change stay as they are, so that an open list stays open. */
export async function showSales({ anew = false } = {}) {
  const found = await call('GET', ofCompany(`/orders?page=${page}`));
  const { orders } = found;
  if (orders.length === 0 && page > 1) return showNewest();
  showPages(found);
  const first = anew || rows.size === 0;
  if (anew) rows.clear();
  const elements = orders.map((order) => {
    const text = JSON.stringify(order);
    const known = rows.get(order.id);
    if (known?.text === text) return known.element;
    const element = row(order);
    if (!first) element.classList.add('fresh');
    rows.set(order.id, { text, element });
    return element;
  });
  const list = byId('orders');
  const same =
    list.children.length === elements.length &&
    elements.every((element, at) => list.children[at] === element);
  if (!same) list.replaceChildren(...elements);
  byId('no-sales').hidden = orders.length > 0;
}
