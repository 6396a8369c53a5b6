export * from './labels.ts'
export * from './times.ts'
export * from './values.ts'
