import { call, ofCompany } from './api.js';
import { byId, centsOf, h, NO_AMOUNT, notice, reais } from './dom.js';

const situations = {
  1: 'Pendente',
  2: 'Cancelada',
  3: 'Aguardando recibo',
  4: 'Rejeitada',
  5: 'Autorizada',
  6: 'Emitida DANFE',
  7: 'Registrada',
  8: 'Aguardando protocolo',
  9: 'Denegada',
  10: 'Consulta situação',
  11: 'Bloqueada',
};

const path = ({ id }) => ofCompany(`/invoices/${id}`);
const move = (invoice, situationId) => call('PATCH', path(invoice), { situationId });

async function remove(invoice) {
  if (confirm(`Excluir a NFC-e ${invoice.number} de vez?`)) await call('DELETE', path(invoice));
}

function row(invoice) {
  const button = (label, onclick, danger = '') =>
    h('button', { type: 'button', className: `plain ${danger}`, onclick }, label);
  const { orderNumber } = invoice;
  return h(
    'li',
    { className: 'order' },
    h('span', { className: 'number' }, `NFC-e ${invoice.number}`),
    h('span', { className: 'who', title: invoice.contactName }, invoice.contactName),
    h('span', { className: 'total' }, reais(invoice.totalCents)),
    h('span', {}, situations[invoice.situationId]),
    h('small', {}, orderNumber === null ? 'sem pedido' : `do pedido nº ${orderNumber}`),
    h(
      'div',
      { className: 'doing' },
      button('✓ Autorizar', () => move(invoice, 5)),
      button('Cancelar', () => move(invoice, 2), 'danger'),
      button('Excluir', () => remove(invoice), 'danger'),
    ),
  );
}

/** Shows the newest NFC-e of the company. */
export async function showInvoices() {
  const { invoices } = await call('GET', ofCompany('/invoices'));
  byId('invoices').replaceChildren(...invoices.map(row));
  byId('no-invoices').hidden = invoices.length > 0;
}

/** Issues the NFC-e of an order, which names it from then on. */
export async function issueOf(order) {
  const { number } = await call('POST', ofCompany('/invoices'), { orderId: order.id });
  notice(`NFC-e ${number} emitida do pedido nº ${order.number}.`);
}

/** Issues one at the counter, for a buyer of the company. */
export async function issueAtCounter() {
  const typed = prompt('Total da NFC-e, em reais:', '50,00');
  if (typed === null) return;
  const totalCents = centsOf(typed);
  if (totalCents === null) return notice(NO_AMOUNT);
  const { contacts } = await call('GET', ofCompany('/contacts'));
  const buyer = contacts[1 + Math.floor(Math.random() * (contacts.length - 1))] ?? contacts[0];
  const { number } = await call('POST', ofCompany('/invoices'), { contactId: buyer.id, totalCents });
  notice(`NFC-e ${number} emitida para ${buyer.name}.`);
}
