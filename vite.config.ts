import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { minify } from 'terser';
import { defineConfig } from 'vitest/config';

const ownPort = Number(process.env['PORT']);

/** See `firstViewInOnePiece`. */
const FIRST_VIEW = { name: firstViewInOnePiece, includeDependenciesRecursively: false };

/** A dozen small parts that the gallery's pictures load together. */
const LECTURES = {
  name: 'lectures',
  test: /\/data\/(?:lectures|digits|tanh)\b|LectureSample/u,
  includeDependenciesRecursively: false,
};

export default defineConfig({
  base: './',
  plugins: [
    react(),
    plainImports(),
    strictContentSecurityPolicy(),
    fontLicenses(),
    smallerStill(),
    firstViewBudget(163_840),
  ],
  build: {
    target: 'es2022',
    // Browsers that know oklch(): the palettes are read from the style sheet as they are written there.
    cssTarget: ['chrome111', 'edge111', 'firefox113', 'safari15.4'],
    // Both would otherwise put data: addresses or an inline script into a page whose policy forbids them.
    assetsInlineLimit: 0,
    modulePreload: false,
    // One style sheet: a lazy part is dressed when it comes, and no script has to fetch its clothes.
    cssCodeSplit: false,
    license: { fileName: 'licenses.md' },
    rolldownOptions: { output: { codeSplitting: { groups: [FIRST_VIEW, LECTURES] } } },
  },
  worker: {
    format: 'es',
    plugins: () => [smallerStill()],
    rolldownOptions: { output: { codeSplitting: { groups: [FIRST_VIEW] } } },
  },
  server: { host: '127.0.0.1', port: 5173 },
  // An address of its own that is taken is an error, the usual one gives way to the next.
  preview: { host: '127.0.0.1', port: ownPort || 4173, strictPort: ownPort > 0 },
  // Far beyond what anything takes: a slow machine is no failure.
  test: { include: ['tests/**/*.test.ts'], environment: 'node', testTimeout: 120_000 },
});

/**
 * Everything that the page, or the worker, imports statically goes into one chunk: split up by what lazy parts share
 * with it, the same code would weigh several kilobytes more.
 */
function firstViewInOnePiece(id: string, modules: GetsModuleInfo): string | null {
  const seen = new Set<string>();
  const isReached = (module: string): boolean => {
    // D3's index names all of D3; what the first view uses of it are the ticks of `d3-array`.
    if (seen.has(module) || /\/node_modules\/d3\//u.test(module)) return false;
    if (/\/node_modules\/d3-array\//u.test(module)) return true;
    seen.add(module);
    const info = modules.getModuleInfo(module);
    return info !== null && (info.isEntry || info.importers.some(isReached));
  };
  return isReached(id) ? 'page' : null;
}

interface GetsModuleInfo {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/** Only in the build: the development server needs inline scripts and a socket. */
function strictContentSecurityPolicy(): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: policy };
  return {
    name: 'strict-content-security-policy',
    apply: 'build',
    // A policy holds for what follows it, so it comes first.
    transformIndexHtml: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
  };
}

/** `licenses.md` knows the scripts' packages only; the fonts, which style sheets load, have to bring their licenses too. */
function fontLicenses(): Plugin {
  const packages = ['@fontsource-variable/inter', '@fontsource-variable/source-serif-4', 'katex'];
  const license = (name: string) =>
    `## ${name}\n\n${readFileSync(new URL(`./node_modules/${name}/LICENSE`, import.meta.url), 'utf8')}`;
  return {
    name: 'font-licenses',
    apply: 'build',
    generateBundle() {
      const source = ['# Licenses of the fonts', ...packages.map(license)].join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'font-licenses.md', source });
    },
  };
}

/** Vite hands every `import()` to a helper that would fetch its style sheets first: here all are in one. */
function plainImports(): Plugin {
  const helper = '\0vite/preload-helper.js';
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === helper ? 'export const __vitePreload = (load) => load();' : null),
  };
}

/** Terser takes another percent off what Vite's own minifier leaves of the scripts that the first view loads. */
function smallerStill(): Plugin {
  return {
    name: 'smaller-still',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk' || !output.isEntry) continue;
        const { code } = await minify(output.code, { module: true, ecma: 2020, compress: { passes: 3 } });
        if (code !== undefined) output.code = code;
      }
    },
  };
}

/**
 * Adds up the scripts that the first view loads, gzipped: what the page imports statically, the pictures of the gallery,
 * and the training worker.
 */
function firstViewBudget(budget: number): Plugin {
  return {
    name: 'first-view-budget',
    apply: 'build',
    writeBundle(_, bundle) {
      const scripts = new Map<string, number>();
      const visit = (name: string): void => {
        const output = bundle[name];
        if (output === undefined || scripts.has(name)) return;
        const code = output.type === 'chunk' ? output.code : output.source;
        scripts.set(name, gzipSync(code).length);
        // A worker's bundle comes as files of which nothing is known but what they say.
        const imports = output.type === 'chunk' ? output.imports : importsOf(String(code));
        imports.forEach(visit);
      };
      const html = bundle['index.html'];
      const page = html?.type === 'asset' ? String(html.source) : '';
      for (const name of Object.keys(bundle)) {
        if (page.includes(`src="./${name}"`) || /(training\.worker|lectures)-[^/]*\.js$/.test(name))
          visit(name);
      }
      if (scripts.size < 2)
        this.error('Expected the page and its worker among the scripts of the first view.');
      const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
      const figures = `${total.toLocaleString('en')} of at most ${budget.toLocaleString('en')} bytes`;
      if (total > budget) this.error(`The first view's JavaScript is too large: ${figures}, gzipped.`);
      console.log(`\nFirst view's JavaScript, gzipped: ${figures} (${[...scripts.keys()].join(', ')})`);
    },
  };
}

/** What a script imports statically, by the names of the bundle. */
function importsOf(code: string): string[] {
  return Array.from(
    code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/gu),
    ([, name = '']) => `assets/${name}`,
  );
}
