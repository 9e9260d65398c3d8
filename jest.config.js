// Two projects: what draws runs in jsdom with JupyterLab's set-up; what is pure
// runs in Node alone, because jsdom lacks streams, structuredClone and workers.
const base = require('@jupyterlab/testing/lib/jest-config')(__dirname);
// These belong to the whole run, not to a project.
for (const key of [
  'coverageReporters',
  'coverageDirectory',
  'reporters',
  'testTimeout'
]) {
  delete base[key];
}

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'classic' } }
    },
    sourceMaps: true,
    module: { type: 'commonjs' }
  }
];
// Packages that ship ES modules only and so have to be transformed.
const esModules = [
  '@jupyterlab',
  '@lumino',
  '@jupyter',
  '@codemirror',
  '@lezer',
  '@marijn',
  '@microsoft',
  '@noble',
  '@tanstack',
  'color',
  'exenv-es6',
  'lib0',
  'marked',
  'nanoid',
  'vscode-ws-jsonrpc',
  'y-protocols',
  'y-websocket',
  'yjs'
];
const transform = {
  '\\.svg$': '@jupyterlab/testing/lib/jest-raw-loader.js',
  '^.+\\.[jt]sx?$': swc
};
const transformIgnorePatterns = [`/node_modules/(?!(${esModules.join('|')})/)`];

// Tests that need real services, or the corpus of real answers, are part of the
// run exactly where those are named; `npm test` names them.
const left = [];
if (!process.env.ESAP_SERVICES) {
  left.push('\\.real\\.spec\\.ts$');
}
if (!process.env.VOTABLE_CORPUS) {
  left.push('corpus\\.spec\\.ts$');
}
// Minutes and more, on the corpus: `npm test -- long`.
if (!process.env.ESAP_LONG || !process.env.VOTABLE_CORPUS) {
  left.push('\\.long\\.spec\\.ts$');
}

module.exports = {
  testTimeout: 20000,
  coverageProvider: 'v8',
  coverageReporters: ['lcov', 'text-summary'],
  collectCoverageFrom: [
    'src/**/*.{ts,tsx}',
    '!src/**/*.d.ts',
    '!src/**/*.spec.*',
    '!src/contract.ts'
  ],
  projects: [
    {
      ...base,
      displayName: 'lab',
      roots: ['<rootDir>/src'],
      testRegex: '\\.spec\\.tsx$',
      moduleNameMapper: {
        '\\.(css|less|sass|scss)$': 'identity-obj-proxy',
        ...base.moduleNameMapper
      },
      transform,
      transformIgnorePatterns
    },
    {
      displayName: 'node',
      roots: ['<rootDir>/src'],
      testEnvironment: 'node',
      testRegex: '\\.spec\\.ts$',
      testPathIgnorePatterns: ['/node_modules/', ...left],
      moduleNameMapper: { '\\.css$': 'identity-obj-proxy' },
      transform,
      transformIgnorePatterns
    }
  ]
};
