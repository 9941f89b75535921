export { createPast } from './past';
export type { Past } from './past';
export { simulationModel, simulationTurnModel } from './simulation-model';
export type { SimulationFailure } from './simulation-model';
export { createSimulations } from './simulations';
export type { Simulations, StoredSimulation } from './simulations';
