import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const layers = z.array(z.object({ weights: z.array(z.array(z.number())), bias: z.array(z.number()) }));

const referenceSchema = z.object({
  name: z.string(),
  experiment: z.unknown(),
  expected: z.object({
    steps: z.number(),
    /** over all points, without penalty, before the first and after each update */
    loss: z.array(z.number()),
    /** of the first batch's loss with the penalty */
    firstGradient: layers,
    parameters: layers,
    outputs: z.array(z.array(z.number())),
  }),
});

export type Reference = z.infer<typeof referenceSchema>;

export function readReferences(folder: string): Reference[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files
    .sort()
    .map((file) => referenceSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}
