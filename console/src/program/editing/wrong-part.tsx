import { Alert, Anchor, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { program } from '../../words/pt';
import { useDrafting } from '../draft';

const words = program.draft;

/** Everything that is wrong, with the way to where it is: a field may be out of sight. */
export function WrongPart(): ReactNode {
  const { errors } = useDrafting();
  if (errors.size === 0) return null;
  return (
    <Alert color="red.9" variant="outline" title={words.wrongTitle}>
      <List size="md">
        {[...errors].map(([path, message]) => (
          <List.Item key={path}>
            <Text size="md">{message}</Text>
            <Anchor component="button" type="button" size="sm" onClick={() => goTo(path)}>
              {words.goTo} <code>{path}</code>
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** To the field of a place, or of what holds it. */
function goTo(path: string): void {
  for (let place = path; place !== ''; place = place.replace(/(?:\.[^.[]*|\[\d*\]|^[^.[]*)$/, '')) {
    const field = document.getElementById(place);
    if (!field) continue;
    field.scrollIntoView({ block: 'center' });
    field.focus();
    return;
  }
}
