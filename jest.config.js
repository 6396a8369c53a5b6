/** Real database, real HTTP: tests run a file per worker, and a worker is given back its memory when it grows. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 300000,
  openHandlesTimeout: 2000,
  setupFiles: ['<rootDir>/test/helpers/propertySeeds.ts'],
}
