import type { z } from 'zod';
import { programDiff, programRegulation, programWarnings, regulationText, ruleSentence } from '../../loyalty';
import type { Program } from '../../loyalty';
import { programByNow } from '../../store';
import type { ProgramVersion } from '../../store';
import type { AppDeps, Route } from '../http';
import { inputJson, endpoint, iso } from '../http';
import { Problem } from '../http/problem';
import { inForce, requireReplaced } from './in-force';
import { readProgram } from './read-program';
import {
  programExample,
  programSchema,
  programVersionSchema,
  publishedProgramSchema,
  publishQuerySchema,
  regulationSchema,
  versionInWordsSchema,
  versionListSchema,
  versionPageSchema,
} from './program-schema';

const exampleProgram = programSchema.parse(programExample);
const versionExample = { version: 1, program: exampleProgram, publishedAt: '2026-11-03T12:00:00.000Z' };

const tag = 'Program';

/** The merchant's program in its immutable versions. */
export function programRoutes(deps: AppDeps): Route[] {
  return [current(deps), publish(deps), regulation(deps), versions(deps), one(deps)];
}

function current(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/program',
    permission: 'program',
    tag,
    summary: 'The current version of the program',
    reply: { description: 'The current version', schema: programVersionSchema, example: versionExample },
    refusals: ['program_not_found'],
    async answer({ merchantId }) {
      const version = await deps.store.programs.current(merchantId);
      if (!version) throw new Problem('program_not_found');
      return versionView(version);
    },
  });
}

function publish(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'put',
    path: '/v1/program',
    permission: 'program',
    act: 'program.publish',
    isDryRun: ({ query }) => query.dryRun === 'true',
    tag,
    summary: 'Publish the next version',
    description:
      'Sales already calculated keep the version that paid them. Publishing what is current already makes no new version. ' +
      'The answer says in sentences what changed, and warns of what is seldom meant. With `dryRun=true` it says what publishing ' +
      'would do, and publishes nothing. With `replaces` it is refused where somebody else has published meanwhile.',
    query: publishQuerySchema,
    body: { schema: programSchema, example: programExample, read: readProgram },
    reply: {
      description: 'The version now in force, and what it changed',
      schema: publishedProgramSchema,
      example: {
        ...versionExample,
        changes: programDiff(null, exampleProgram),
        warnings: [],
        dryRun: false,
      },
    },
    refusals: ['request_in_progress', 'program_changed'],
    async answer({ merchantId, query, body: program, now, log, tell }) {
      const { programs } = deps.store;
      const before = await inForce(programs, merchantId);
      const dryRun = query.dryRun === 'true';
      const warnings = programWarnings(program, now);
      if (before?.known && inputJson(before.known.program) === inputJson(program))
        return { ...versionView(before.known), changes: [], warnings, dryRun };
      await requireReplaced(programs, merchantId, before, query.replaces);
      const changes = programDiff(before?.known?.program ?? null, program);
      if (dryRun)
        return { version: (before?.version ?? 0) + 1, program, publishedAt: null, changes, warnings, dryRun };
      const published = await programs.publish(merchantId, program, new Date(now), before?.version ?? 0);
      log.info({ version: published.version }, 'program published');
      tell({ before: { version: before?.version ?? null }, after: { version: published.version } });
      return { ...versionView(published), changes, warnings, dryRun };
    },
  });
}

function regulation(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/program/regulation',
    permission: 'program',
    tag,
    summary: 'The regulation a customer reads',
    description:
      'Made of the current version, in Brazilian Portuguese: it says what the rules do, and changes with them.',
    reply: {
      description: 'The regulation of the current version',
      schema: regulationSchema,
      example: regulationView({ version: 1, program: exampleProgram }),
    },
    refusals: ['program_not_found'],
    async answer({ merchantId }) {
      const version = await deps.store.programs.current(merchantId);
      if (!version) throw new Problem('program_not_found');
      return regulationView(version);
    },
  });
}

function versions(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/program/versions',
    permission: 'program',
    tag,
    summary: 'Every version, newest first, with what each changed',
    query: versionPageSchema,
    reply: {
      description: 'A page of versions',
      schema: versionListSchema,
      example: {
        data: [
          {
            ...{ version: 1, name: exampleProgram.name, publishedAt: versionExample.publishedAt },
            ...{ asPublished: true, changes: programDiff(null, exampleProgram) },
          },
        ],
        next: null,
      },
    },
    async answer({ merchantId, query: { limit, before } }) {
      // One more, which the last of the page is compared with.
      const page = { limit: limit + 1, ...(before === undefined ? {} : { before }) };
      const found = await deps.store.programs.list(merchantId, page);
      const data = found.slice(0, limit).map(({ version, program, publishedAt }, at) => ({
        ...{ version, name: program?.name ?? null, publishedAt: iso(publishedAt) },
        ...{ asPublished: program !== null, changes: changesSince(found[at + 1]?.program, program, version) },
      }));
      return { data, next: found.length > limit ? (data.at(-1)?.version ?? null) : null };
    },
  });
}

/** What a version changed. Nothing is said where it, or the one before, is not as it was published. */
function changesSince(
  before: Program | null | undefined,
  program: Program | null,
  version: number,
): ReturnType<typeof programDiff> {
  if (program === null || before === null || (before === undefined && version > 1)) return [];
  return programDiff(before ?? null, program);
}

function one(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/program/versions/{version}',
    permission: 'program',
    tag,
    summary: 'One version of the program, with its rules and its regulation in words',
    reply: {
      description: 'The version',
      schema: versionInWordsSchema,
      example: versionInWords({ ...versionExample, publishedAt: new Date(versionExample.publishedAt) }),
    },
    refusals: ['program_not_found'],
    async answer({ merchantId, id }) {
      const version = /^[1-9]\d{0,8}$/.test(id)
        ? await deps.store.programs.version(merchantId, Number(id))
        : null;
      if (!version) throw new Problem('program_not_found');
      return versionInWords(version);
    },
  });
}

function versionInWords(version: ProgramVersion): z.output<typeof versionInWordsSchema> {
  const { program } = version;
  const rules = program.earning.rules.map((rule) => ({ ruleId: rule.id, text: ruleSentence(program, rule) }));
  return { ...versionView(version), rules, regulation: programRegulation(programByNow(version)) };
}

function versionView({
  version,
  program,
  publishedAt,
}: ProgramVersion): z.output<typeof programVersionSchema> {
  return { version, program, publishedAt: iso(publishedAt) };
}

function regulationView(
  shown: Pick<ProgramVersion, 'version' | 'program' | 'endsStand'>,
): z.output<typeof regulationSchema> {
  const program = programByNow(shown);
  return { version: shown.version, ...programRegulation(program), markdown: regulationText(program) };
}
