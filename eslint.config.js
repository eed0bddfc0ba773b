import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirections } from './tests/lint/importDirections.js';

const noRandom = {
  object: 'Math',
  property: 'random',
  message: 'Draw from a seeded stream: an experiment must repeat bit for bit.',
};

/** Browsers round these differently in the last bits; the engine's own approximations do not. */
const inexact = [
  ...[
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'atan2',
    'sinh',
    'cosh',
    'tanh',
    'asinh',
    'acosh',
    'atanh',
  ],
  ...['exp', 'expm1', 'log', 'log1p', 'log10', 'log2', 'pow', 'cbrt', 'hypot'],
].map((property) => ({
  object: 'Math',
  property,
  message: 'Browsers round it differently: use the approximations of engine/math.',
}));

export default defineConfig(
  globalIgnores(['dist', 'test-results', 'playwright-report']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', 400],
      'no-restricted-properties': ['error', noRandom],
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.recommended],
    rules: { 'max-lines': ['error', 400], 'no-restricted-properties': ['error', noRandom], eqeqeq: 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { rooms: { rules: { 'import-directions': importDirections } } },
    rules: {
      'rooms/import-directions': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['src/engine/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', noRandom, ...inexact],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        {
          // Whole powers of whole literals, as in 2 ** 20, are exact everywhere.
          selector: "BinaryExpression[operator='**']:not([left.raw=/^\\d+$/][right.raw=/^\\d+$/])",
          message: 'Browsers round ** differently: multiply.',
        },
        {
          selector: "AssignmentExpression[operator='**=']",
          message: 'Browsers round ** differently: multiply.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // Hooks place elements and draw on canvases by hand: numbers do not go through React.
    rules: { 'react-hooks/immutability': 'off' },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
  },
);
