import { Button, Switch, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { useWorkplace } from '../../shell';
import { sale as words } from '../../words/pt';
import { byWhom } from './by-whom';
import { folded } from './fold';
import { runQuery } from './run-query';
import type { SaleRun } from './run-query';
import type { Sale } from './sale-query';

const labels = words.timeline;
type Event = Sale['timeline'][number];
type Step = SaleRun['steps'][number];

/** What did not go as it should: the source was refused or could not be read, or a message did not arrive. */
const FAILURE = /^(?:refused|parked|\w+_(?:failed|unknown))$/;
const isFailure = ({ event }: Event): boolean => FAILURE.test(event);

/**
 * What happened to the sale and by whom, oldest first, what is being tried now, and what comes next and when. A long story is folded, but
 * for its failures.
 */
export function TimelinePart({ sale }: { sale: Sale }): ReactNode {
  const { clock } = useWorkplace();
  const [failuresOnly, setFailuresOnly] = useState(false);
  const [opened, setOpened] = useState(false);
  const { data: run, isError } = useQuery(runQuery(sale.id));
  const { timeline, next, channel } = sale;
  const wanted = failuresOnly ? timeline.filter(isFailure) : timeline;
  const parts = opened ? wanted.map((event) => ({ event })) : folded(wanted, isFailure);
  const steps = (run?.steps ?? []).filter(({ lastFailure }) => !failuresOnly || lastFailure !== null);
  return (
    <Part
      title={labels.title}
      action={
        <Switch
          label={labels.failuresOnly}
          checked={failuresOnly}
          onChange={({ currentTarget }) => setFailuresOnly(currentTarget.checked)}
        />
      }
    >
      {failuresOnly && wanted.length + steps.length === 0 && <Text>{labels.noFailures}</Text>}
      <Timeline bulletSize={16} lineWidth={2}>
        {parts.map((part, place) =>
          'hidden' in part ? (
            <Timeline.Item key={`hidden-${place}`} lineVariant="dotted">
              <Button variant="default" size="compact-sm" onClick={() => setOpened(true)}>
                {labels.more(part.hidden)}
              </Button>
            </Timeline.Item>
          ) : (
            <Timeline.Item
              key={`${part.event.at}-${part.event.event}-${place}`}
              color={isFailure(part.event) ? 'red.9' : undefined}
            >
              <Happened event={part.event} channel={channel} />
            </Timeline.Item>
          ),
        )}
        {steps.map((step) => (
          <Timeline.Item key={step.step} color={step.lastFailure ? 'red.9' : undefined} lineVariant="dashed">
            <Tried step={step} />
          </Timeline.Item>
        ))}
        {next && !failuresOnly && (
          <Timeline.Item lineVariant="dotted">
            <div data-next={next.do}>
              <Text size="sm" fw={600}>
                {labels.next(next.text)}
              </Text>
              <Text size="xs">{clock.dateTime(next.at)}</Text>
            </div>
          </Timeline.Item>
        )}
      </Timeline>
      {!next && <Text size="sm">{labels.nothingNext}</Text>}
      {isError && <Text size="sm">{labels.runUnknown}</Text>}
    </Part>
  );
}

interface HappenedProps {
  event: Event;
  channel: Sale['channel'];
}

function Happened({ event: happened, channel }: HappenedProps): ReactNode {
  const { clock } = useWorkplace();
  const { at, source, event, text } = happened;
  return (
    <div data-event={event}>
      <Text size="sm">{text}</Text>
      <Text size="xs" c="dimmed">
        {clock.dateTime(at)} · {byWhom(happened, channel)}
      </Text>
      <details>
        <summary>
          <Text span size="xs">
            {labels.details}
          </Text>
        </summary>
        <Text size="xs">
          {labels.source}: {labels.sources[source]}
          <br />
          {labels.event}: {event}
          <br />
          {labels.instant}: {clock.exact(at)}
        </Text>
      </details>
    </div>
  );
}

/** A step that is being tried: for the how-manieth time, why the last failed, and when it is tried again. */
function Tried({ step: { step, text, attempt, lastFailure, nextTryAt } }: { step: Step }): ReactNode {
  const { clock } = useWorkplace();
  return (
    <div data-step={step}>
      <Text size="sm" fw={600}>
        {text}
      </Text>
      {lastFailure && (
        <Text size="sm" c="red.9">
          {lastFailure.text}
        </Text>
      )}
      <Text size="xs">{labels.attempt(attempt, nextTryAt === null ? null : clock.time(nextTryAt))}</Text>
    </div>
  );
}
