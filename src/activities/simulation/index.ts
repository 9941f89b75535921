export { createSimulationSteps } from './simulate-program';
export type { SimulationReceipt, SimulationSteps } from './simulate-program';
