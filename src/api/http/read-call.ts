import type { Request } from 'express';
import { z } from 'zod';
import type { EndpointInput } from './endpoint-spec';
import { missingBody, readInput } from './read-input';
import { soundInput, soundQuery } from './sound-input';

const nothing = z.strictObject({});

/** What a request asks for, its texts sound: nothing else of path, query and body goes any further. */
export interface Asked {
  /** The resource the path names; empty where it names none. */
  id: string;
  query: unknown;
  body: unknown;
}

/** @throws Problem `invalid_request` where a text of it cannot be stored as it is */
export function askedBy(req: Request): Asked {
  const params = soundInput(req.params) as Record<string, string>;
  return {
    id: Object.values(params)[0] ?? '',
    query: soundQuery(req.query),
    body: soundInput((req.body as unknown) ?? {}),
  };
}

/** Query and body by their schemas. @throws Problem `invalid_request` */
export function readAsked<Query extends z.ZodObject, Body extends z.ZodType>(
  spec: EndpointInput<Query, Body>,
  req: Request,
  asked: Asked,
): { query: z.output<Query>; body: z.output<Body> } {
  return {
    query: readInput(spec.query ?? nothing, asked.query) as z.output<Query>,
    body: readBody(spec, req, asked),
  };
}

function readBody<Query extends z.ZodObject, Body extends z.ZodType>(
  spec: EndpointInput<Query, Body>,
  req: Request,
  { body }: Asked,
): z.output<Body> {
  const given = (spec.body?.read?.(body) ??
    readInput(spec.body?.schema ?? z.unknown(), body)) as z.output<Body>;
  // Where every field can be left out, a body that was lost on its way would set all of them back.
  if (req.body === undefined && spec.body && !spec.body.optional) throw missingBody();
  return given;
}
