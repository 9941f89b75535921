import type { ClientSession } from 'mongoose';

/**
 * A form in which earlier versions keep documents, and which goes with the last pass of a migration. Until then processes that know
 * no other may run beside those of this version.
 */
export interface FormerForm {
  /** Whether documents in it may still be there: its last pass has not ended. @param session null: outside of a transaction */
  mayBeFound(session: ClientSession | null): Promise<boolean>;
  /**
   * Whether what this transaction writes has to be in it too, for those processes. Asked within the transaction that writes: the
   * last pass begins when every transaction that was told so has ended.
   */
  isWritten(session: ClientSession): Promise<boolean>;
}
