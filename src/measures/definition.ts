import { checkDefinition } from './checkDefinition.ts'
import { measureShape } from './shape.ts'

/** One measure as data, checked whole: the schema of content/measures/<id>.json. Every fault comes with its place. */
export const measureDefinition = measureShape.superRefine(checkDefinition)

export { hasWording, itemText, optionLabel, optionsOf, type MeasureDefinition } from './shape.ts'
