import type { Config } from '../../src/config';
import { parseEmail } from '../../src/loyalty';
import type { Store } from '../../src/store';
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

/** What whoever runs the installation does is in the merchant's audit too. */
export async function written(
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

/** An e-mail address in its one spelling. @throws {MerchantCommandError} */
export function addressOf(email: string): string {
  const address = parseEmail(email);
  if (address === null) throw new MerchantCommandError(`${email} is no e-mail address.`);
  return address;
}

/** What time it is. */
export function timeOf({ now }: Pick<MerchantTool, 'now'>): Date {
  return now?.() ?? new Date();
}
