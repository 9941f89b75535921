import { Button, List, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import { connectionsQuery } from '../connections';
import { FailureNotice, useAction } from '../parts';
import { useWorkplace } from '../shell';
import { activation as words } from '../words/pt';
import { useShowActivation } from './activation-query';
import type { Activation } from './activation-query';

const READS = ['orders', 'contacts', 'situations'] as const;
const { authorize } = words;

/** Bling asked in earnest, company by company, and what it answered last. */
export function AuthorizePart({ activation }: { activation: Activation }): ReactNode {
  const { clock } = useWorkplace();
  const show = useShowActivation();
  const connections = useQuery(connectionsQuery);
  const queries = useQueryClient();
  const check = useAction(async (connectionId: string) => {
    show(await bodyOf(api.POST('/v1/activation/checks', { body: { connectionId } })));
    // Who asks may be told that the access was taken back.
    await queries.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  });
  const working = connections.data?.filter(({ state }) => state === 'connected') ?? [];
  return (
    <>
      <Text size="sm">{authorize.hint}</Text>
      {activation.checks.map(({ connectionId, companyName, at, ...answers }) => (
        <Stack key={connectionId} gap={4}>
          <Text size="sm" fw={600}>
            {authorize.checked(companyName, clock.dateTime(at))}
          </Text>
          <List size="sm">
            {READS.map((what) => (
              <List.Item key={what}>{`${authorize.of[what]}: ${authorize.answers[answers[what]]}`}</List.Item>
            ))}
          </List>
          {answers.situations !== 'ok' && <Text size="sm">{authorize.situationsRefused}</Text>}
        </Stack>
      ))}
      {working.map(({ id, companyName }) => (
        <Button key={id} variant="default" loading={check.busy} onClick={() => void check.run(id)}>
          {authorize.check(companyName)}
        </Button>
      ))}
      <FailureNotice failure={check.failure} />
    </>
  );
}
