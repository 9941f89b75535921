export { applyChoice } from './apply-choice';
export { choiceRoutes } from './choice-routes';
