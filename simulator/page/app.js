import { call, company, ofCompany, world } from './api.js';
import { byId, notice, options } from './dom.js';
import { showFaults } from './faults.js';
import { showMails, showPhones } from './inboxes.js';
import { issueAtCounter, showInvoices } from './invoices.js';
import { openSaleForm } from './sale-form.js';
import { showNewest, showSales, turnPage } from './sales.js';
import { showDeliveries, showWebhookSettings } from './webhooks.js';

const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

function showTop() {
  const { companies, settings } = world.overview;
  const picker = byId('company');
  if (picker.children.length !== companies.length) {
    picker.replaceChildren(
      ...options(
        companies.map(({ index, name }) => [index, name]),
        world.company,
      ),
    );
  }
  byId('connection').textContent = company().isConnected ? 'conectada ao aplicativo' : 'ainda não conectada';
  byId('connection').classList.toggle('off', !company().isConnected);
  const { total, highestPerSecond } = company().requests;
  byId('requests').textContent = `${plural(total, 'consulta', 'consultas')} · pico de ${highestPerSecond}/s`;
  byId('flow').checked = settings.autoSalesEveryMs !== undefined;
  if (settings.autoSalesEveryMs && document.activeElement !== byId('flow-seconds')) {
    byId('flow-seconds').value = settings.autoSalesEveryMs / 1000;
  }
}

async function showOverview() {
  world.overview = await call('GET', '/overview');
  showTop();
  showWebhookSettings();
  showFaults();
}

const showShop = () => Promise.all([showSales(), showInvoices()]);

const views = {
  orders: showShop,
  contacts: showShop,
  deliveries: showDeliveries,
  whatsapp: showPhones,
  mail: showMails,
};

async function showTopics(topics) {
  await showOverview();
  const wanted = new Set(topics.map((topic) => views[topic]).filter(Boolean));
  await Promise.all([...wanted].map((show) => show()));
}

/** One redraw at a time: what changes meanwhile is gathered and drawn afterwards. */
let drawing = false;
const gathered = new Set();
async function changed(topics) {
  for (const topic of topics) gathered.add(topic);
  if (drawing) return;
  drawing = true;
  while (gathered.size > 0) {
    const batch = [...gathered];
    gathered.clear();
    await showTopics(batch).catch(() => undefined);
  }
  drawing = false;
}

function chooseTab(chosen) {
  for (const tab of document.querySelectorAll('[role=tab]')) {
    const isChosen = tab === chosen;
    tab.setAttribute('aria-selected', String(isChosen));
    byId(tab.dataset.tab).hidden = !isChosen;
  }
}

function setFlow() {
  const seconds = Math.max(1, Number(byId('flow-seconds').value) || 8);
  void call('PATCH', '/settings', { autoSales: byId('flow').checked ? { everyMs: seconds * 1000 } : null });
}

function listenToPerson() {
  for (const tab of document.querySelectorAll('[role=tab]'))
    tab.addEventListener('click', () => chooseTab(tab));
  byId('new-sale').addEventListener('click', () => void openSaleForm());
  byId('quick-sale').addEventListener('click', async () => {
    const order = await call('POST', ofCompany('/orders'), {});
    notice(`Pedido nº ${order.number} criado, em aberto.`);
  });
  byId('new-invoice').addEventListener('click', () => void issueAtCounter());
  byId('newer').addEventListener('click', () => void turnPage(-1));
  byId('older').addEventListener('click', () => void turnPage(1));
  byId('flow').addEventListener('change', setFlow);
  byId('flow-seconds').addEventListener('change', () => byId('flow').checked && setFlow());
  byId('company').addEventListener('change', async (event) => {
    world.company = Number(event.target.value);
    await showOverview();
    await Promise.all([showNewest(), showInvoices()]);
  });
}

const everything = ['orders', 'deliveries', 'whatsapp', 'mail'];

listenToPerson();
const changes = new EventSource('/simulator/events');
changes.addEventListener('open', () => void changed(everything));
changes.addEventListener('message', (event) => void changed(JSON.parse(event.data)));
changes.addEventListener('error', () => notice('Sem contato com o simulador. Tentando de novo…'));
