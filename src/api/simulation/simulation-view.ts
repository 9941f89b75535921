import type { z } from 'zod';
import type { Instant } from '../../loyalty';
import type { SimulationFailure, StoredSimulation } from '../../store';
import { iso, isoOrNull } from '../http';
import type { simulationSchema } from './simulation-schema';

const FAILURES: Record<SimulationFailure, string> = {
  cancelled: 'A simulação foi cancelada antes do fim. Comece outra se ainda precisar dela.',
  too_many_sales: 'O período tem vendas demais para uma simulação só. Escolha um período mais curto.',
  not_finished_in_time:
    'A simulação não terminou a tempo, e foi abandonada. Tente de novo em outro horário ou com um período mais curto.',
  unexpected:
    'A simulação parou por uma falha nossa, que foi registrada. Tente de novo; se persistir, informe o id ao suporte.',
};

/** A simulation as the API answers one. One that nobody can be working on any more has failed. */
export function simulationView(found: StoredSimulation, now: Instant): z.output<typeof simulationSchema> {
  const { id, against, from, end, progress, result, createdAt } = found;
  const abandoned = found.state === 'running' && found.givenUpAt.getTime() <= now;
  const failure = abandoned ? 'not_finished_in_time' : found.failure;
  return {
    id,
    state: abandoned ? 'failed' : found.state,
    against,
    from: iso(from),
    end: iso(end),
    progress: { done: progress.done, total: progress.total },
    ...(failure === null ? {} : { failure: { code: failure, text: FAILURES[failure] } }),
    ...(result === null ? {} : { result }),
    createdAt: iso(createdAt),
    finishedAt: isoOrNull(abandoned ? found.givenUpAt : found.finishedAt),
  };
}
