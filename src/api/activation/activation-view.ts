import type { z } from 'zod';
import { reasonText } from '../../messaging';
import { iso, isoOrNull } from '../http';
import { CHANNELS } from './activation-schema';
import type { activationSchema } from './activation-schema';
import { LACK_WORDS, lacksOf, NEEDED, STEPS } from './steps';
import type { ActivationFacts, Step } from './steps';

type View = z.output<typeof activationSchema>;

const CALLS: Record<Step, string> = {
  connect: 'GET /integrations/bling/authorize',
  authorize: 'POST /v1/activation/checks',
  program: 'PUT /v1/program',
  reference_sale: 'POST /v1/activation/reference-sale',
  messages: 'POST /v1/activation/test-message',
};

/** Which of the steps without which nobody goes live lack something. */
export function lackingSteps(facts: ActivationFacts): Step[] {
  const lacks = lacksOf(facts);
  return NEEDED.filter((step) => lacks[step].length > 0);
}

/** How far the merchant has come, as the API answers it. */
export function activationView(facts: ActivationFacts): View {
  const { standing, connections } = facts;
  const { liveAt, approved } = standing;
  const lacks = lacksOf(facts);
  return {
    live: liveAt !== null,
    liveAt: liveAt === 'always' ? null : isoOrNull(liveAt),
    mayGoLive: NEEDED.every((step) => lacks[step].length === 0),
    steps: STEPS.map((step) => ({
      step,
      state: lacks[step].length === 0 ? ('done' as const) : ('missing' as const),
      missing: lacks[step].map((code) => ({ code, text: LACK_WORDS[code] })),
      call: CALLS[step],
    })),
    checks: connections.flatMap(({ id, companyName }) => {
      const check = standing.checks?.[id];
      return check ? [{ connectionId: id, companyName, ...check, at: iso(check.at) }] : [];
    }),
    approvedSale: approved ? saleView(approved) : null,
    channels: CHANNELS.filter((channel) => facts.channels.has(channel)).map((channel) => {
      const { at = null, arrivedAt = null, failure = null } = standing.tested?.[channel] ?? {};
      return {
        channel,
        testedAt: isoOrNull(at),
        arrivedAt: isoOrNull(arrivedAt),
        failure: failure === null ? null : reasonText(channel, failure),
      };
    }),
  };
}

function saleView({
  connectionId,
  orderId,
  number,
  programVersion,
  at,
}: NonNullable<ActivationFacts['standing']['approved']>): View['approvedSale'] {
  return { connectionId, orderId, number, programVersion, at: iso(at) };
}
