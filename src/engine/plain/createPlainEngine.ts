import type { Engine } from '../engine';
import { createTrainer } from '../trainer/createTrainer';
import { createPlainPainter } from './createPlainPainter';
import { createPlainProbe } from './createPlainProbe';
import { PlainBackend } from './plainBackend';

/** The engine in plain TypeScript: what the others are held against, and what runs where they cannot. */
export function createPlainEngine(): Engine {
  return {
    kind: 'plain',
    createTrainer: (options) =>
      createTrainer(options, (settings, layout) => new PlainBackend(settings, layout)),
    createProbe: createPlainProbe,
    createPainter: createPlainPainter,
  };
}
