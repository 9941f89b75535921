import type { z } from 'zod';
import { DEFAULT_MESSAGE_RULES } from '../../loyalty';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { Problem } from '../http/problem';
import { settingsChangeSchema, settingsSchema } from './settings-schema';

const tag = 'Access';
const path = '/v1/settings';

type Settings = z.output<typeof settingsSchema>;

const ONLY_PEOPLE =
  'Uma chave não pode dispensar a verificação em duas etapas, e nada mudou. Entre como dono, com e-mail e senha, para mudar isto.';

const { quietHours, ...rules } = DEFAULT_MESSAGE_RULES;
const example = {
  requireSecondFactorForOwners: false,
  messages: { ...rules, quietHours: quietHours && { ...quietHours, days: [...quietHours.days] } },
};

/** What the owners of a merchant have set: for its people, and how its customers are written to. */
export function settingsRoutes(deps: AppDeps): Route[] {
  const reply = { description: 'What is in force', schema: settingsSchema, example };
  const settings = async (merchantId: string): Promise<Settings> => {
    const [merchant, { rules }] = await Promise.all([
      deps.store.merchants.get(merchantId),
      deps.store.merchants.writing(merchantId),
    ]);
    const { basis, quietHours: quiet, caps, holdout } = rules;
    return {
      requireSecondFactorForOwners: merchant?.requireSecondFactorForOwners ?? false,
      messages: { basis, quietHours: quiet && { ...quiet, days: [...quiet.days] }, caps, holdout },
    };
  };
  return [
    endpoint(deps, {
      method: 'get',
      path,
      permission: 'settings',
      tag,
      summary: 'What the owners of the merchant have set',
      reply,
      answer: ({ merchantId }) => settings(merchantId),
    }),
    endpoint(deps, {
      method: 'patch',
      path,
      permission: 'settings',
      tag,
      summary: 'Change what holds for the people of the merchant, or how its customers are written to',
      description:
        'Of `messages` only the parts that are named change; a message that waits already goes at its time or by what holds then. ' +
        'A second factor a key can ask for; only a person who is signed in can stop asking for it.',
      body: {
        schema: settingsChangeSchema,
        example: { messages: { caps: { perDay: 1, perThirtyDays: 4 } } },
      },
      reply,
      act: 'settings.change',
      async answer({ merchantId, caller: { actor }, body, tell }) {
        const before = await settings(merchantId);
        const loosened = before.requireSecondFactorForOwners && body.requireSecondFactorForOwners === false;
        if (loosened && actor.kind === 'key') throw new Problem('forbidden', { detail: ONLY_PEOPLE });
        await deps.store.merchants.setSettings(merchantId, body);
        const after = await settings(merchantId);
        tell({ before: toldOf(before), after: toldOf(after) });
        return after;
      },
    }),
  ];
}

/** What the audit says of them: each part by itself, in the merchant's words. */
function toldOf({
  requireSecondFactorForOwners,
  messages: { basis, quietHours: quiet, caps, holdout },
}: Settings) {
  return {
    requireSecondFactorForOwners,
    basis,
    quietHours: quiet && quiet.from !== quiet.to ? `${quiet.from}–${quiet.to}` : null,
    quietDays: quiet ? quiet.days.map(String) : [],
    perDay: caps.perDay,
    perThirtyDays: caps.perThirtyDays,
    holdout,
  };
}
