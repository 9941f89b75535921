import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver } from '@mantine/core';

/** Labels of controls that carry only a picture. */
const CLOSE = 'Fechar';

/**
 * One look for all pages. Indigo, because white on it can be read; badges are filled or plain, since the light ones of most
 * colours cannot.
 */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 7,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { variant: 'filled', radius: 'sm' } },
    CloseButton: { defaultProps: { 'aria-label': CLOSE } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': CLOSE }, centered: true } },
    // Otherwise it is a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': CLOSE } } },
    PasswordInput: {
      defaultProps: { visibilityToggleButtonProps: { 'aria-label': 'Mostrar ou ocultar a senha' } },
    },
  },
});

/** Greys of Mantine that nobody reads easily, made darker. */
export const readableGreys: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
  },
  dark: {},
});
