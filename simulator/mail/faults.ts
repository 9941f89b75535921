/** What can go wrong with a mail. */
export const mailFaultKinds = ['temporary', 'permanent', 'drop-after-accept'] as const;

/**
 * A fault to come.
 * `temporary`: the recipient is refused with 4xx. `permanent`: with 5xx. `drop-after-accept`: the mail lies in the
 * mailbox, but the connection ends before the sender hears so.
 */
export interface MailFault {
  kind: (typeof mailFaultKinds)[number];
  /** The reply code; default 451 or 550. */
  code?: number;
  /** Only for this recipient; absent: any. */
  address?: string;
  /** How many mails; default 1. */
  times?: number;
}

/** Whether a fault is meant for this recipient, at the moment it is named or once the mail is in. */
export function strikes(fault: MailFault, address: string, moment: 'recipient' | 'accepted'): boolean {
  const momentFits = (fault.kind === 'drop-after-accept') === (moment === 'accepted');
  return momentFits && (fault.address === undefined || fault.address.toLowerCase() === address.toLowerCase());
}
