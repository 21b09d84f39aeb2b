import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../../rules/index.ts'
import type { JsonSchema } from '../data/schema.ts'

/** The schema of the configuration for editors: the template, with every rule and its options in it. */
export function configSchema(root: string): string {
  const template = JSON.parse(readFileSync(join(root, 'schemas', 'config.template.json'), 'utf8'))
  template.properties.rules = { ...template.properties.rules, ...ruleProperties() }
  template.$defs = { ...template.$defs, level }
  return `${JSON.stringify(template, null, 2)}\n`
}

const level: JsonSchema = {
  enum: ['off', 'on', 'info', 'warning', 'error'],
  description: '`on` is the severity that the rule has of itself.',
}

const toLevel = { $ref: '#/$defs/level' }

function ruleProperties(): JsonSchema {
  const categories = [...new Set(rules.map(({ meta }) => `${meta.category}/*`))].toSorted()
  const entries = [
    ...categories.map((category) => [category, toLevel] as const),
    ...rules.map(({ meta }) => [meta.id, ruleProperty(meta)] as const),
  ]
  return { additionalProperties: false, properties: Object.fromEntries(entries) }
}

function ruleProperty({ summary, options }: (typeof rules)[number]['meta']): JsonSchema {
  const values = { type: 'object', additionalProperties: false, properties: options ?? {} }
  const pair = { type: 'array', prefixItems: [toLevel, values], minItems: 1, maxItems: 2 }
  return { description: summary, anyOf: [toLevel, pair] }
}
