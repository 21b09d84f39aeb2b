import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ruleIds } from '../../composition.ts'
import { troubleRules } from '../../reporters/fleet-troubles.ts'
import { runAction } from '../../testing/fake-runner.ts'
import { agentFile, projectRoot } from '../../testing/run-built.ts'
import { readInputs } from './inputs.ts'

interface ActionFile {
  readonly inputs: Readonly<Record<string, { description: string; required: boolean; default: string }>>
  readonly outputs: Readonly<Record<string, { description: string }>>
  readonly runs: unknown
}

const action: ActionFile = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8'))
const files = {
  '.claude/agents/a.md': agentFile('name: a', 'description: Sorts the tickets that came in.', 'tools: bash'),
}

describe('action.yml', () => {
  it('declares what is read, and nothing else', () => {
    const read = new Set<string>()
    const noting = (_: object, name: string | symbol): undefined => {
      read.add(String(name))
    }
    readInputs(new Proxy({}, { get: noting }))
    const declared = Object.keys(action.inputs).map((name) => `INPUT_${name.toUpperCase()}`)
    expect([...read].sort()).toEqual(declared.sort())
  })

  it('declares what is written, and nothing else', () => {
    const inputs = { 'sarif-file': 'out/a.sarif', 'json-file': 'out/a.json' }
    const { outputs } = runAction({ files, inputs })
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort())
    expect(Object.values(outputs)).not.toContain('')
    expect(Object.keys(runAction({ files, inputs: { format: 'nonsense' } }).outputs)).toEqual(Object.keys(outputs))
  })

  it('has defaults that mean the same as no input', () => {
    const defaults = Object.entries(action.inputs).map(([name, { default: value }]) => [name, value])
    const withDefaults = runAction({ files, inputs: Object.fromEntries(defaults) })
    const without = runAction({ files })
    expect({ ...withDefaults, stdout: '', cwd: '', milliseconds: 0 }).toEqual({
      ...without,
      stdout: '',
      cwd: '',
      milliseconds: 0,
    })
  })

  it('says of everything what it is, and runs one file on Node 24', () => {
    const all = [...Object.values(action.inputs), ...Object.values(action.outputs)]
    expect(all.every(({ description }) => description.length > 20)).toBe(true)
    expect(
      Object.values(action.inputs).every(({ required, default: value }) => !required && typeof value === 'string'),
    ).toBe(true)
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' })
  })

  it('counts by rules that there are', () => {
    expect(troubleRules.filter((id) => !ruleIds.includes(id))).toEqual([])
  })
})
