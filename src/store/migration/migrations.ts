import { attestLedgers } from './attest-ledgers';
import type { Migration } from './migration';
import { phoneKeys } from './phone-keys';

/** Every move of data there has been, in the order in which they are made. One stays in the list for as long as somebody may upgrade across it. */
export const MIGRATIONS: readonly Migration[] = [phoneKeys, attestLedgers];
