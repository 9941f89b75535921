import type { ReactNode } from 'react';
import { shell } from '../words/pt';
import styles from './skip-link.module.css';

/** For those who go by keyboard: past the menu, to what the page is about. */
export function SkipLink(): ReactNode {
  const skip = (event: React.MouseEvent): void => {
    // With <base> in the page a bare #fragment would leave it.
    event.preventDefault();
    document.getElementById('conteudo')?.focus();
  };
  return (
    <a href="#conteudo" className={styles['link']} onClick={skip}>
      {shell.skip}
    </a>
  );
}
