import { Group, List, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Mark, PageTitle, Part, ReadBody } from '../lists';
import { PageLink } from '../shell';
import { activation as words } from '../words/pt';
import { activationQuery } from './activation-query';
import type { Activation } from './activation-query';
import { AuthorizePart } from './authorize-part';
import { LivePart } from './live-part';
import { SalePart } from './sale-part';
import { TestPart } from './test-part';

type Step = Activation['steps'][number];

/** The five steps until customers are written to, each judged by what there is, and the last word. */
export function ActivationPage(): ReactNode {
  const read = useQuery(activationQuery);
  return (
    <Stack gap="xl">
      <PageTitle>{words.title}</PageTitle>
      <ReadBody query={read} loading={words.loading}>
        {(activation) => (
          <>
            <LivePart activation={activation} />
            <Reached steps={activation.steps} />
            {activation.steps.map((step, place) => (
              <StepPart key={step.step} step={step} place={place + 1}>
                <StepBody step={step.step} activation={activation} />
              </StepPart>
            ))}
          </>
        )}
      </ReadBody>
    </Stack>
  );
}

function Reached({ steps }: Pick<Activation, 'steps'>): ReactNode {
  const done = steps.filter(({ state }) => state === 'done').length;
  const text = words.reached(done, steps.length);
  return (
    <Stack gap="xs" maw={520}>
      <Text size="sm">{text}</Text>
      <Progress value={Math.round((100 * done) / steps.length)} aria-label={text} />
    </Stack>
  );
}

interface StepProps {
  step: Step;
  place: number;
  children: ReactNode;
}

function StepPart({ step: { step, state, missing }, place, children }: StepProps): ReactNode {
  const done = state === 'done';
  return (
    <Part title={words.step(place, words.steps[step])}>
      <Stack gap="sm" align="start">
        <Group gap="xs">
          <Mark color={done ? 'indigo.7' : 'red.9'}>{done ? words.done : words.missing}</Mark>
        </Group>
        {missing.length > 0 && (
          <List size="sm">
            {missing.map(({ code, text }) => (
              <List.Item key={code}>{text}</List.Item>
            ))}
          </List>
        )}
        {children}
      </Stack>
    </Part>
  );
}

function StepBody({ step, activation }: { step: Step['step']; activation: Activation }): ReactNode {
  switch (step) {
    case 'connect':
      return <PageLink to="/configuracoes/conexao">{words.toConnections}</PageLink>;
    case 'authorize':
      return <AuthorizePart activation={activation} />;
    case 'program':
      return <PageLink to="/programa">{words.toProgram}</PageLink>;
    case 'reference_sale':
      return <SalePart activation={activation} />;
    case 'messages':
      return <TestPart activation={activation} />;
  }
}
