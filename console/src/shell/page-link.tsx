import { Anchor } from '@mantine/core';
import type { AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';

type Props = AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>;

function Look(props: Props): ReactNode {
  return <Anchor inherit {...props} />;
}

/** A link to another page of the console, in the look of links and as large as the text around it. */
export const PageLink = createLink(Look);
