import { describe, expect, it } from 'vitest'
import generated from '../../schemas/config.schema.json'
import template from '../../schemas/config.template.json'
import { knownIds } from '../composition.ts'
import { builtInSchemas } from '../data/built-in-schemas.ts'
import { compileSchema, type JsonSchema } from '../data/schema.ts'
import { keysAt } from './known-keys.ts'

describe('the keys of a configuration', () => {
  it.each([
    ['', template.properties],
    ['/overrides/0', template.properties.overrides.items.properties],
    ['/tools', template.properties.tools.properties],
    ['/models', template.properties.models.properties],
    ['/agents/x', template.properties.agents.additionalProperties.properties],
    ['/agents/x/scope', template.properties.agents.additionalProperties.properties.scope.properties],
    ['/agents/x/escalation/0', template.properties.agents.additionalProperties.properties.escalation.items.properties],
    ['/vocabulary', template.properties.vocabulary.properties],
    ['/vocabulary/contexts', template.properties.vocabulary.properties.contexts.properties],
  ])('are those of the schema at %s', (pointer, properties) => {
    expect(keysAt(pointer)).toEqual(Object.keys(properties))
  })

  it('are checked by the template, and shown to editors with all rules', () => {
    expect(builtInSchemas['config.schema.json']).toEqual(template)
    const known = Object.keys((generated.properties.rules as JsonSchema).properties as object)
    expect(known.filter((key) => !key.includes('/'))).toEqual(knownIds.rules.map(({ id }) => id))
  })

  it.each([
    [true, { 'unowned-files': ['warning', { roots: ['src/'] }], 'tools/*': 'off' }],
    [true, { 'unknown-tool': ['on'] }],
    [false, { 'unowned-files': ['warning', { rots: ['src/'] }] }],
    [false, { 'unowned-files': ['warning', { roots: [''] }] }],
    [false, { 'unowned-files': 'warn' }],
    [false, { 'tools/*': ['off', {}] }],
    [false, { 'no-such-rule': 'off' }],
  ])('are accepted by the generated schema as by us: %s %j', (isValid, rules) => {
    expect(compileSchema(generated)({ rules })).toBe(isValid)
  })
})
