import type { ReactNode } from 'react';
import { shell } from '../words/pt';
import { MessagePage } from './message-page';

/** Said where nothing lies at an address. */
export function NotFoundPage(): ReactNode {
  return <MessagePage title={shell.notFound.title} text={shell.notFound.text} />;
}
