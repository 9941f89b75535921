import type { AccessMailer, MailOutcome } from '../../../src/api/access/mail';
import type { AccessMail } from '../../../src/messaging';

/** What was sent about access, and to whom. */
export interface FakeMail {
  mail: AccessMailer;
  sent: { to: string; mail: AccessMail }[];
  /** How sending goes from now on. */
  goes: { outcome: MailOutcome };
}

/** A mailer that keeps what it is given. */
export function createFakeMail(): FakeMail {
  const sent: FakeMail['sent'] = [];
  const goes: FakeMail['goes'] = { outcome: 'sent' };
  return {
    sent,
    goes,
    mail: {
      send(to, _id, mail) {
        sent.push({ to, mail });
        return Promise.resolve(goes.outcome);
      },
      sendBeside: (to, _id, mail) => void sent.push({ to, mail }),
      close: () => Promise.resolve(),
    },
  };
}
