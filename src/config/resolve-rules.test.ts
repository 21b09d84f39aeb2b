import { describe, expect, it } from 'vitest'
import type { OptionSchemas } from '../core/rule-options.ts'
import { emptyConfig, type RuleSettings } from './config.ts'
import { resolveRules } from './resolve-rules.ts'

const options: OptionSchemas = {
  lines: { type: 'integer', minimum: 1, maximum: 9, default: 3, description: 'Lines.' },
  words: { type: 'integer', minimum: 1, maximum: 9, default: 4, description: 'Words.' },
}

const rules = [
  { id: 'long-text', category: 'text', presets: ['recommended'], options },
  { id: 'odd-text', category: 'text', presets: ['strict'] },
  { id: 'no-tool', category: 'tools', presets: ['recommended', 'security'] },
] as const

const resolve = (settings: Record<string, unknown>) =>
  resolveRules(rules, { ...emptyConfig, rules: new Map(Object.entries(settings)) as RuleSettings })

describe('the settings of rules', () => {
  it('are those of `recommended` where nothing is said', () => {
    const { severities, options: values } = resolve({})
    expect([...severities]).toEqual([['odd-text', 'off']])
    expect([...values]).toEqual([['long-text', { lines: 3, words: 4 }]])
  })

  it('are set for a category, and later keys win', () => {
    expect([...resolve({ 'text/*': 'off' }).severities]).toEqual([
      ['odd-text', 'off'],
      ['long-text', 'off'],
    ])
    expect(resolve({ 'text/*': 'off', 'long-text': 'error' }).severities.get('long-text')).toBe('error')
    expect(resolve({ 'long-text': 'error', 'text/*': 'off' }).severities.get('long-text')).toBe('off')
  })

  it('go back to what the rule says with `on`', () => {
    expect(resolve({ 'odd-text': 'on' }).severities.has('odd-text')).toBe(false)
  })

  it('fill in the options that are not set', () => {
    const { options: values } = resolve({ 'long-text': { level: 'on', options: { words: 9 } } })
    expect(values.get('long-text')).toEqual({ lines: 3, words: 9 })
  })
})
