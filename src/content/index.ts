/** Words and clinical data as files: read once at the start, checked, frozen. */
export { loadContent } from './loadContent.ts'
export { combineWords } from './words.ts'
export { readYaml, type ContentFile } from './readYaml.ts'
export { Faults } from './faults.ts'
export type { Helpline } from './services.ts'
