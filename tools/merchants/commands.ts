import { createAccessMailer, invitePerson } from '../../src/api';
import { createLogger } from '../../src/log';
import type { Role, Store } from '../../src/store';
import { addressOf, MerchantCommandError, timeOf, written } from './merchant-tool';
import type { MerchantTool } from './merchant-tool';
import { resetPassword, resetSecondFactor } from './reset-access';

const USAGE =
  'Expected: npm run merchant -- create NAME EMAIL | list | invite MERCHANT EMAIL [--role owner|manager|staff] [--name NAME] | suspend MERCHANT | resume MERCHANT | go-live MERCHANT | reset EMAIL | reset-second-factor EMAIL';

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
  if (command === 'go-live' && first && second === undefined) return goLive(tool, first);
  if (command === 'reset' && first && second === undefined) return resetPassword(tool, first);
  if (command === 'reset-second-factor' && first && second === undefined)
    return resetSecondFactor(tool, first);
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
  const { merchantId } = await tool.store.merchants.create(name, now, false);
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

/** For a merchant without Bling, whose owner has no steps to take. */
async function goLive(tool: MerchantTool, merchantId: string): Promise<string[]> {
  await knownMerchant(tool.store, merchantId);
  const changed = await tool.store.merchants.setLive(merchantId, timeOf(tool));
  await written(tool, merchantId, 'activation.go_live', {
    before: { live: !changed },
    after: { live: true },
  });
  return [`Merchant ${merchantId} is live: its customers are written to.`];
}

async function knownMerchant(store: Store, merchantId: string): Promise<void> {
  if (!(await store.merchants.get(merchantId)))
    throw new MerchantCommandError(`There is no merchant ${merchantId}; see: npm run merchant -- list`);
}
