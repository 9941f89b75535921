import { Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts';
import { PageLink, useWorkplace } from '../shell';
import { imports as words, lists } from '../words/pt';
import { importQuery } from './import-queries';
import type { FileImport } from './import-queries';
import { ImportResult } from './import-result';

const route = getRouteApi('/inside/importacoes/$id');

/** One import: how far it is, what came of it, and which rows could not be taken. */
export function ImportPage(): ReactNode {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(importQuery(id));
  return (
    <Stack gap="md">
      <PageLink to="/importacoes">{words.toList}</PageLink>
      {data ? (
        <Found found={data} />
      ) : error ? (
        <FailureNotice failure={error} onRetry={() => void refetch()} />
      ) : (
        <Group role="status" py="xl" justify="center">
          <Loader aria-hidden />
          <Text>{words.loadingOne}</Text>
        </Group>
      )}
    </Stack>
  );
}

function Found({ found }: { found: FileImport }): ReactNode {
  const { clock } = useWorkplace();
  return (
    <>
      <div>
        <Title order={1}>{words.page(words.kinds[found.kind], found.dryRun)}</Title>
        <Text size="sm" c="dimmed">
          {lists.zone(clock.zone)}
        </Text>
      </div>
      <ImportResult found={found} />
    </>
  );
}
