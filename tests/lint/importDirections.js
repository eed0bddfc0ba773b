import { dirname, join, relative, resolve, sep } from 'node:path';

const src = join(import.meta.dirname, '..', '..', 'src');

/**
 * Who may import whom. `types` are those rooms from which `import type` is allowed and nothing else; `packages`, where
 * given, are the only packages of npm that a room may use.
 */
const ROOMS = {
  experiment: { rooms: [], packages: ['zod'] },
  data: { rooms: ['experiment'], packages: ['seedrandom', 'mathjs'] },
  wasm: { rooms: [], packages: [] },
  engine: { rooms: ['experiment', 'wasm'], packages: ['seedrandom'] },
  protocol: { rooms: ['experiment'], types: ['engine'], packages: [] },
  worker: { rooms: ['experiment', 'data', 'engine', 'protocol'], packages: [] },
  client: { rooms: ['protocol'], packages: [] },
  store: { rooms: ['experiment', 'protocol'], types: ['engine'] },
  figures: { rooms: ['experiment'], types: ['engine', 'protocol'], packages: ['d3'] },
  controls: { rooms: ['experiment'] },
  panels: { rooms: ['experiment', 'data', 'store', 'figures', 'controls'], types: ['engine', 'protocol'] },
};

/** The explaining views compute in double precision what the engine does in single; lessons stand where panels stand. */
const lenses = { rooms: [...ROOMS.panels.rooms, 'panels', 'engine'], types: ['protocol'] };
const RULES = { ...ROOMS, lenses, lessons: ROOMS.panels };

function roomOf(file) {
  const path = relative(src, file);
  if (path.startsWith('..')) return null;
  const [room] = path.split(sep);
  return room ?? null;
}

function packageOf(specifier) {
  const [scope, name] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** What is wrong with an import, in words; null where nothing is. */
function fault(room, file, specifier, onlyTypes) {
  const rule = RULES[room];
  if (rule === undefined) return null;
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    return rule.packages === undefined || rule.packages.includes(name)
      ? null
      : `${room} does not use ${name}`;
  }
  const target = roomOf(resolve(dirname(file), specifier));
  if (target === room || rule.rooms.includes(target)) return null;
  if (!rule.types?.includes(target)) return `${room} may not import from ${target ?? 'outside src'}`;
  return onlyTypes ? null : `${room} may import only types from ${target}: write "import type"`;
}

export const importDirections = {
  meta: {
    type: 'problem',
    docs: { description: 'keep the imports between the rooms of src in one direction' },
    schema: [],
  },
  create(context) {
    const file = context.filename;
    const room = roomOf(file);
    if (room === null) return {};
    const check = (node, source, onlyTypes) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = fault(room, file, source.value, onlyTypes);
      if (message !== null) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
    };
  },
};
