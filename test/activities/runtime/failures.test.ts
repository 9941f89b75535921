import { describe, expect, it } from '@jest/globals';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { toFailure } from '../../../src/activities/runtime';
import { LedgerError, Refusal } from '../../../src/loyalty';
import { EngineUnavailableError } from '../../../src/runs';
import { ConcurrentChangeError } from '../../../src/store';
import { refusal } from '../../../src/workflows/refusals';

describe('what an error of a step is to Temporal', () => {
  it('is an expected failure that is final, with the code and the facts, where a rule refuses', () => {
    expect(toFailure(new Refusal('insufficient_balance', { requiredCents: 5 }))).toMatchObject({
      type: 'insufficient_balance',
      message: 'Refused: insufficient_balance',
      nonRetryable: true,
      details: [{ requiredCents: 5 }],
      category: ApplicationFailureCategory.BENIGN,
    });
  });

  it('is the same failure whether a step or a workflow refuses', () => {
    const { type, message, nonRetryable, details, category } = refusal('invalid_request');
    expect(toFailure(new Refusal('invalid_request'))).toMatchObject({
      ...{ type, message, nonRetryable, details, category },
    });
  });

  it('is final and loud where the ledger is defect', () => {
    const failure = toFailure(new LedgerError('defect'));
    expect(failure).toMatchObject({ type: 'LedgerError', nonRetryable: true });
    expect(failure).not.toMatchObject({ category: ApplicationFailureCategory.BENIGN });
  });

  it.each([new ConcurrentChangeError('met another'), new EngineUnavailableError()])(
    'is tried again where it passes: %p',
    (error) => {
      const failure = toFailure(error) as ApplicationFailure;
      expect(failure).toBeInstanceOf(ApplicationFailure);
      expect([failure.type, failure.nonRetryable]).toEqual([error.name, false]);
    },
  );

  it('is left as it is where nothing is known of it', () => {
    const bug = new TypeError('bug');
    expect(toFailure(bug)).toBe(bug);
  });
});
