import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const layers = z.array(z.object({ weights: z.array(z.array(z.number())), bias: z.array(z.number()) }));

const runSchema = z.object({
  name: z.string(),
  link: z.string(),
  trainCount: z.number(),
  testCount: z.number(),
  firstTrainPoints: z.array(z.object({ x: z.number(), y: z.number(), label: z.number() })),
  startParameters: layers,
  losses: z.array(z.object({ epoch: z.number(), train: z.number(), test: z.number() })),
  endParameters: layers,
});

export type PlaygroundRun = z.infer<typeof runSchema>;

export function readRuns(folder: string): PlaygroundRun[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => runSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}
