import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { connectionsQuery } from '../../connections';
import { ListBody } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import { connection as words } from '../../words/pt';
import { SettingsPage } from '../settings-page';
import { ConnectionPart } from './connection-part';

/** Bling heals and fails by itself: whoever looks at it sees so. */
const AGAIN_MS = 15_000;

/** The companies of Bling whose sales count here, how each stands, and the way to another. */
export function ConnectionPage(): ReactNode {
  const list = useQuery({ ...connectionsQuery, refetchInterval: AGAIN_MS });
  const connect = useAction(async () => {
    const headers = { Accept: 'application/json' };
    const { url } = await bodyOf(api.GET('/integrations/bling/authorize', { headers }));
    window.location.assign(url);
  });
  return (
    <SettingsPage title={words.title}>
      <ListBody
        list={list}
        isEmpty={(all) => all.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={null}
      >
        {(all) => (
          <Stack gap="xl">
            {all.map((one) => (
              <ConnectionPart key={one.id} connection={one} connect={connect} />
            ))}
          </Stack>
        )}
      </ListBody>
      <FailureNotice failure={connect.failure} />
      <Stack gap="xs" align="start">
        <Button loading={connect.busy} onClick={() => void connect.run()}>
          {words.connect}
        </Button>
        <Text size="sm">{words.connectHint}</Text>
      </Stack>
    </SettingsPage>
  );
}
