import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parse } from 'yaml'

type Content = Record<string, { schema: object }>
type Header = { required?: boolean; schema: { type?: string } }
interface Described {
  operationId: string
  parameters?: object[]
  requestBody?: { content: Content }
  responses: Record<string, Answer>
}
interface Answer {
  $ref?: string
  content?: Content
  headers?: Record<string, Header | { $ref: string }>
}
interface Document {
  paths: Record<string, Record<string, Described>>
  components: { responses: Record<string, Answer>; headers: Record<string, Header> }
}

/** A header is text; its schema may say number. */
const coerced = (schema: { type?: string }, value: string): unknown =>
  schema.type === 'integer' ? Number(value) : value

/**
 * Holds every request and answer that passes against the document, read here anew and not through the code under test.
 * `faults` stays empty as long as both sides keep to it; `seen` lists `operation status`.
 */
export async function watchContract() {
  const document = parse(
    await readFile(new URL('../../src/case-record/case-record.openapi.yaml', import.meta.url), 'utf8'),
  ) as Document
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'document', ...document })
  const check = (schema: object, value: unknown): string | null => {
    const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object)
    return validate(value) ? null : ajv.errorsText(validate.errors)
  }

  const faults: string[] = []
  const seen = new Set<string>()
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    ['get', 'put', 'post']
      .filter((method) => method in item)
      .map((method) => ({
        method,
        pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        described: item[method]!,
      })),
  )

  async function watched(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const method = request.method.toLowerCase()
    const operation = operations.find((o) => o.method === method && o.pattern.test(pathname))
    const sent = await request.clone().text()
    const response = await fetch(request)
    if (!operation) {
      faults.push(`${method} ${pathname} is not in the document`)
      return response
    }
    const { operationId, requestBody, responses } = operation.described
    const says = (fault: string) => faults.push(`${operationId} ${response.status}: ${fault}`)
    seen.add(`${operationId} ${response.status}`)

    const bodySchema = requestBody?.content['application/json']?.schema
    if (bodySchema && response.ok) {
      const fault = check(bodySchema, JSON.parse(sent))
      if (fault) says(`request ${fault}`)
    }
    let described = responses[String(response.status)] ?? responses[`${Math.floor(response.status / 100)}XX`]
    if (described?.$ref) described = document.components.responses[described.$ref.split('/').at(-1)!]
    for (const [name, header] of Object.entries(described?.headers ?? {})) {
      const value = response.headers.get(name)
      const { required, schema } =
        '$ref' in header ? document.components.headers[header.$ref.split('/').at(-1)!]! : header
      if (value === null ? required : typeof check(schema, coerced(schema, value)) === 'string')
        says(`header ${name} is ${value ?? 'missing'}`)
    }
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const schema = described?.content?.[type]?.schema
    if (response.status === 304) return response
    if (!schema) says(`no answer of type ${type} is described`)
    else {
      const body = (await response.clone().json()) as { status?: number }
      const fault = check(schema, body)
      if (fault) says(`answer ${fault}`)
      if (!response.ok && body.status !== response.status) says('the problem names another status')
    }
    return response
  }

  /** The body schema of an operation, for checking what is sent without sending it. */
  const checkBody = (operationId: string, body: unknown): string | null => {
    const operation = operations.find((o) => o.described.operationId === operationId)
    return check(operation!.described.requestBody!.content['application/json']!.schema, body)
  }

  return { fetch: watched, faults, seen, checkBody, operationIds: operations.map((o) => o.described.operationId) }
}
