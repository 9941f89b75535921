export { BrokenPage } from './broken-page';
export { NotFoundPage } from './not-found-page';
export { PageLink } from './page-link';
export { sessionQuery } from './session-query';
export { Shell } from './shell';
export { useWorkplace } from './workplace';
export type { Workplace } from './workplace';
