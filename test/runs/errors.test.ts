import { describe, expect, it } from '@jest/globals';
import {
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { Refusal } from '../../src/loyalty';
import {
  EngineBusyError,
  EngineUnavailableError,
  OutcomeUnknownError,
  ProgramNotAsPublishedError,
  RunEndedError,
} from '../../src/runs';
import { signalError, updateError } from '../../src/runs/errors';

function grpcError(code: number): Error {
  return Object.assign(new Error('grpc'), { code, details: 'grpc', metadata: {} });
}

function refusal(facts: object): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'insufficient_balance',
    message: 'Refused',
    nonRetryable: true,
    details: [facts],
  });
}

describe('what a failed update means', () => {
  it('is a refusal with its facts where the handler or validator said no', () => {
    const error = updateError(
      new WorkflowUpdateFailedError('failed', refusal({ requiredCents: 5, availableCents: 1 })),
    );
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toMatchObject({
      code: 'insufficient_balance',
      facts: { requiredCents: 5, availableCents: 1 },
    });
  });

  it('is a refusal too where an activity said no inside the handler', () => {
    const activity = new ActivityFailure(
      'failed',
      'reserveBalance',
      '1',
      'NON_RETRYABLE_FAILURE',
      'worker',
      refusal({ requiredCents: 5 }),
    );
    expect(updateError(new WorkflowUpdateFailedError('failed', activity))).toMatchObject({
      code: 'insufficient_balance',
      facts: { requiredCents: 5 },
    });
  });

  it.each([undefined, 'text', { nested: {} }, null])('takes no facts from details %p', (details) => {
    const failure = ApplicationFailure.create({ type: 'above_max_share', message: '', details: [details] });
    expect(updateError(new WorkflowUpdateFailedError('failed', failure))).toMatchObject({ facts: {} });
  });

  it('is not known after a deadline, a cancellation, or a run that ended under the handler', () => {
    const ended = ApplicationFailure.create({ type: 'AcceptedUpdateCompletedWorkflow', message: '' });
    for (const error of [
      new WorkflowUpdateRPCTimeoutOrCancelledError('late'),
      new ServiceError('late', { cause: grpcError(4) }),
      new WorkflowUpdateFailedError('failed', ended),
    ]) {
      expect(updateError(error)).toBeInstanceOf(OutcomeUnknownError);
    }
  });

  it('is the engine’s absence where Temporal did not take the call', () => {
    expect(updateError(new ServiceError('down', { cause: grpcError(14) }))).toBeInstanceOf(
      EngineUnavailableError,
    );
    expect(updateError(grpcError(14))).toBeInstanceOf(EngineUnavailableError);
  });

  it('tells a limit of the server from its absence: nothing was taken', () => {
    for (const error of [new ServiceError('full', { cause: grpcError(8) }), grpcError(8), grpcError(9)])
      expect(updateError(error)).toBeInstanceOf(EngineBusyError);
    expect(updateError(grpcError(14))).not.toBeInstanceOf(EngineBusyError);
  });

  it('tells a run that ended under the update, which the next one takes up', () => {
    const ended = ApplicationFailure.create({ type: 'AcceptedUpdateCompletedWorkflow', message: '' });
    expect(updateError(new WorkflowUpdateFailedError('failed', ended))).toBeInstanceOf(RunEndedError);
    expect(updateError(new WorkflowUpdateRPCTimeoutOrCancelledError('late'))).not.toBeInstanceOf(
      RunEndedError,
    );
  });

  it.each([
    [{ version: 3, validUntil: '2026-11-27T13:45:20.000Z' }, 3, '2026-11-27T13:45:20.000Z'],
    [undefined, null, null],
  ])(
    'passes where a step met a program that is not as it was published: %p',
    (details, version, validUntil) => {
      const failure = ApplicationFailure.create({
        type: 'ForgedProgramError',
        message: '',
        details: [details],
      });
      const error = updateError(new WorkflowUpdateFailedError('failed', failure));
      expect(error).toBeInstanceOf(ProgramNotAsPublishedError);
      expect(error).toMatchObject({ version, validUntil });
    },
  );

  it('is left as it is where it is none of these', () => {
    const bug = new TypeError('bug');
    expect(updateError(bug)).toBe(bug);
    const defect = ApplicationFailure.create({ type: 'LedgerError', message: '' });
    const failed = new WorkflowUpdateFailedError('failed', defect);
    expect(updateError(failed)).toBe(failed);
  });
});

describe('what a failed signal means', () => {
  it('is always that it may be sent again', () => {
    for (const code of [4, 14, 8, 3]) {
      expect(signalError(new ServiceError('x', { cause: grpcError(code) }))).toBeInstanceOf(
        EngineUnavailableError,
      );
    }
  });
});
