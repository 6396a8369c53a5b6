import { z } from 'zod'
import type { Route } from './route.ts'

type Schema = Record<string, unknown>

/** What a document says about itself. */
export interface DocumentTitle {
  title: string
  version: string
  description: string
}

/**
 * The OpenAPI 3.1 document of a list of routes. Shapes that carry `.meta({ id })` become named components; two different
 * shapes under one name are refused. Pure: the same routes give the same document.
 */
export function describeRoutes(about: DocumentTitle, routes: readonly Route[]): Schema {
  const components: Record<string, Schema> = { Problem: problem }
  const paths: Record<string, Record<string, Schema>> = {}
  for (const route of routes) {
    const at = (paths[route.path] ??= {})
    if (at[route.method]) throw new Error(`Two routes answer ${route.method} ${route.path}`)
    at[route.method] = describeRoute(route, components)
  }
  return {
    openapi: '3.1.0',
    info: about,
    paths,
    components: { schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))) },
  }
}

function describeRoute(route: Route, components: Record<string, Schema>): Schema {
  const content = (shape: z.ZodType, io: 'input' | 'output') => ({
    'application/json': { schema: toSchema(shape, io, components) },
  })
  const empty =
    route.reply instanceof z.ZodVoid || route.reply instanceof z.ZodUndefined || route.reply instanceof z.ZodNever
  return {
    operationId: route.id,
    summary: route.summary,
    'x-access': route.access,
    parameters: [...parameters(route.params, 'path', components), ...parameters(route.query, 'query', components)],
    ...(route.body ? { requestBody: { required: true, content: content(route.body, 'input') } } : {}),
    responses: {
      '2XX': { description: 'Done', ...(empty ? {} : { content: content(route.reply, 'output') }) },
      default: {
        description: 'Refused, with the reason',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parameters(
  shape: z.ZodType | undefined,
  where: 'path' | 'query',
  components: Record<string, Schema>,
): Schema[] {
  if (!shape) return []
  const { properties = {}, required = [] } = toSchema(shape, 'input', components) as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}

/** JSON Schema of a shape; named shapes inside it move to `components`. */
function toSchema(shape: z.ZodType, io: 'input' | 'output', components: Record<string, Schema>): Schema {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(shape, { io, unrepresentable: 'any', override: ({ jsonSchema }) => tidy(jsonSchema) })
  const { id, ...own } = pointAtComponents(rest) as Schema
  for (const [name, schema] of Object.entries($defs)) keep(name, pointAtComponents(schema) as Schema, components)
  if (typeof id !== 'string') return own
  keep(id, own, components)
  return { $ref: `#/components/schemas/${id}` }
}

function keep(name: string, schema: Schema, components: Record<string, Schema>): void {
  const { id: _, ...own } = schema
  const earlier = components[name]
  if (earlier && JSON.stringify(earlier) !== JSON.stringify(own))
    throw new Error(`Two different shapes are called ${name}`)
  components[name] = own
}

/** Leaves out what only makes the document longer: format patterns, and closed objects (a reply may grow). */
function tidy(schema: Schema): void {
  if (schema.format !== undefined) delete schema.pattern
  if (schema.additionalProperties === false) delete schema.additionalProperties
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

function pointAtComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointAtComponents)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : pointAtComponents(inner),
    ]),
  )
}

/** RFC 9457, with the faults of a request that did not fit its shape. */
const problem: Schema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        properties: { place: { type: 'string' }, problem: { type: 'string' } },
        required: ['place', 'problem'],
      },
    },
  },
  required: ['status', 'code', 'detail'],
}
