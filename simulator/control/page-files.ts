import { existsSync } from 'node:fs';
import path from 'node:path';
import express from 'express';
import type { RequestHandler } from 'express';

/**
 * Serves the page at `/`. Its files lie beside the sources; from the compiled tree (`dist/simulator/control`) they are
 * found in the source tree next to it.
 */
export function pageFiles(): RequestHandler {
  const places = ['../page', '../../../simulator/page'].map((place) => path.join(__dirname, place));
  return express.static(
    places.find((place) => existsSync(path.join(place, 'index.html'))) ?? (places[0] as string),
  );
}
