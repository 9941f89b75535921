import { z } from 'zod';
import { programSchema as program } from '../../loyalty';
import { beforeNumber, instant, limit, nextNumber } from '../http';

/** The program as the contract takes it, named for OpenAPI. */
export const programSchema = program.meta({
  id: 'Program',
  description: 'The merchant’s rules; absent fields take their defaults',
});

/** A published version. */
export const programVersionSchema = z
  .strictObject({
    version: z.int().min(1),
    program: programSchema,
    publishedAt: instant,
  })
  .meta({ id: 'ProgramVersion' });

/** One thing in which a program differs from another. */
export const programChangeSchema = z.strictObject({
  path: z.string().meta({
    description: 'Where in the program, rules and vouchers by their name; empty for the program as a whole',
  }),
  kind: z.enum(['added', 'removed', 'changed']),
  text: z.string().meta({ description: 'pt-BR, a sentence' }),
});

/** A page of versions, newest first. */
export const versionListSchema = z.strictObject({
  data: z.array(
    z
      .strictObject({
        version: z.int().min(1),
        name: z.string().nullable(),
        publishedAt: instant,
        asPublished: z
          .boolean()
          .meta({ description: 'false: somebody has changed it by hand, and nothing is calculated by it' }),
        changes: z
          .array(programChangeSchema)
          .meta({ description: 'Against the version before; empty also where that cannot be said' }),
      })
      .meta({ id: 'ProgramVersionSummary' }),
  ),
  next: nextNumber,
});

/** Which page. */
export const versionPageSchema = z.strictObject({
  limit,
  before: beforeNumber('The last version already seen'),
});

/** What is allowed in a program and seldom meant. */
export const programWarningSchema = z.strictObject({
  path: z.string().meta({ description: 'Where in the program as sent' }),
  text: z.string().meta({ description: 'pt-BR, a sentence' }),
});

/** A version, with what publishing it changed. */
export const publishedProgramSchema = programVersionSchema
  .extend({
    changes: z
      .array(programChangeSchema)
      .meta({ description: 'Against the version before; empty when nothing changed' }),
    warnings: z.array(programWarningSchema).meta({
      description: 'What is allowed and seldom meant; nothing of it keeps the program from being published',
    }),
    dryRun: z.boolean().meta({ description: 'true: nothing was published' }),
    publishedAt: instant.nullable().meta({ description: 'null for a dry run that would make a new version' }),
  })
  .meta({ id: 'PublishedProgram' });

/** More versions than anybody publishes. */
const MOST_VERSIONS = 999_999_999;

/** In an address an empty text is not zero. */
const versionOrNone = z
  .string()
  .trim()
  .min(1)
  .pipe(z.coerce.number())
  .pipe(z.int().min(0).max(MOST_VERSIONS));

/** Whether to publish, or only to say what publishing would do. */
export const publishQuerySchema = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'true: what would change and what to look at again is said, nothing is published' }),
  replaces: versionOrNone.optional().meta({
    ...{ type: 'integer', minimum: 0, maximum: MOST_VERSIONS },
    description: 'The version the draft was made from, 0: none; refused where it is no longer in force',
  }),
});

/** The regulation as text, part by part. */
export const regulationFields = {
  title: z.string(),
  sections: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()).min(1) })),
};

/** A published version, with what customers read of it. */
export const versionInWordsSchema = programVersionSchema
  .extend({
    rules: z.array(z.strictObject({ ruleId: z.string(), text: z.string().meta({ description: 'pt-BR' }) })),
    regulation: z.strictObject(regulationFields),
  })
  .meta({ id: 'ProgramVersionInWords' });

/** The regulation a customer reads, made of one version. */
export const regulationSchema = z
  .strictObject({
    version: z.int().min(1),
    ...regulationFields,
    markdown: z.string().meta({ description: 'The same as Markdown' }),
  })
  .meta({ id: 'Regulation' });

/** A program a merchant might start with. */
export const programExample = {
  name: 'Clube da Loja',
  earning: {
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback' as const, rateBps: 500 }, when: { minSaleCents: 5000 } },
    ],
  },
  holding: { after: 'P8D' },
  expiry: { after: 'P90D', roundUpTo: 'day' as const },
  redemption: { maxShareBps: 3000 },
};
