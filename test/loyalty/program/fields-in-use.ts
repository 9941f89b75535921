import type { Program, ProgramInput } from '../../../src/loyalty/program';
import { FULL_PROGRAM, published } from './programs';

/** A program that uses every field there is. */
export const EVERY_FIELD: Program = published({
  ...FULL_PROGRAM,
  earning: {
    base: {
      includeFreight: false,
      includeOtherExpenses: false,
      excludeBenefitPaid: true,
      earnOnRedeemed: true,
    },
    combine: 'best',
    rules: [
      {
        id: 'campanha',
        name: 'Semana do cliente',
        grant: { type: 'cashback', rateBps: 500 },
        when: {
          minSaleCents: 5_000,
          maxSaleCents: 90_000,
          channels: ['pos', 'ecommerce'],
          stores: ['centro', 'norte'],
          weekdays: [1, 2],
          from: '2026-03-01',
          until: '2026-03-31',
          skus: ['CAMISA', 'MEIA'],
          firstPurchase: true,
          segment: 'vip',
        },
        multiplierMilli: 2_500,
        bonusCents: 300,
        capPerSaleCents: 5_000,
        capPerCustomerPerMonthCents: 9_000,
        budgetCents: 100_000,
        priority: 2,
      },
      {
        id: 'pontos',
        grant: { type: 'points', points: 1, perCents: 100 },
        bonusPoints: 10,
        capPerSalePoints: 500,
        capPerCustomerPerMonthPoints: 900,
        budgetPoints: 10_000,
      },
      { id: 'cashback-2', grant: { type: 'cashback', rateBps: 200 }, priority: 2 },
      { id: 'vale-volta', grant: { type: 'voucher', template: 'volta-20' } },
      { id: 'vale-dez', grant: { type: 'voucher', template: 'dez' } },
    ],
  },
  vouchers: {
    'volta-20': {
      discount: { type: 'amount', cents: 2_000 },
      minSaleCents: 10_000,
      validity: 'P60D',
      uses: 1,
      stores: ['centro', 'norte'],
    },
    dez: { discount: { type: 'percent', bps: 1_000, maxCents: 5_000 } },
  },
  messages: {
    earned: { channels: ['whatsapp', 'email'] },
    expiring: { before: ['P7D', 'P1D'], channels: ['whatsapp', 'email'] },
    expired: {},
    returned: { channels: ['email'] },
    repurchase: { after: 'P45D', channels: ['whatsapp'] },
    welcome: { after: 'P1D', channels: ['whatsapp', 'email'] },
    balance: { day: 5, channels: ['whatsapp', 'email'] },
    winBack: { after: ['P60D', 'P90D'], channels: ['whatsapp', 'email'] },
    birthday: { channels: ['whatsapp', 'email'] },
  },
} satisfies ProgramInput);

/** One field, where it is in that program, and another value for it. */
export type Mutation = [path: string, value: unknown];

/** Every field of that program, with another value it may have. */
export const MUTATIONS: Mutation[] = [
  ['name', 'Clube Novo'],
  ['timezone', 'America/Manaus'],
  ['earning.base.includeFreight', true],
  ['earning.base.includeOtherExpenses', true],
  ['earning.base.excludeBenefitPaid', false],
  ['earning.base.earnOnRedeemed', false],
  ['earning.combine', 'stack'],
  ['earning.rules.campanha.name', 'Mês do cliente'],
  ['earning.rules.campanha.id', 'outra'],
  ['earning.rules.campanha.grant.rateBps', 700],
  ['earning.rules.campanha.when.minSaleCents', 6_000],
  ['earning.rules.campanha.when.maxSaleCents', 80_000],
  ['earning.rules.campanha.when.channels', ['pos', 'bling']],
  ['earning.rules.campanha.when.stores', ['centro']],
  ['earning.rules.campanha.when.weekdays', [1, 7]],
  ['earning.rules.campanha.when.from', '2026-03-02'],
  ['earning.rules.campanha.when.until', '2026-03-30'],
  ['earning.rules.campanha.when.skus', ['CAMISA', 'MEIA', 'CALÇA']],
  ['earning.rules.campanha.when.firstPurchase', false],
  ['earning.rules.campanha.when.segment', 'ouro'],
  ['earning.rules.campanha.multiplierMilli', 2_000],
  ['earning.rules.campanha.bonusCents', 400],
  ['earning.rules.campanha.capPerSaleCents', 6_000],
  ['earning.rules.campanha.capPerCustomerPerMonthCents', 8_000],
  ['earning.rules.campanha.budgetCents', 200_000],
  ['earning.rules.campanha.priority', 3],
  ['earning.rules.pontos.grant.points', 2],
  ['earning.rules.pontos.grant.perCents', 200],
  ['earning.rules.pontos.bonusPoints', 20],
  ['earning.rules.pontos.capPerSalePoints', 400],
  ['earning.rules.pontos.capPerCustomerPerMonthPoints', 800],
  ['earning.rules.pontos.budgetPoints', 20_000],
  ['earning.rules.vale-volta.grant.template', 'dez'],
  ['holding.after', 'PT0S'],
  ['expiry.after', 'P60D'],
  ['expiry.roundUpTo', 'month'],
  ['redemption.minSaleCents', 1_000],
  ['redemption.minBalanceCents', 500],
  ['redemption.maxShareBps', 5_000],
  ['redemption.pointValueCents', 2],
  ['redemption.reservation', 'PT1H'],
  ['redemption.rollbackWindow', 'P30D'],
  ['redemption.graceAfterRollback', 'P0D'],
  ['returns.clawback', 'to_zero'],
  ['returns.refundSpent', false],
  ['vouchers.volta-20.discount.cents', 3_000],
  ['vouchers.dez.discount.bps', 2_000],
  ['vouchers.dez.discount.maxCents', 6_000],
  ['vouchers.volta-20.minSaleCents', 0],
  ['vouchers.volta-20.validity', 'P30D'],
  ['vouchers.volta-20.uses', 3],
  ['vouchers.volta-20.stores', ['centro', 'sul']],
  ['messages.earned.channels', ['email']],
  ['messages.expiring.before', ['P3D']],
  ['messages.expiring.channels', ['email']],
  ['messages.expiring.fair', false],
  ['messages.expired.channels', ['email']],
  ['messages.returned.channels', ['whatsapp']],
  ['messages.repurchase.after', 'P30D'],
  ['messages.repurchase.channels', ['email']],
  ['messages.welcome.after', 'P2D'],
  ['messages.welcome.channels', ['email']],
  ['messages.balance.day', 10],
  ['messages.balance.channels', ['email']],
  ['messages.winBack.after', ['P60D']],
  ['messages.winBack.channels', ['email']],
  ['messages.birthday.channels', ['email']],
];

type Json = Record<string, unknown>;

/** That program with another value for one field; `undefined` takes the field out. */
export function withField(path: string, value: unknown, program: Program = EVERY_FIELD): Program {
  const copy = structuredClone(program);
  const steps = path.split('.');
  const last = steps.pop()!;
  const owner = steps.reduce<Json>((node, step) => childOf(node, step), copy);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

/** Rules are found by their id. */
function childOf(node: Json, step: string): Json {
  if (Array.isArray(node)) return (node as { id: string }[]).find(({ id }) => id === step) as unknown as Json;
  return node[step] as Json;
}

/** The path of a mutation as the schema has it: `earning.rules.*.grant(points).perCents`. */
export function schemaPathOf(path: string): string {
  const steps = path.split('.');
  return steps
    .map((step, index) => {
      const owner = steps.slice(0, index).join('.');
      if (owner === 'earning.rules' || owner === 'vouchers') return '*';
      const type = (valueAt(steps.slice(0, index + 1)) as { type?: string } | undefined)?.type;
      return type === undefined ? step : `${step}(${type})`;
    })
    .join('.');
}

function valueAt(steps: string[]): unknown {
  return steps.reduce<unknown>(
    (node, step) => (typeof node === 'object' && node !== null ? childOf(node as Json, step) : undefined),
    EVERY_FIELD,
  );
}
