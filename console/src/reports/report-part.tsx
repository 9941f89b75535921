import { Button, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatLocalDate } from '../format';
import { Part, saveFile } from '../lists';
import { FailureNotice, useAction } from '../parts';
import { useWorkplace } from '../shell';
import { reports as words } from '../words/pt';
import type { Report } from './report-queries';

interface Props<T> {
  title: string;
  /** What the figures are, and are not. */
  explain: string;
  report: Report<T>;
  /** Of the file, without its ending. */
  fileName: string;
  children: (found: T) => ReactNode;
}

interface Dated {
  asOf: string;
  from?: string;
  until?: string;
}

/** A report under its title: up to when its data runs, its figures, and the same as a file. */
export function ReportPart<T extends Dated>(props: Props<T>): ReactNode {
  const { title, explain, report, fileName, children } = props;
  const { clock } = useWorkplace();
  const { data, error, refetch } = useQuery({ ...report.query, placeholderData: keepPreviousData });
  const download = useAction(async () => saveFile(await report.file(), `${fileName}.csv`));
  const { from, until } = data ?? {};
  return (
    <Part
      title={title}
      action={
        <Button
          variant="default"
          size="compact-md"
          aria-label={words.fileOf(title)}
          loading={download.busy}
          disabled={!data}
          onClick={() => void download.run()}
        >
          {words.file}
        </Button>
      }
    >
      <Text size="sm">{explain}</Text>
      {data && (
        <Text size="sm" c="dimmed">
          {[
            ...(from && until ? [words.period(formatLocalDate(from), formatLocalDate(until))] : []),
            words.asOf(clock.dateTime(data.asOf)),
          ].join(' · ')}
        </Text>
      )}
      <FailureNotice failure={download.failure} />
      {error ? (
        <FailureNotice failure={error} onRetry={() => void refetch()} />
      ) : data ? (
        children(data)
      ) : (
        <Text role="status">{words.loading}</Text>
      )}
    </Part>
  );
}
