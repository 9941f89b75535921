import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { Part, ReadBody } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import { PageLink, sessionQuery, useWorkplace } from '../../shell';
import { people as all } from '../../words/pt';
import type { Person } from '../people-query';
import { settingsQuery } from '../settings-query';

const words = all.rule;

/** Whether owners have to sign in with a code as well, and whom that would keep out. */
export function SecondFactorRule({ people }: { people: readonly Person[] }): ReactNode {
  const { session } = useWorkplace();
  const queries = useQueryClient();
  const settings = useQuery(settingsQuery);
  const set = useAction(async (requireSecondFactorForOwners: boolean) => {
    const changed = await bodyOf(api.PATCH('/v1/settings', { body: { requireSecondFactorForOwners } }));
    queries.setQueryData(settingsQuery.queryKey, changed);
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  });
  const without = people.filter(({ role, secondFactor }) => role === 'owner' && !secondFactor);
  return (
    <Part title={words.title}>
      <ReadBody query={settings} loading={words.loading}>
        {({ requireSecondFactorForOwners: required }) => {
          // Nobody shuts themselves out by a click.
          const barred = !required && !session.person.secondFactor;
          return (
            <Stack gap="xs">
              <Checkbox
                label={words.label}
                description={words.explain}
                checked={required}
                disabled={barred || set.busy}
                onChange={({ currentTarget }) => void set.run(currentTarget.checked)}
              />
              {barred && (
                <Text size="sm">
                  {words.yourself} <PageLink to="/configuracoes/sessoes">{words.toOwn}</PageLink>
                </Text>
              )}
              {without.length > 0 && (
                <Text size="sm">{words.without(without.map(({ name }) => name).join(', '))}</Text>
              )}
              <FailureNotice failure={set.failure} />
            </Stack>
          );
        }}
      </ReadBody>
    </Part>
  );
}
