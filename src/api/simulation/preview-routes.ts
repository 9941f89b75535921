import type { z } from 'zod';
import { exampleOfRule, programDiff, programRegulation, programWarnings, ruleSentence } from '../../loyalty';
import type { Program } from '../../loyalty';
import type { AppDeps, Route } from '../http';
import { endpoint, readInput } from '../http';
import { inForce, readProgram } from '../program';
import {
  previewedExample,
  previewedSchema,
  previewExample,
  previewRequestSchema,
  previewSchema,
} from './preview-schema';

/** What a draft says and does, asked again and again while somebody writes it. */
export function previewRoutes(deps: AppDeps): Route[] {
  return [
    endpoint(deps, {
      method: 'post',
      path: '/v1/program/preview',
      permission: 'program',
      tag: 'Program',
      summary: 'A draft in words: each rule with a worked example, what would change, the regulation',
      description:
        'For somebody who is writing a program: nothing is written, and no sale or customer is looked at. What is wrong with the draft is said field by field, as in `PUT /v1/program`.',
      body: { schema: previewSchema, example: previewExample, read: readPreview },
      reply: { description: 'The draft in words', schema: previewedSchema, example: previewedExample },
      async answer({ merchantId, body: { program, exampleCents }, now }) {
        const before = await inForce(deps.store.programs, merchantId);
        return {
          version: before?.version ?? null,
          changes: programDiff(before?.known?.program ?? null, program),
          warnings: programWarnings(program, now),
          rules: program.earning.rules.map((rule) => ({
            ruleId: rule.id,
            text: ruleSentence(program, rule),
            example: exampleOfRule(program, rule, exampleCents, now),
          })),
          regulation: programRegulation(program),
        };
      },
    }),
  ];
}

type Preview = Pick<z.output<typeof previewSchema>, 'exampleCents'> & { program: Program };

/** @throws Problem `invalid_request`; the draft's fields are named as in `PUT /v1/program` */
function readPreview(json: unknown): Preview {
  const { program, exampleCents } = readInput(previewRequestSchema, json);
  return { program: readProgram(program), exampleCents };
}
