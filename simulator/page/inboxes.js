import { call } from './api.js';
import { byId, clock, h, options } from './dom.js';

const ticks = { accepted: '🕓', sent: '✓', delivered: '✓✓', read: '✓✓', failed: 'não entregue' };

let chosenPhone;

function bubble(message) {
  const mark = h('span', { className: message.status, title: message.status }, ticks[message.status]);
  return h('div', { className: 'bubble' }, message.text, h('footer', {}, `${clock(message.at)} `, mark));
}

/** What the phone's owner writes back: the business gets it as Meta would tell of it. */
function replyForm(phone) {
  const field = h('input', { name: 'text', 'aria-label': 'Resposta', placeholder: 'SAIR', required: true });
  const form = h('form', { className: 'line' }, field, h('button', { type: 'submit' }, 'Responder'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void call('POST', '/whatsapp/replies', { phone: `+${phone}`, text: field.value });
    field.value = '';
  });
  return form;
}

/** Shows the phone chosen, by default the one that got the last message. */
export async function showPhones() {
  const { messages } = await call('GET', '/whatsapp/messages');
  byId('count-phones').textContent = messages.length || '';
  const panel = byId('phones');
  if (messages.length === 0) {
    panel.replaceChildren(
      h(
        'p',
        { className: 'empty' },
        'Nenhuma mensagem ainda. Quando uma venda render um benefício, ela chega aqui.',
      ),
    );
    return;
  }
  const phones = [...new Set(messages.map(({ waId }) => waId))].reverse();
  const shown = phones.includes(chosenPhone) ? chosenPhone : messages.at(-1).waId;
  const picker = h(
    'select',
    { className: 'picker', 'aria-label': 'Celular' },
    options(
      phones.map((phone) => [phone, `+${phone}`]),
      shown,
    ),
  );
  picker.addEventListener('change', () => {
    chosenPhone = picker.value;
    void showPhones();
  });
  const bubbles = messages.filter(({ waId }) => waId === shown).map(bubble);
  panel.replaceChildren(picker, h('div', { className: 'phone' }, bubbles), replyForm(shown));
}

/** A mail may open its links in a new tab, and nothing else. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

let openMail;

function mailBody(mail) {
  const headers = ['message-id', 'list-unsubscribe', 'list-unsubscribe-post']
    .filter((name) => mail.headers[name])
    .map((name) => `${name}: ${mail.headers[name]}`);
  const content = mail.html
    ? h('iframe', { sandbox, srcdoc: `<base target="_blank">${mail.html}`, title: mail.subject })
    : h('pre', {}, mail.text);
  return [content, h('pre', {}, headers.join('\n'))];
}

function mailItem(mail) {
  const key = `${mail.to} ${mail.messageId}`;
  const toggle = () => {
    openMail = openMail === key ? undefined : key;
    void showMails();
  };
  const copies = mail.copies > 1 ? h('span', { className: 'chip off' }, `${mail.copies} cópias`) : '';
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', className: 'mail', 'aria-expanded': String(openMail === key), onclick: toggle },
      h('div', { className: 'line' }, h('strong', {}, mail.subject), copies, h('small', {}, clock(mail.at))),
      h('small', {}, `${mail.from} → ${mail.to}`),
    ),
    ...(openMail === key ? mailBody(mail) : []),
  );
}

/** Shows the mails of all mailboxes, the newest first. */
export async function showMails() {
  const { mails } = await call('GET', '/mail');
  byId('count-mails').textContent = mails.length || '';
  const empty = h('p', { className: 'empty' }, 'Nenhum e-mail ainda.');
  byId('mails').replaceChildren(
    mails.length === 0 ? empty : h('ul', { className: 'list' }, [...mails].reverse().map(mailItem)),
  );
}
