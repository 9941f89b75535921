import { call, company, ofCompany, world } from './api.js';
import { byId, clock, h, options } from './dom.js';

const states = {
  delivered: ['aceito', ''],
  waiting: ['na fila', 'off'],
  'given-up': ['desistiu', 'bad'],
  unsent: ['sem endereço', 'bad'],
};

function deliveryItem(delivery) {
  const last = delivery.attempts.at(-1);
  const [label, look] = states[delivery.state];
  const answer = last ? (last.status ?? last.failure) : 'sem tentativa';
  const tries = delivery.attempts.length > 1 ? ` · ${delivery.attempts.length} tentativas` : '';
  const next = delivery.nextAttemptAt ? ` · próxima às ${clock(delivery.nextAttemptAt)}` : '';
  const about = delivery.orderId ? ` · pedido ${delivery.orderId}` : '';
  return h(
    'li',
    {},
    h(
      'div',
      { className: 'line' },
      h('strong', {}, delivery.sender === 'bling' ? delivery.subject : `WhatsApp: ${delivery.subject}`),
      h('span', { className: `chip ${look}` }, `${label} (${answer})`),
    ),
    h('small', {}, `${clock(delivery.createdAt)}${about}${tries}${next}`),
  );
}

const change = (webhookDelivery) => call('PATCH', '/settings', { webhookDelivery });

/** Shows how webhooks are sent. Redrawn only when settings change, so that an open list stays open. */
export function showWebhookSettings() {
  const { settings } = world.overview;
  const { copies, shuffleMs, withSituation } = settings.webhookDelivery;
  const text = JSON.stringify([settings, company().index, company().webhookMode]);
  const panel = byId('webhook-settings');
  if (panel.dataset.shown === text) return;
  panel.dataset.shown = text;
  const select = (label, pairs, chosen, onchange) =>
    h(
      'label',
      {},
      label,
      h('select', { onchange: (event) => onchange(event.target.value) }, options(pairs, chosen)),
    );
  const modes = [
    ['live', 'enviar na hora'],
    ['held', 'segurar (entrega depois, de trás para frente)'],
    ['dropped', 'perder'],
  ];
  const form = h(
    'div',
    { className: 'fields' },
    select('Eventos desta empresa', modes, company().webhookMode, (mode) =>
      call('PUT', ofCompany('/webhook-mode'), { mode }),
    ),
    select(
      'Cópias',
      [
        [1, '1'],
        [2, '2'],
        [5, '5'],
        [50, '50'],
      ],
      copies,
      (value) => change({ copies: Number(value) }),
    ),
    select(
      'Ordem',
      [
        [0, 'certa'],
        [3000, 'embaralhada'],
      ],
      shuffleMs,
      (value) => change({ shuffleMs: Number(value) }),
    ),
    select(
      'Situação',
      [
        ['yes', 'no evento'],
        ['no', 'sem (formato antigo)'],
      ],
      withSituation ? 'yes' : 'no',
      (value) => change({ withSituation: value === 'yes' }),
    ),
  );
  const address = h(
    'p',
    { className: 'empty' },
    settings.webhookUrl ? `Para ${settings.webhookUrl}` : 'Nenhum endereço cadastrado.',
  );
  panel.replaceChildren(form, address);
}

/** Shows the last deliveries. */
export async function showDeliveries() {
  const { deliveries } = await call('GET', '/deliveries');
  const waiting = deliveries.filter(({ state }) => state === 'waiting').length;
  byId('count-webhooks').textContent = waiting || '';
  byId('deliveries').replaceChildren(...deliveries.slice(0, 60).map(deliveryItem));
}
