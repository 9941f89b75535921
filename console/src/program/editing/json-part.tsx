import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { programForm } from '../../words/pt';
import { useDrafting } from '../draft';
import type { Draft } from '../draft';

const words = programForm.json;

/** The draft as the API takes it, for whoever wants what the form does not show. */
export function JsonPart(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <Part title={words.title}>
      <div>
        <Button variant="default" size="compact-md" onClick={() => setOpen(!open)}>
          {open ? words.hide : words.show}
        </Button>
      </div>
      {open && <JsonForm />}
    </Part>
  );
}

function JsonForm(): ReactNode {
  const { draft, replace } = useDrafting();
  const written = JSON.stringify(draft, null, 2);
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState<'wrong' | 'applied' | null>(null);
  const apply = (): void => {
    const read = readObject(typed ?? written);
    setSaid(read ? 'applied' : 'wrong');
    if (!read) return;
    replace(read);
    setTyped(null);
  };
  return (
    <>
      <Textarea
        label={words.label}
        description={words.hint}
        rows={16}
        spellCheck={false}
        styles={{ input: { fontFamily: 'monospace' } }}
        value={typed ?? written}
        error={said === 'wrong' ? words.wrong : undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setSaid(null);
        }}
      />
      <Group>
        <Button variant="default" disabled={typed === null} onClick={apply}>
          {words.apply}
        </Button>
        <Text role="status" size="sm">
          {said === 'applied' ? words.applied : ''}
        </Text>
      </Group>
    </>
  );
}

function readObject(text: string): Draft | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : null;
  } catch {
    return null;
  }
}
