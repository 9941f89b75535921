import { z } from 'zod';
import { localDate, moveDate, parseDuration, startOfDate } from '../../loyalty';
import type { Instant, Program } from '../../loyalty';
import type { AppDeps, Route } from '../http';
import { endpoint, invalidField, readInput } from '../http';
import { Problem } from '../http/problem';
import { readProgram } from '../program';
import {
  simulationExample,
  simulationRequestExample,
  simulationRequestSchema,
  simulationSchema,
} from './simulation-schema';
import { simulationView } from './simulation-view';

const tag = 'Program';

/** Draft programs over what has really been sold. */
export function simulationRoutes(deps: AppDeps): Route[] {
  return [start(deps), one(deps)];
}

function start(deps: AppDeps): Route {
  const { store, runs } = deps;
  return endpoint(deps, {
    method: 'post',
    path: '/v1/program/simulations',
    permission: 'simulation',
    tag,
    summary: 'Play a draft program over past sales, beside the current one',
    description:
      'The merchant’s sales, returns, cancellations and uses of benefit of the period are played through both programs, in memory: nothing is granted, stored with a sale, or sent. Read the simulation to see how far it is, and what it came to. It is kept for thirty days.',
    body: { schema: simulationRequestSchema, example: simulationRequestExample, read: readRequest },
    reply: {
      status: 201,
      description: 'The simulation is running',
      schema: simulationSchema,
      example: simulationExample,
    },
    refusals: ['simulations_running'],
    async answer({ merchantId, body: { program, from, until }, now, log }) {
      const current = await store.programs.current(merchantId);
      const period = pastPeriod({ from, until }, program.timezone, now);
      const about = { merchantId, draft: program, against: current?.version ?? null, ...period };
      const opened = await store.simulations.open(about, MOST_RUNNING, new Date(now));
      if (!opened) throw new Problem('simulations_running');
      const { id: simulationId } = opened;
      try {
        await runs.simulate({ merchantId, simulationId });
      } catch (error) {
        await store.simulations.discard(merchantId, simulationId);
        throw error;
      }
      log.info({ simulationId }, 'simulation started');
      return simulationView(opened, now);
    },
  });
}

function one(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/program/simulations/{id}',
    permission: 'simulation',
    tag,
    summary: 'How far a simulation is, and what it came to',
    reply: { description: 'The simulation', schema: simulationSchema, example: simulationExample },
    refusals: ['simulation_not_found'],
    async answer({ merchantId, id, now }) {
      const found = await deps.store.simulations.get(merchantId, id);
      if (!found) throw new Problem('simulation_not_found');
      return simulationView(found, now);
    },
  });
}

type Days = Pick<z.output<typeof simulationRequestSchema>, 'from' | 'until'>;

/** @throws Problem `invalid_request`; the draft's fields are named as in `PUT /v1/program` */
function readRequest(json: unknown): Days & { program: Program } {
  const { program, ...days } = readInput(simulationRequestSchema.extend({ program: z.unknown() }), json);
  return { ...days, program: readProgram(program) };
}

/** More than these would only wait for each other. */
const MOST_RUNNING = 5;

const ONE_DAY = parseDuration('P1D');
const TWELVE_MONTHS = parseDuration('P12M');
const FIVE_YEARS = parseDuration('P5Y');

/** The period in the draft's zone, up to this moment at most. @throws Problem `invalid_request` */
function pastPeriod(days: Days, zone: string, now: Instant): { from: Date; end: Date } {
  const today = localDate(now, zone);
  const { until = today } = days;
  const { from = moveDate(moveDate(until, TWELVE_MONTHS, -1), ONE_DAY) } = days;
  if (until > today)
    throw invalidField(
      'until',
      'O dia ainda não chegou, e só se simula o que já foi vendido. Use no máximo hoje.',
    );
  if (from > until)
    throw invalidField('from', 'O período começa depois do seu fim, e não teria vendas. Troque as datas.');
  if (from < moveDate(until, FIVE_YEARS, -1))
    throw invalidField(
      'from',
      'O período passa de cinco anos, longo demais para uma simulação. Escolha um mais curto.',
    );
  const end = Math.min(now, startOfDate(moveDate(until, ONE_DAY), zone));
  return { from: new Date(startOfDate(from, zone)), end: new Date(end) };
}
