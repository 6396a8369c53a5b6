import { readFile } from 'node:fs/promises'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parse } from 'yaml'
import { Refusal } from './refusal.ts'

type Reference = { $ref: string }
interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: object
}
interface Described {
  operationId: string
  security?: object[]
  parameters?: (Parameter | Reference)[]
  requestBody?: { content: Record<string, { schema: object }> }
}

/** One operation of the contract, ready to hold requests against. */
export interface Operation {
  id: string
  method: 'get' | 'put' | 'post'
  /** OpenAPI form: `/cases/{caseRef}`. */
  path: string
  open: boolean
  /** Parameters by name, numbers as numbers and defaults filled in; throws a refusal that lists every fault. */
  readParameters(raw: { path: object; query: object; header: object }): Record<string, unknown>
  /** Throws a refusal that lists every fault. */
  checkBody(body: unknown): void
}

const DOCUMENT = new URL('../case-record/case-record.openapi.yaml', import.meta.url)

/** Reads the contract: the one source of what is accepted, so that the reference record cannot drift from it. */
export async function readContract(): Promise<{ version: string; operations: Operation[] }> {
  const document = parse(await readFile(DOCUMENT, 'utf8')) as {
    info: { version: string }
    paths: Record<string, Record<string, Described> & { parameters?: (Parameter | Reference)[] }>
    components: { parameters: Record<string, Parameter> }
  }
  const strict = new Ajv2020({ strict: false, allErrors: true })
  const lenient = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true, useDefaults: true })
  for (const ajv of [strict, lenient]) {
    formats.default(ajv)
    ajv.addSchema({ $id: 'contract', ...document })
  }
  const named = (p: Parameter | Reference): Parameter =>
    '$ref' in p ? document.components.parameters[p.$ref.split('/').at(-1)!]! : p
  // References inside a schema are relative to the document.
  const absolute = (schema: object) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as Record<string, unknown>

  const operations: Operation[] = []
  for (const [path, item] of Object.entries(document.paths))
    for (const method of ['get', 'put', 'post'] as const) {
      const described = item[method]
      if (!described) continue
      const parameters = [...(item.parameters ?? []), ...(described.parameters ?? [])].map(named)
      const check = (['path', 'query', 'header'] as const).map((place) => {
        const here = parameters.filter((p) => p.in === place)
        const key = (p: Parameter) => (place === 'header' ? p.name.toLowerCase() : p.name)
        return {
          place,
          names: here.map(key),
          validate: lenient.compile({
            type: 'object',
            properties: Object.fromEntries(here.map((p) => [key(p), absolute(p.schema)])),
            required: here.filter((p) => p.required).map(key),
          }),
        }
      })
      const bodySchema = described.requestBody?.content['application/json']?.schema
      const validateBody = bodySchema && strict.compile(absolute(bodySchema))
      operations.push({
        id: described.operationId,
        method,
        path,
        open: described.security?.length === 0,
        readParameters(raw) {
          const read: Record<string, unknown> = {}
          for (const { place, names, validate } of check) {
            const given = Object.fromEntries(Object.entries(raw[place]).filter(([name]) => names.includes(name)))
            if (!validate(given)) throw new Refusal(400, 'invalid-request', faultsOf(validate))
            Object.assign(read, given)
          }
          return read
        },
        checkBody(body) {
          if (validateBody && !validateBody(body)) throw new Refusal(422, 'invalid-body', faultsOf(validateBody))
        },
      })
    }
  return { version: document.info.version, operations }
}

/** Places and rules, never values. */
const faultsOf = (validate: ValidateFunction) =>
  (validate.errors ?? []).map((e) => ({ place: e.instancePath || '/', problem: e.message ?? e.keyword }))
