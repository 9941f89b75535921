import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { PageTitle, useCallKey } from '../lists';
import { FailureNotice, useAction } from '../parts';
import { PageLink } from '../shell';
import { imports as words } from '../words/pt';
import { FileForm } from './file-form';
import type { ChosenFile } from './file-form';
import { importQuery, sendFile } from './import-queries';
import type { FileImport } from './import-queries';
import { ImportResult } from './import-result';
import { MeaningPart } from './meaning-part';
import { asStatus, unclearColumns } from './meanings';
import type { Said, StatusColumn } from './meanings';

const NOTHING: ChosenFile = { kind: 'sales', file: null, notify: false };

/** A file is chosen and tried, with nothing written; what it says is put right; and only then is it imported. */
export function NewImportPage(): ReactNode {
  const navigate = useNavigate();
  const keyFor = useCallKey();
  const [chosen, setChosen] = useState(NOTHING);
  const [columns, setColumns] = useState<readonly StatusColumn[]>([]);
  const [said, setSaid] = useState<Said[]>([]);
  const [triedId, setTriedId] = useState<string | null>(null);
  const tried = useQuery({ ...importQuery(triedId ?? ''), enabled: triedId !== null });

  const send = (file: File, dryRun: boolean): Promise<FileImport> => {
    const { kind, notify } = chosen;
    const order = { kind, dryRun, notify, status: kind === 'sales' ? asStatus(said) : [] };
    const { name, size, lastModified } = file;
    return sendFile(file, order, keyFor({ ...order, name, size, lastModified }));
  };
  const look = useAction(async (file: File) => {
    setTriedId(null);
    try {
      const { id, statusColumns } = await send(file, true);
      setColumns(statusColumns);
      setTriedId(id);
    } catch (failure) {
      setColumns(unclearColumns(failure) ?? []);
      throw failure;
    }
  });
  const start = useAction(async (file: File) => {
    const { id } = await send(file, false);
    await navigate({ to: '/importacoes/$id', params: { id } });
  });
  const choose = (change: Partial<ChosenFile>): void => {
    setChosen({ ...chosen, ...change });
    setTriedId(null);
    look.clear();
    start.clear();
    if (change.notify !== undefined) return;
    setColumns([]);
    setSaid([]);
  };
  const say = (answers: Said[]): void => {
    setSaid(answers);
    setTriedId(null);
  };
  const { file } = chosen;
  const found = triedId === null ? undefined : tried.data;
  const taken = found?.state === 'finished' ? found.total - found.failed : 0;
  return (
    <Stack gap="lg">
      <PageLink to="/importacoes">{words.toList}</PageLink>
      <PageTitle>{words.form.title}</PageTitle>
      <FileForm chosen={chosen} busy={look.busy} onChoose={choose} onLook={(one) => void look.run(one)} />
      <FailureNotice failure={look.failure ?? tried.error} />
      {columns.length > 0 && <MeaningPart columns={columns} said={said} onSay={say} />}
      {columns.length > 0 && triedId === null && file && (
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
