import { Alert, List, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatLocalDate } from '../../format';
import { Part } from '../../lists';
import { FailureNotice } from '../../parts';
import { useWorkplace } from '../../shell';
import { simulations as words } from '../../words/pt';
import { CostPart } from './cost-part';
import { LiabilityPart } from './liability-part';
import { MovedPart } from './moved-part';
import { RulesTable } from './rules-table';
import { simulationQuery } from './simulation-query';
import type { Result, Simulation } from './simulation-query';

/** How far a simulation is, and what it came to. */
export function SimulationPart({ id }: { id: string }): ReactNode {
  const { data, error, refetch } = useQuery(simulationQuery(id));
  if (!data)
    return error ? (
      <FailureNotice failure={error} onRetry={() => void refetch()} />
    ) : (
      <Text role="status">{words.loading}</Text>
    );
  if (data.failure)
    return (
      <Alert color="red.9" variant="outline" title={words.failed}>
        <Text size="md">{data.failure.text}</Text>
      </Alert>
    );
  return data.result ? <Finished simulation={data} result={data.result} /> : <Running {...data} />;
}

function Running({ progress: { done, total } }: Simulation): ReactNode {
  const { title, reading, played, leave } = words.running;
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <Part title={title}>
      <Progress.Root size="xl">
        <Progress.Section value={percent} color="indigo.7" aria-label={title} />
      </Progress.Root>
      <Text role="status">{total === 0 ? reading : played(done, total)}</Text>
      <Text size="sm">{leave}</Text>
    </Part>
  );
}

function Finished({ simulation, result }: { simulation: Simulation; result: Result }): ReactNode {
  const { clock } = useWorkplace();
  const { period, played, sales } = result;
  const labels = words.result;
  const current = simulation.against === null ? labels.nothing : labels.against(simulation.against);
  return (
    <Stack gap="lg">
      <Part title={labels.title}>
        <Text>
          {labels.period(formatLocalDate(period.from), formatLocalDate(period.until))}{' '}
          {labels.played(played.sales, played.customers, played.unidentified)}{' '}
          {labels.asOf(clock.dateTime(simulation.createdAt))}
        </Text>
        <Text fw={600}>{labels.changed(sales.more.count + sales.less.count)}</Text>
      </Part>
      <CostPart result={result} current={current} />
      <MovedPart result={result} current={current} />
      <LiabilityPart result={result} current={current} asOf={simulation.createdAt} />
      <RulesTable title={`${words.rules.title}: ${labels.draft}`} rules={result.rules.draft} />
      {simulation.against !== null && (
        <RulesTable title={`${words.rules.title}: ${current}`} rules={result.rules.current} />
      )}
      <Part title={words.assumptions}>
        <List size="sm">
          {result.assumptions.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      </Part>
    </Stack>
  );
}
