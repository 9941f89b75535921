import { call, company, ofCompany, world } from './api.js';
import { byId, h, notice, options } from './dom.js';

const targets = {
  bling: {
    title: 'Bling',
    kinds: [
      ['expired-token', '401 token vencido'],
      ['insufficient-scope', '403 sem permissão'],
      ['rejected', '400 consulta não aceita'],
      ['rate-limit-second', '429 por segundo'],
      ['rate-limit-day', '429 por dia'],
      ['server-error', '500 erro interno'],
      ['block-page', 'página HTML de bloqueio'],
      ['html-page', 'página HTML de manutenção'],
      ['hang', 'demora para responder'],
      ['connection-reset', 'conexão derrubada'],
      ['truncated-json', 'resposta cortada'],
    ],
  },
  whatsapp: {
    title: 'WhatsApp',
    kinds: [
      ['error', 'recusa com código'],
      ['failed-later', 'aceita e depois falha com código'],
      ['server-error', '502'],
      ['hang-after-accept', 'aceita e não responde'],
      ['timeout', 'não aceita nem responde'],
    ],
    codes: [
      ...[131000, 131026, 130472, 131049, 131050, 131056, 130429, 131048, 131042, 132001, 132015],
      ...[132016, 190],
    ],
  },
  mail: {
    title: 'E-mail',
    kinds: [
      ['temporary', 'recusa temporária (451)'],
      ['permanent', 'recusa permanente (550)'],
      ['drop-after-accept', 'aceita e derruba a conexão'],
    ],
  },
};

async function inject(target, form) {
  const { kind, times, code, seconds } = Object.fromEntries(new FormData(form));
  const extra = target === 'bling' ? { company: world.company, ms: Number(seconds) * 1000 } : {};
  const coded = code ? { code: Number(code) } : {};
  await call('POST', '/faults', { target, kind, times: Number(times), ...extra, ...coded });
  notice(`Falha armada: ${times === '1' ? 'a próxima vai' : `as próximas ${times} vão`} dar errado.`);
}

function faultForm(target) {
  const { title, kinds, codes } = targets[target];
  const field = (label, input) => h('label', {}, label, input);
  const form = h(
    'form',
    { className: 'fields' },
    field('O que dá errado', h('select', { name: 'kind' }, options(kinds))),
    codes ? field('Código', h('select', { name: 'code' }, options(codes.map((code) => [code, code])))) : '',
    target === 'bling'
      ? field('Demora (s)', h('input', { name: 'seconds', type: 'number', min: 1, max: 300, value: 30 }))
      : '',
    field('Quantas vezes', h('input', { name: 'times', type: 'number', min: 1, max: 1000, value: 1 })),
    h('button', {}, 'Armar'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void inject(target, form);
  });
  return h('fieldset', {}, h('legend', {}, title), form);
}

async function expireTokens() {
  await call('POST', ofCompany('/token-expiry'));
  notice('Os tokens de acesso desta empresa venceram.');
}

function build(panel) {
  const expire = h(
    'button',
    { type: 'button', className: 'light', onclick: expireTokens },
    'Vencer tokens agora',
  );
  const clear = h(
    'button',
    { type: 'button', className: 'light', onclick: () => call('DELETE', '/faults') },
    'Limpar falhas',
  );
  panel.replaceChildren(
    ...Object.keys(targets).map(faultForm),
    h('div', { className: 'fields' }, expire, clear),
    h('ul', { className: 'list', id: 'waiting-faults' }),
  );
}

/** Shows the forms once, and the faults that are waiting to happen. */
export function showFaults() {
  if (!byId('waiting-faults')) build(byId('faults'));
  const { faults } = world.overview;
  const waiting = Object.entries(faults).flatMap(([target, list]) =>
    list.map((fault) => ({ target, ...fault })),
  );
  byId('count-faults').textContent = waiting.length || '';
  const name = ({ target, kind }) => targets[target].kinds.find(([value]) => value === kind)?.[1] ?? kind;
  const whose = ({ company: index }) =>
    index === undefined || index === company().index ? '' : ` · empresa ${index + 1}`;
  byId('waiting-faults').replaceChildren(
    ...waiting.map((fault) =>
      h(
        'li',
        {},
        `${targets[fault.target].title}: ${name(fault)} · faltam ${fault.times ?? '∞'}${whose(fault)}`,
      ),
    ),
  );
}
