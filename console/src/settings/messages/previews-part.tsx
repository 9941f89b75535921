import { Button, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { messageSettings } from '../../words/pt';

const words = messageSettings.previews;
const Previews = lazy(async () => ({ default: (await import('./previews')).Previews }));

/** Every message as a customer would read it; asked for when somebody wants to see them. */
export function PreviewsPart(): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <Part title={words.title}>
      <Text size="sm">{words.explain}</Text>
      {shown ? (
        <Suspense fallback={<Text role="status">{words.loading}</Text>}>
          <Previews />
        </Suspense>
      ) : (
        <Button variant="default" onClick={() => setShown(true)}>
          {words.show}
        </Button>
      )}
    </Part>
  );
}
