import { Button, Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { DayField, Part } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import { simulations as words } from '../../words/pt';
import { useDrafting } from '../draft';
import { DraftStanding } from '../draft-standing';
import { ProgramFrame } from '../program-frame';
import { SimulationPart } from './simulation-part';

const route = getRouteApi('/inside/programa/simular');

/** The draft over what has really been sold, beside the version in force. */
export function SimulatePage(): ReactNode {
  const { simulacao: id } = route.useSearch();
  return (
    <ProgramFrame>
      <Stack gap="xl">
        <StartPart />
        {id !== undefined && <SimulationPart key={id} id={id} />}
      </Stack>
    </ProgramFrame>
  );
}

function StartPart(): ReactNode {
  const navigate = route.useNavigate();
  const { draft, errors } = useDrafting();
  const [from, setFrom] = useState<string>();
  const [until, setUntil] = useState<string>();
  const start = useAction(async () => {
    const days = { ...(from ? { from } : {}), ...(until ? { until } : {}) };
    const body = { ...days, program: draft as unknown as Schema<'Program'> };
    const { id } = await bodyOf(api.POST('/v1/program/simulations', { body }));
    await navigate({ search: { simulacao: id }, resetScroll: false });
  });
  return (
    <Part title={words.title}>
      <Text size="sm">{words.intro}</Text>
      <DraftStanding same={words.same} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void start.run();
        }}
      >
        <Group align="end">
          <DayField label={words.from} description={words.fromHint} day={from} onChange={setFrom} />
          <DayField label={words.until} description={words.untilHint} day={until} onChange={setUntil} />
          <Button type="submit" loading={start.busy} disabled={errors.size > 0}>
            {words.start}
          </Button>
        </Group>
      </form>
      <FailureNotice failure={start.failure} />
    </Part>
  );
}
