export { foreseeUnder, usesOf } from './foresee-under';
export type { ForeseenUnder } from './foresee-under';
export { previewRoutes } from './preview-routes';
export { simulationRoutes } from './simulation-routes';
export { tryRoutes } from './try-routes';
