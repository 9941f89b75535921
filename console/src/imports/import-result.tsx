import { Alert, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FactTable, Part, whoDid } from '../lists';
import { useWorkplace } from '../shell';
import { imports as words } from '../words/pt';
import { HowFar, StateMark } from './how-far';
import type { FileImport } from './import-queries';
import { RowErrors } from './row-errors';

/** What came of a file so far, or what would come of it. */
export function ImportResult({ found }: { found: FileImport }): ReactNode {
  const { clock } = useWorkplace();
  const { state, dryRun, total, created, updated, failed, ignoredColumns, startedAt, finishedAt } = found;
  const labels = dryRun ? words.result.wouldBe : words.result.is;
  return (
    <Stack gap="lg">
      <Part title={labels.title} action={<StateMark state={state} />}>
        <HowFar summary={found} />
        {(state === 'failed' || state === 'cancelled') && (
          <Alert color="red.9" variant="outline">
            <Text size="sm">{words.result.broken[state]}</Text>
          </Alert>
        )}
        <FactTable
          title={labels.title}
          facts={[
            [words.result.total, total],
            [labels.created, created],
            [labels.updated, updated],
            [words.result.failed, failed],
            [words.result.by, whoDid(found) ?? words.byNobody],
            [words.result.startedAt, clock.dateTime(startedAt)],
            finishedAt === null ? null : [words.result.finishedAt, clock.dateTime(finishedAt)],
          ]}
        />
      </Part>
      {ignoredColumns.length > 0 && (
        <Part title={words.ignored.title}>
          <Text>{ignoredColumns.join(', ')}</Text>
          <Text size="sm" c="dimmed">
            {words.ignored.text}
          </Text>
        </Part>
      )}
      {found.errors.length > 0 && <RowErrors errors={found.errors} failed={failed} />}
    </Stack>
  );
}
