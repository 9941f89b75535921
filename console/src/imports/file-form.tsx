import { Button, Checkbox, FileInput, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { imports as words } from '../words/pt';
import type { FileImport } from './import-queries';

const labels = words.form;

/** A file, what it holds, and whether its customers hear of it. */
export interface ChosenFile {
  kind: FileImport['kind'];
  file: File | null;
  notify: boolean;
}

interface Props {
  chosen: ChosenFile;
  busy: boolean;
  onChoose: (change: Partial<ChosenFile>) => void;
  /** The file is to be tried. */
  onLook: (file: File) => void;
}

/** Chooses a file. */
export function FileForm({ chosen: { kind, file, notify }, busy, onChoose, onLook }: Props): ReactNode {
  const [asked, setAsked] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (file) onLook(file);
      }}
    >
      <Stack gap="md" maw={560}>
        <Radio.Group
          label={labels.kind}
          value={kind}
          onChange={(value) => onChoose({ kind: value === 'customers' ? value : 'sales' })}
        >
          <Group mt={4}>
            <Radio value="sales" label={words.kinds.sales} />
            <Radio value="customers" label={words.kinds.customers} />
          </Group>
        </Radio.Group>
        <Text size="sm">{labels.columns[kind]}</Text>
        <FileInput
          label={labels.file}
          description={labels.fileHint}
          placeholder={labels.choose}
          accept=".csv,text/csv"
          required
          value={file}
          error={asked && !file ? labels.fileMissing : undefined}
          onChange={(one) => onChoose({ file: one })}
        />
        {kind === 'sales' && (
          <Checkbox
            label={labels.notify}
            description={labels.notifyHint}
            checked={notify}
            onChange={({ currentTarget }) => onChoose({ notify: currentTarget.checked })}
          />
        )}
        <Group>
          <Button type="submit" variant="default" loading={busy}>
            {labels.look}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
