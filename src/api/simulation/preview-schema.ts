import { z } from 'zod';
import { exampleOfRule, programDiff, programRegulation, ruleSentence } from '../../loyalty';
import { cents, centsFromZero, localDate } from '../http';
import {
  programChangeSchema,
  programExample,
  programSchema,
  programWarningSchema,
  regulationFields,
} from '../program';
import { saleSchema } from '../sale';

const exampleCents = centsFromZero
  .default(10_000)
  .meta({ description: 'The total of the purchase that every rule is worked out on' });

/** A draft to be looked at, and the purchase it is worked out on. */
export const previewSchema = z.strictObject({ program: programSchema, exampleCents });

/** The same with any draft, which the room of programs reads in its own words. */
export const previewRequestSchema = z.strictObject({ program: z.unknown(), exampleCents });

const reason = saleSchema.shape.explanation.element;

const rulePreview = z.strictObject({
  ruleId: z.string(),
  text: z.string().meta({ description: 'pt-BR: the rule as a customer reads it' }),
  example: z
    .strictObject({
      soldOn: localDate.meta({ description: 'Today, or the nearest day on which the rule holds' }),
      totalCents: cents,
      reason,
    })
    .meta({
      description:
        'The rule by itself on a purchase with the channel, store, products and buyer it asks for; caps per month and budgets unused',
    }),
});

/** What a draft says and does, before anything depends on it. */
export const previewedSchema = z
  .strictObject({
    version: z.int().nullable().meta({ description: 'In force; null: none was published' }),
    changes: z.array(programChangeSchema).meta({ description: 'In what the draft differs from it' }),
    warnings: z.array(programWarningSchema).meta({ description: 'Allowed, and seldom meant' }),
    rules: z.array(rulePreview).meta({ description: 'In the order of the draft' }),
    regulation: z.strictObject(regulationFields).meta({ description: 'As customers would read it' }),
  })
  .meta({ id: 'ProgramPreview' });

/** A request, for examples. */
export const previewExample = { program: programExample, exampleCents: 10_000 };

const exampleProgram = programSchema.parse(programExample);

/** An answer, for examples. */
export const previewedExample: z.output<typeof previewedSchema> = {
  version: null,
  changes: programDiff(null, exampleProgram),
  warnings: [],
  rules: exampleProgram.earning.rules.map((rule) => ({
    ruleId: rule.id,
    text: ruleSentence(exampleProgram, rule),
    example: exampleOfRule(exampleProgram, rule, 10_000, Date.parse('2026-11-03T12:00:00Z')),
  })),
  regulation: programRegulation(exampleProgram),
};
