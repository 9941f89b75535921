export { createAccessMailer } from './access-mailer';
export type { AccessMailer, MailOutcome } from './access-mailer';
