import { z } from 'zod';
import type { AppDeps, Route } from '../http';
import { endpoint, someChange } from '../http';
import { Problem } from '../http/problem';

const tag = 'Access';
const path = '/v1/settings';

const settingsSchema = z
  .strictObject({
    requireSecondFactorForOwners: z
      .boolean()
      .meta({ description: 'true: owners without a second factor are refused until they have one' }),
  })
  .meta({ id: 'Settings' });

const settingsChangeSchema = someChange(settingsSchema.partial()).meta({ id: 'SettingsChange' });

const ONLY_PEOPLE =
  'Uma chave não pode dispensar a verificação em duas etapas, e nada mudou. Entre como dono, com e-mail e senha, para mudar isto.';

const example = { requireSecondFactorForOwners: false };

/** What the owners of a merchant have set for all of its people. */
export function settingsRoutes(deps: AppDeps): Route[] {
  const reply = { description: 'What is in force', schema: settingsSchema, example };
  const settings = async (merchantId: string): Promise<z.output<typeof settingsSchema>> => {
    const merchant = await deps.store.merchants.get(merchantId);
    return { requireSecondFactorForOwners: merchant?.requireSecondFactorForOwners ?? false };
  };
  return [
    endpoint(deps, {
      method: 'get',
      path,
      permission: 'settings',
      tag,
      summary: 'What holds for all people of the merchant',
      reply,
      answer: ({ merchantId }) => settings(merchantId),
    }),
    endpoint(deps, {
      method: 'patch',
      path,
      permission: 'settings',
      tag,
      summary: 'Change what holds for all people of the merchant',
      description: 'A key can make it stricter; only a person who is signed in can loosen it.',
      body: { schema: settingsChangeSchema, example: { requireSecondFactorForOwners: true } },
      reply,
      act: 'settings.change',
      async answer({ merchantId, caller: { actor }, body, tell }) {
        const before = await settings(merchantId);
        const loosened = before.requireSecondFactorForOwners && body.requireSecondFactorForOwners === false;
        if (loosened && actor.kind === 'key') throw new Problem('forbidden', { detail: ONLY_PEOPLE });
        await deps.store.merchants.setSettings(merchantId, body);
        const after = await settings(merchantId);
        tell({ before, after });
        return after;
      },
    }),
  ];
}
