import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { readableGreys, theme } from './theme';

/** Shows a page in the look of all of them. */
export function showPage(page: ReactNode): void {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={readableGreys} forceColorScheme="light">
        {page}
      </MantineProvider>
    </StrictMode>,
  );
}
