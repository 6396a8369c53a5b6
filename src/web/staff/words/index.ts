export * from './labels.ts'
export * from './ladder.ts'
export * from './times.ts'
export * from './values.ts'
