import { Button, Group, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageTitle } from '../lists';
import { FailureNotice, useAction } from '../parts';
import { PageLink } from '../shell';
import { imports as words } from '../words/pt';
import { ColumnPart } from './column-part';
import { FileForm } from './file-form';
import { ImportResult } from './import-result';
import { MeaningPart } from './meaning-part';
import { useTrial } from './use-trial';

/** A file is chosen and tried, with nothing written; what it says is put right; and only then is it imported. */
export function NewImportPage(): ReactNode {
  const navigate = useNavigate();
  const { chosen, reading, found, lost, choose, say, look, send } = useTrial();
  const start = useAction(async (file: File) => {
    const { id } = await send(file, false);
    await navigate({ to: '/importacoes/$id', params: { id } });
  });
  const { kind, file } = chosen;
  const { columns, statusColumns, columnsSaid, said } = reading;
  const taken = found?.state === 'finished' ? found.total - found.failed : 0;
  const asked = columns.length > 0 || statusColumns.length > 0;
  return (
    <Stack gap="lg">
      <PageLink to="/importacoes">{words.toList}</PageLink>
      <PageTitle>{words.form.title}</PageTitle>
      <FileForm
        chosen={chosen}
        busy={look.busy}
        onChoose={(change) => {
          start.clear();
          choose(change);
        }}
        onLook={(one) => void look.run(one)}
      />
      <FailureNotice failure={look.failure ?? lost} />
      {columns.length > 0 && (
        <ColumnPart
          {...{ kind, columns, said: columnsSaid }}
          onSay={(answers) => say({ columnsSaid: answers })}
        />
      )}
      {statusColumns.length > 0 && (
        <MeaningPart columns={statusColumns} said={said} onSay={(answers) => say({ said: answers })} />
      )}
      {asked && !found && file && (
        <Group>
          <Button loading={look.busy} onClick={() => void look.run(file)}>
            {words.form.lookAgain}
          </Button>
        </Group>
      )}
      {found && <ImportResult found={found} />}
      <FailureNotice failure={start.failure} />
      {found && file && (
        <Group>
          <Button loading={start.busy} disabled={taken === 0} onClick={() => void start.run(file)}>
            {words.form.start(taken)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
