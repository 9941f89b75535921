import type { RenderedMessage } from './message';
import { renderMessage } from './render-message';

/** What it is about: somebody looks whether messages arrive, and nothing was earned. */
const SAMPLE = {
  ...{ kind: 'earned' as const, usableFrom: null, validUntil: null },
  benefit: { cashbackCents: 1_000, points: 0, pointsCents: 0, vouchers: [] },
  paysDebt: { cashbackCents: 0, points: 0, pointsCents: 0, vouchers: [] },
};

/**
 * The first message that customers get, with an amount that nobody has earned: to somebody of the merchant who looks whether messages
 * arrive. In an e-mail it says so; the words of a WhatsApp template are Meta's to approve, so that there the name says it.
 */
export function renderTestMessage(about: { name: string | null; programName: string }): RenderedMessage {
  const { whatsapp } = renderMessage({
    ...SAMPLE,
    firstName: 'mensagem de teste',
    programName: about.programName,
  });
  const { email } = renderMessage({ ...SAMPLE, firstName: about.name, programName: about.programName });
  return { whatsapp, email: { ...email, subject: `[Teste] ${email.subject}` } };
}
