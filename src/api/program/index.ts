export { inForce } from './in-force';
export { DEFAULT_ZONE, merchantZone } from './merchant-zone';
export { programRoutes } from './program-routes';
export {
  programChangeSchema,
  programExample,
  programSchema,
  programWarningSchema,
  regulationFields,
} from './program-schema';
export { readProgram } from './read-program';
