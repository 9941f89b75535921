import type { LocalSettings } from '../local-settings';
import { DEMO_PASSWORD, DEMO_PEOPLE, isOfDemo } from './demo-people';
import type { EngineAddresses } from './local-engines';
import type { SimulatorAddresses } from './product-env';

/** What the person who started everything needs to know. */
export interface ScreenFacts {
  readonly settings: LocalSettings;
  readonly engines: EngineAddresses;
  readonly simulator: SimulatorAddresses | undefined;
  readonly apiUrl: string;
  readonly apiKey: string;
}

/** The one screen of `npm start`: what to open, what to try, and how to stop. */
export function screen({ settings, engines, simulator, apiUrl, apiKey }: ScreenFacts): string {
  return [
    '',
    'Retorno is up.',
    '',
    ...open(engines, simulator, apiUrl, isOfDemo(settings)),
    '',
    ...(simulator ? tryOut(apiUrl, apiKey) : ownStore(apiUrl, apiKey, comeIn(engines, settings.dataDir))),
    '',
    `Data and logs stay in ${settings.dataDir}. Stop with Ctrl-C; \`npm start\` goes on where it stopped.`,
    '',
  ].join('\n');
}

function open(
  engines: EngineAddresses,
  simulator: SimulatorAddresses | undefined,
  apiUrl: string,
  people: boolean,
): string[] {
  const lines = [
    ['Console', apiUrl],
    ['Workflows (Temporal UI)', engines.temporalUiUrl ?? `at your own cluster, ${engines.temporalAddress}`],
    ...(simulator ? [['Pretend Bling, phones, mail', simulator.url]] : []),
    ['API documentation', `${apiUrl}/docs`],
  ] as const;
  const opened = lines.map(([what = '', where = '']) => `  ${what.padEnd(28)}${where}`);
  return ['Open', ...opened, ...(people ? signIn(apiUrl) : [])];
}

/** How to come in, with what everybody knows: only beside the pretend world. */
function signIn(apiUrl: string): string[] {
  const people = DEMO_PEOPLE.map(({ email, role }) => `${email} (${role})`);
  return [`  Sign in (${DEMO_PASSWORD})`.padEnd(30) + `${apiUrl}/entrar as ${people.join(', ')}`];
}

function tryOut(apiUrl: string, apiKey: string): string[] {
  const call = 'curl -s -H "Authorization: Bearer $KEY"';
  return [
    'Try: a sale is made every few seconds; its cashback is pending for 20 s and then active',
    `  KEY=${apiKey}`,
    '  # the latest sales and what each earned; with an id after it, also why',
    `  ${call} ${apiUrl}/v1/sales?limit=3`,
    '  # a customer who has something to spend, and their wallet',
    `  ID=$(${call} ${apiUrl}/v1/sales | node -pe "${FIND_CUSTOMER}")`,
    `  ${call} ${apiUrl}/v1/customers/$ID/wallet`,
    '  # spend 1 real of it on a purchase of 100 reais',
    `  ${call} -H "Idempotency-Key: try-$(date +%s)" -H "Content-Type: application/json" ${apiUrl}/v1/redemptions \\`,
    `    -d '{"customerId":"'$ID'","type":"cashback","amountCents":100,"saleTotalCents":10000,"confirm":true}'`,
  ];
}

const FIND_CUSTOMER = `JSON.parse(require('fs').readFileSync(0)).data.find(s => s.status === 'active').customerId`;

/** How the owner of a store comes in, to whom no pretend world gives a password. */
function comeIn({ mongodbUri }: EngineAddresses, dataDir: string): string[] {
  const key = `"$(node -pe "require('${dataDir}/secrets.json').ENCRYPTION_KEY")"`;
  return [
    'Sign in to the console: this prints a link by which you become the owner',
    `  MONGODB_URI='${mongodbUri}' ENCRYPTION_KEY=${key} npm run merchant -- invite demo YOU@EXAMPLE.COM`,
    '',
  ];
}

function ownStore(apiUrl: string, apiKey: string, signIn: readonly string[]): string[] {
  return [
    ...signIn,
    'Next: publish a program and connect your store to Bling',
    `  KEY=${apiKey}`,
    `  curl -s -X PUT ${apiUrl}/v1/program -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d @program.json`,
    '  # the answer is a redirect: open its Location in a browser',
    `  curl -si -H "Authorization: Bearer $KEY" ${apiUrl}/integrations/bling/authorize | grep -i ^location`,
  ];
}
