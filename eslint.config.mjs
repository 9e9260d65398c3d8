import js from '@eslint/js';
import jupyter from '@jupyter/eslint-plugin';
import prettier from 'eslint-config-prettier';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The layers, from the ground up; a folder may import what stands before it.
 * docs/developer/architecture.md says why.
 */
const PURE = ['columns', 'remote', 'votable', 'vo'];
const LAB = ['transport', 'notebook'];
const REACT = ['table'];
const PANELS = ['discover'];

const folder = name => ({
  type: name,
  pattern: `src/${name}`,
  mode: 'folder'
});

export default tseslint.config(
  {
    ignores: [
      'lib/',
      'node_modules/',
      'coverage/',
      '**/.venv*/',
      'jupyterlab_esap/',
      'bench/out/',
      'docs/api/',
      'ui-tests/test-results/',
      'dist/',
      '.setup/',
      'src/contract.ts'
    ]
  },
  js.configs.recommended,
  // Its rules for sources and, with a parser of their own, for settings schemas.
  { plugins: { jupyter } },
  ...jupyter.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        project: './tsconfig.test.json',
        tsconfigRootDir: import.meta.dirname
      }
    },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      curly: ['error', 'all'],
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-arrow-callback': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'interface',
          format: ['PascalCase'],
          custom: { regex: '^I[A-Z]', match: true }
        }
      ],
      // A hub over plain http is no secure context: these are not there.
      'no-restricted-properties': [
        'error',
        {
          object: 'navigator',
          property: 'locks',
          message: 'Missing on plain-http hubs.'
        },
        {
          object: 'navigator',
          property: 'clipboard',
          message: "Missing on plain-http hubs: JupyterLab's Clipboard."
        },
        {
          object: 'crypto',
          property: 'subtle',
          message: 'Missing on plain-http hubs.'
        },
        {
          object: 'crypto',
          property: 'randomUUID',
          message: "Missing on plain-http hubs: Lumino's UUID."
        }
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/], JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'What a service says is text, never HTML.'
        }
      ]
    }
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/include': ['src/**/*'],
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/elements': [
        { type: 'index', pattern: 'src/index.ts', mode: 'full' },
        { type: 'tokens', pattern: 'src/tokens.ts', mode: 'full' },
        { type: 'contract', pattern: 'src/contract.ts', mode: 'full' },
        // The only part of transport that pure folders may name: types.
        {
          type: 'transport-types',
          pattern: 'src/transport/transport.ts',
          mode: 'full'
        },
        ...[...PURE, ...LAB, ...REACT, ...PANELS].map(folder)
      ]
    },
    rules: {
      'boundaries/no-unknown': 'error',
      'boundaries/no-unknown-files': 'error',
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          rules: [
            { from: 'index', allow: [...PANELS, ...LAB, 'tokens'] },
            { from: 'tokens', allow: ['transport-types', ...PURE, 'contract'] },
            {
              from: PANELS,
              allow: [
                ...PURE,
                ...LAB,
                ...REACT,
                'tokens',
                'contract',
                'transport-types'
              ]
            },
            { from: REACT, allow: [...PURE] },
            {
              from: LAB,
              allow: [...PURE, 'tokens', 'contract', 'transport-types']
            },
            { from: 'remote', allow: ['columns'] },
            { from: 'votable', allow: ['columns', 'remote'] },
            {
              from: 'vo',
              allow: [
                'columns',
                'remote',
                'votable',
                'contract',
                'transport-types'
              ]
            }
          ]
        }
      ],
      'boundaries/external': [
        'error',
        {
          default: 'allow',
          rules: [
            {
              from: [...PURE, 'contract', 'transport-types'],
              disallow: [
                '@jupyterlab/*',
                '@lumino/*',
                '@jupyter/*',
                'react',
                'react-dom',
                '@tanstack/*'
              ]
            },
            { from: LAB, disallow: ['react', 'react-dom', '@tanstack/*'] }
          ]
        }
      ]
    }
  },
  {
    files: PURE.map(name => `src/${name}/**/*.ts`),
    ignores: ['**/*.spec.ts', '**/*.worker.ts', 'src/votable/workerDecoder.ts'],
    rules: {
      // Node, a worker and the browser: what is in all three, and no more.
      'no-restricted-globals': [
        'error',
        'document',
        'window',
        'localStorage',
        'sessionStorage',
        'DOMParser',
        'Worker',
        'self'
      ]
    }
  },
  {
    files: ['**/*.spec.{ts,tsx}', 'ui-tests/**/*.ts'],
    rules: {
      'jupyter/require-disposable-ownership': 'off',
      'jupyter/no-untranslated-string': 'off'
    }
  },
  {
    files: ['**/*.{mjs,js,cjs}'],
    languageOptions: { globals: { ...globals.node } }
  },
  {
    files: ['style/*.js'],
    languageOptions: { sourceType: 'module' }
  },
  prettier,
  // prettier switches `curly` off, though nothing here is in its way.
  { files: ['**/*.{ts,tsx}'], rules: { curly: ['error', 'all'] } }
);
