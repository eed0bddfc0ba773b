import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** The project's own configuration, without the rules that need types. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId.startsWith('rooms/') || ruleId.startsWith('no-restricted-'),
});

async function complaints(file: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: join(root, file) });
  return results.flatMap((result) => result.messages.map((message) => message.message));
}

describe('the rooms of src', () => {
  it.each([
    ['src/engine/plain/a.ts', `import { b } from '../../data/b';`, 'engine may not import from data'],
    ['src/engine/a.ts', `export * from '../worker/session';`, 'engine may not import from worker'],
    ['src/engine/a.ts', `const b = await import('../store/b');`, 'engine may not import from store'],
    ['src/experiment/a.ts', `import type { B } from '../engine/b';`, 'experiment may not import from engine'],
    ['src/worker/a.ts', `import { b } from '../store/b';`, 'worker may not import from store'],
    ['src/worker/a.ts', `import { useState } from 'react';`, 'worker does not use react'],
    ['src/figures/a.ts', `import { b } from '../store/b';`, 'figures may not import from store'],
    ['src/controls/a.tsx', `import { b } from '../panels/b';`, 'controls may not import from panels'],
    ['src/panels/a.tsx', `import { b } from '../app/b';`, 'panels may not import from app'],
    ['src/lenses/unit/a.tsx', `import { b } from '../../worker/b';`, 'lenses may not import from worker'],
    ['src/store/a.ts', `import { b } from '../../tests/b';`, 'store may not import from outside src'],
  ])('%s: refuses %s', async (file, text, expected) => {
    expect(await complaints(file, text)).toEqual([expected]);
  });

  it.each([
    ['src/protocol/a.ts', 'import type { Layout } from "../engine/engine";'],
    ['src/store/a.ts', 'export type { Layout } from "../engine/engine";'],
    [
      'src/figures/loss/layout.ts',
      'import { scaleLog } from "d3"; import type { Mark } from "../../protocol/snapshot";',
    ],
    ['src/worker/session.ts', 'import { b } from "../engine/b"; import { c } from "./c";'],
    ['src/app/App.tsx', 'import { b } from "../panels/b"; import { c } from "../client/c";'],
  ])('%s: allows %s', async (file, text) => {
    expect(await complaints(file, text)).toEqual([]);
  });

  it('asks for types where only types may pass', async () => {
    expect(await complaints('src/figures/a.ts', `import { type B } from '../engine/b';`)).toEqual([
      'figures may import only types from engine: write "import type"',
    ]);
  });
});

describe('what would part two browsers', () => {
  it.each(['Math.random()', 'Math.tanh(1)', 'Math.exp(1)', '2 ** 0.5', 'n ** 3'])(
    'refuses %s in the engine',
    async (code) => {
      expect(await complaints('src/engine/a.ts', `export const a = ${code};`)).toHaveLength(1);
    },
  );

  it('refuses Math.random everywhere in src', async () => {
    expect(await complaints('src/data/a.ts', 'export const a = Math.random();')).toHaveLength(1);
    expect(await complaints('src/panels/a.tsx', 'export const a = Math.random();')).toHaveLength(1);
  });

  it('leaves square roots, whole powers and tests alone', async () => {
    expect(await complaints('src/engine/a.ts', 'export const a = Math.sqrt(2) * 2 ** 20;')).toEqual([]);
    expect(await complaints('tests/engine/a.ts', 'export const a = Math.tanh(2);')).toEqual([]);
  });
});
