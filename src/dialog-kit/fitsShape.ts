import { z } from 'zod'
import type { AnswerShape } from './answers.ts'

const LONGEST_ID = 200
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const localDateTime = z.string().refine((text) => {
  const [day, time, more] = text.split('T')
  return more === undefined && z.iso.date().safeParse(day).success && clockTime.safeParse(time).success
})

function schemaOf(shape: AnswerShape): z.ZodType {
  switch (shape.kind) {
    case 'text':
      return z.string()
    case 'choice':
      return shape.yesNo ? z.boolean() : z.string().refine((value) => shape.values.includes(value))
    case 'choice-from':
      return z.string().min(1).max(LONGEST_ID)
    case 'choices':
      return z.array(z.string().refine((value) => shape.values.includes(value))).max(shape.values.length)
    case 'rating':
    case 'number':
      return z.int().min(shape.min).max(shape.max)
    case 'date':
      return z.iso.date()
    case 'time':
      return clockTime
    case 'date-time':
      return localDateTime
  }
}

const schemas = new WeakMap<AnswerShape, z.ZodType>()

/**
 * Whether a value is an answer of this shape: one from a button or picker, or a saved one after a release. Does not look
 * at the time: a day that was to come when it was given stays an answer when it has passed.
 */
export function fitsShape(shape: AnswerShape, value: unknown): boolean {
  let schema = schemas.get(shape)
  if (!schema) schemas.set(shape, (schema = schemaOf(shape)))
  return schema.safeParse(value).success
}
