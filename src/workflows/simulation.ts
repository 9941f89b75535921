import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  setCurrentDetails,
} from '@temporalio/workflow';
import type { SimulationFailure, SimulationReceipt } from '../activities';
import { sayingIfCancelled } from './cancelled';
import type { SimulationInput } from './definitions';
import { ranOutOfTime } from './out-of-time';
import { SIMULATION_INPUT } from './payload-shapes';
import { refuseInputUnlike } from './payloads';
import { failSimulation, simulateProgram } from './steps';

/**
 * Plays a draft program over the merchant's past. Nothing is moved and nobody is written to: the step can begin again
 * from nothing at any time, and a run that is cancelled or fails leaves nothing but a reason.
 */
export async function simulation(input: SimulationInput): Promise<SimulationReceipt> {
  refuseInputUnlike(input, SIMULATION_INPUT);
  return sayingIfCancelled(CANCELLED, () => simulate(input));
}

const CANCELLED = 'Nada foi gravado além do motivo. Se ainda precisar da simulação, comece outra.';

async function simulate(input: SimulationInput): Promise<SimulationReceipt> {
  try {
    const receipt = await simulateProgram(input);
    setCurrentDetails(receipt.details);
    return receipt;
  } catch (error) {
    await CancellationScope.nonCancellable(() => failSimulation(input, failureKind(error)));
    throw error;
  }
}

function failureKind(error: unknown): SimulationFailure {
  if (isCancellation(error)) return 'cancelled';
  if (!(error instanceof ActivityFailure)) return 'unexpected';
  if (ranOutOfTime(error)) return 'not_finished_in_time';
  const { cause } = error;
  if (cause instanceof ApplicationFailure && cause.type === 'too_many_sales') return 'too_many_sales';
  return 'unexpected';
}
