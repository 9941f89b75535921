import { createAccessMailer, invitePerson } from '../../src/api';
import type { Config } from '../../src/config';
import { createLogger } from '../../src/log';
import { parseEmail } from '../../src/loyalty';
import type { Role, Store } from '../../src/store';
import { RetornoToolError } from '../processes';

/** What the commands work with. */
export interface MerchantTool {
  store: Store;
  config: Pick<Config, 'publicUrl' | 'mail' | 'logLevel'>;
  now?: () => Date;
}

/** A command that is none, or names what is not there. */
export class MerchantCommandError extends RetornoToolError {
  constructor(message: string) {
    super('merchant_command', message);
  }
}

const USAGE =
  'Expected: npm run merchant -- create NAME EMAIL | list | invite MERCHANT EMAIL [--role owner|manager|staff] [--name NAME] | suspend MERCHANT | resume MERCHANT';

const ROLES: readonly Role[] = ['owner', 'manager', 'staff'];

/**
 * Does one command.
 * @returns what to say of it, line by line
 * @throws {MerchantCommandError}
 */
export async function runMerchantCommand(
  tool: MerchantTool,
  words: readonly string[],
  options: { role?: string; name?: string } = {},
): Promise<string[]> {
  const [command, first, second, ...more] = words;
  if (more.length > 0) throw new MerchantCommandError(USAGE);
  if (command === 'list' && first === undefined) return list(tool.store);
  if (command === 'create' && first && second) return create(tool, first, second, options);
  if (command === 'invite' && first && second) return invite(tool, first, second, options);
  if (command === 'suspend' && first && second === undefined) return setSuspended(tool, first, true);
  if (command === 'resume' && first && second === undefined) return setSuspended(tool, first, false);
  throw new MerchantCommandError(USAGE);
}

async function list(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await store.merchants.page({ after, limit: 100 });
    for (const { _id, name, suspendedAt } of page)
      lines.push(`${_id}  ${name}${suspendedAt ? `  suspended since ${suspendedAt.toISOString()}` : ''}`);
    const last = page.at(-1);
    if (!last || page.length < 100) break;
    after = last._id;
  }
  return lines.length === 0 ? ['There are no merchants yet.'] : lines;
}

async function create(
  tool: MerchantTool,
  name: string,
  email: string,
  options: { name?: string },
): Promise<string[]> {
  addressOf(email);
  const now = timeOf(tool);
  const { merchantId } = await tool.store.merchants.create(name, now);
  await written(tool, merchantId, 'merchant.create', {});
  return [
    `Merchant ${merchantId} (${name}) was made.`,
    ...(await invite(tool, merchantId, email, { ...options, role: 'owner' })),
  ];
}

async function invite(
  tool: MerchantTool,
  merchantId: string,
  email: string,
  { role = 'owner', name = '' }: { role?: string; name?: string },
): Promise<string[]> {
  const address = addressOf(email);
  const as = ROLES.find((one) => one === role);
  if (!as) throw new MerchantCommandError(USAGE);
  await knownMerchant(tool.store, merchantId);
  const log = createLogger(tool.config.logLevel);
  const mail = createAccessMailer(tool.config.mail, log);
  try {
    const offer = { merchantId, email: address, name, role: as, storeIds: null, invitedBy: null };
    const deps = { store: tool.store, config: tool.config, mail };
    const invited = await invitePerson(deps, { ...offer, inviterName: null }, timeOf(tool));
    await written(tool, merchantId, 'people.invite', {
      subject: { kind: 'invitation', id: invited.id },
      after: { role: as, storeIds: null },
    });
    return [
      `Invited as ${as}: the link holds until ${invited.expiresAt.toISOString()} and serves once.`,
      `  ${invited.link}`,
      TOLD[invited.mail],
    ];
  } finally {
    await mail.close();
  }
}

const TOLD = {
  sent: 'It was sent by e-mail as well.',
  failed: 'The e-mail could not be sent: pass the link on yourself.',
  off: 'No SMTP_URL is set, so no e-mail was sent: pass the link on yourself.',
};

async function setSuspended(tool: MerchantTool, merchantId: string, suspended: boolean): Promise<string[]> {
  await knownMerchant(tool.store, merchantId);
  await tool.store.merchants.suspend(merchantId, suspended ? timeOf(tool) : null);
  await written(tool, merchantId, suspended ? 'merchant.suspend' : 'merchant.resume', {
    before: { suspended: !suspended },
    after: { suspended },
  });
  return [
    `Merchant ${merchantId} ${suspended ? 'is suspended: its people and keys are refused.' : 'goes on.'}`,
  ];
}

/** What whoever runs the installation does is in the merchant's audit too. */
async function written(
  { store, ...tool }: MerchantTool,
  merchantId: string,
  act: string,
  change: Parameters<Store['audit']['record']>[1]['change'],
): Promise<void> {
  const actor = { kind: 'installation' as const };
  await store.audit.record(
    { merchantId, at: timeOf(tool), actor, address: null, requestId: null, act },
    { outcome: 'done', change },
  );
}

async function knownMerchant(store: Store, merchantId: string): Promise<void> {
  if (!(await store.merchants.get(merchantId)))
    throw new MerchantCommandError(`There is no merchant ${merchantId}; see: npm run merchant -- list`);
}

function addressOf(email: string): string {
  const address = parseEmail(email);
  if (address === null) throw new MerchantCommandError(`${email} is no e-mail address.`);
  return address;
}

function timeOf({ now }: Pick<MerchantTool, 'now'>): Date {
  return now?.() ?? new Date();
}
