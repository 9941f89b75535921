import { call, company, ofCompany, world } from './api.js';
import { byId, centsOf, h, NO_AMOUNT, notice, options, reais } from './dom.js';

const reaisField = (name, value = '0,00', label = '') =>
  h('input', {
    ...{ name, value, inputMode: 'decimal', size: 8, className: 'reais' },
    ...(label === '' ? {} : { 'aria-label': label }),
  });

function itemRow(changed) {
  const { products } = world.overview;
  const start = products[Math.floor(Math.random() * products.length)];
  const price = reaisField('price', (start.priceCents / 100).toFixed(2).replace('.', ','), 'Preço em reais');
  const product = h(
    'select',
    { name: 'code', 'aria-label': 'Produto' },
    options(
      products.map((one) => [one.code, one.description]),
      start.code,
    ),
  );
  product.addEventListener('change', () => {
    const chosen = products.find(({ code }) => code === product.value);
    price.value = (chosen.priceCents / 100).toFixed(2).replace('.', ',');
    changed();
  });
  const quantity = h('input', {
    name: 'quantity',
    type: 'number',
    min: 1,
    max: 99,
    value: 1,
    'aria-label': 'Quantidade',
  });
  const line = h('div', { className: 'item' }, product, quantity, price);
  const away = () => {
    if (line.parentElement.children.length > 1) line.remove();
    changed();
  };
  line.append(
    h(
      'button',
      { type: 'button', className: 'plain danger', 'aria-label': 'Tirar item', onclick: away },
      '✕',
    ),
  );
  return line;
}

function draftOf(form, contacts) {
  const items = [...form.querySelectorAll('.item')].map((line) => ({
    code: line.querySelector('[name=code]').value,
    quantity: Number(line.querySelector('[name=quantity]').value) || 1,
    unitCents: centsOf(line.querySelector('[name=price]').value),
  }));
  const discount =
    form.elements.unit.value === 'REAL'
      ? { unit: 'REAL', cents: centsOf(form.elements.discount.value) }
      : { unit: 'PERCENTUAL', bps: centsOf(form.elements.discount.value) };
  const contact = chosenContact(form, contacts);
  return {
    contactId: contact?.id ?? company().anonymousContactId,
    items,
    discount,
    freightCents: centsOf(form.elements.freight.value),
    channelId: Number(form.elements.channel.value),
    situationId: Number(form.elements.situation.value),
  };
}

/** The contact whose whole line was chosen, or the only one whose name was typed; undefined: none. */
function chosenContact(form, contacts) {
  const typed = form.elements.customer.value.trim().toLowerCase();
  const byLabel = contacts.find((one) => labelOf(one).toLowerCase() === typed);
  const byName = contacts.filter(({ name }) => name.toLowerCase() === typed);
  return byLabel ?? (byName.length === 1 ? byName[0] : undefined);
}

const NO_CUSTOMER =
  'Não conheço este cliente. Escolha um da lista, ou deixe vazio para vender a Consumidor Final.';

/** Tells the browser which fields it must not let pass, and why. */
function judge(form, contacts) {
  const { customer } = form.elements;
  const known = customer.value.trim() === '' || chosenContact(form, contacts) !== undefined;
  customer.setCustomValidity(known ? '' : NO_CUSTOMER);
  for (const field of form.querySelectorAll('.reais'))
    field.setCustomValidity(centsOf(field.value) === null ? NO_AMOUNT : '');
}

function totalOf({ items, discount, freightCents }) {
  const goods = items.reduce((sum, item) => sum + item.quantity * item.unitCents, 0);
  const off = discount.unit === 'REAL' ? discount.cents : Math.round((goods * discount.bps) / 10000);
  return goods - off + freightCents;
}

const labelOf = (contact) =>
  [contact.name, contact.document, contact.mobile || contact.phone, contact.email]
    .filter(Boolean)
    .join(' · ');

function formOf(contacts) {
  const total = h('span', {});
  const items = h('div', { className: 'items' });
  const channels = [
    [0, 'balcão (sem canal)'],
    ...company().channels.map(({ id, description }) => [id, description]),
  ];
  const field = (label, input) => h('label', {}, label, input);
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', {}, 'Nova venda'),
    h(
      'div',
      { className: 'fields' },
      field(
        'Cliente',
        h('input', { name: 'customer', size: 46, list: 'customers', value: labelOf(contacts.at(-1)) }),
      ),
    ),
    h(
      'datalist',
      { id: 'customers' },
      contacts.map((contact) => h('option', { value: labelOf(contact) })),
    ),
    items,
    h(
      'div',
      {},
      h(
        'button',
        { type: 'button', className: 'light', onclick: () => (items.append(itemRow(count)), count()) },
        '+ item',
      ),
    ),
    h(
      'div',
      { className: 'fields' },
      field('Frete (R$)', reaisField('freight')),
      field('Desconto', reaisField('discount')),
      field(
        'em',
        h(
          'select',
          { name: 'unit' },
          options([
            ['REAL', 'R$'],
            ['PERCENTUAL', '%'],
          ]),
        ),
      ),
      field('Canal', h('select', { name: 'channel' }, options(channels))),
      field(
        'Situação',
        h(
          'select',
          { name: 'situation' },
          options([
            [6, 'Em aberto'],
            [9, 'Atendido'],
          ]),
        ),
      ),
    ),
    h('div', { className: 'sum' }, 'Total', total),
    h(
      'div',
      { className: 'actions' },
      h('button', { value: 'close', className: 'light', formNoValidate: true }, 'Voltar'),
      h('button', { value: 'sell' }, 'Criar venda'),
    ),
  );
  const count = () => {
    judge(form, contacts);
    total.textContent = form.checkValidity() ? reais(totalOf(draftOf(form, contacts))) : '—';
  };
  items.append(itemRow(count));
  form.addEventListener('input', count);
  count();
  return form;
}

/** Opens the form for a sale, filled with a plausible one. */
export async function openSaleForm() {
  const { contacts } = await call('GET', ofCompany('/contacts'));
  const dialog = byId('sale-dialog');
  const form = formOf(contacts);
  form.addEventListener('submit', async (event) => {
    if (event.submitter?.value !== 'sell') return;
    const order = await call('POST', ofCompany('/orders'), draftOf(form, contacts));
    notice(`Pedido nº ${order.number} criado.`);
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}
