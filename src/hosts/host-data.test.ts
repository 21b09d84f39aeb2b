import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { HostDescriptor } from '../core/host.ts'
import { compileSchema, type JsonSchema } from '../data/schema.ts'
import { builtInHosts, hostById } from './load-hosts.ts'
import { grants, resolveTool } from './resolve-tools.ts'

const schemas = new URL('../../schemas/', import.meta.url)
const readJson = (path: string): JsonSchema => JSON.parse(readFileSync(new URL(path, schemas), 'utf8'))
const ids = readdirSync(new URL('hosts/', schemas)).sort()
const descriptors: (readonly [string, HostDescriptor])[] = ids.map((id) => [
  id,
  JSON.parse(readFileSync(new URL(`hosts/${id}/host.json`, schemas), 'utf8')),
])
const isHost = compileSchema(readJson('host.schema.json'))

it('finds the same hosts as the program', () => {
  expect(builtInHosts.map(({ id }) => id).sort()).toEqual(ids)
})

describe('schemas/host.schema.json', () => {
  const [, vscode] = descriptors.find(([id]) => id === 'vscode') ?? []

  it.each([
    ['a key of its own', { ...vscode, colour: 'blue' }],
    ['an unknown fence', { ...vscode, document: { ...vscode?.document, fence: 'toml' } }],
    ['no tools', { ...vscode, tools: undefined }],
    ['an unknown key below tools', { ...vscode, tools: { ...vscode?.tools, groups: [] } }],
    ['a name without an ability', { ...vscode, tools: { ...vscode?.tools, names: { read: '' } } }],
    ['an id with a blank', { ...vscode, id: 'vs code' }],
  ])('refuses %s', (_what, value) => {
    expect(isHost(JSON.parse(JSON.stringify(value)))).toBe(false)
  })
})

describe.each(descriptors)('schemas/hosts/%s', (id, host) => {
  const { names, aliases, retired, provided, refused } = host.tools

  it('satisfies the schema of hosts', () => {
    const valid = isHost(host)
    expect(isHost.errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(host.id).toBe(id)
  })

  it('has regular expressions that compile', () => {
    const unlimited = host.tools.patterns === undefined ? [] : [host.tools.patterns.unlimited]
    const patterns = [...provided, ...refused.map(({ pattern }) => pattern), ...host.models.forms, ...unlimited]
    for (const pattern of patterns) expect(() => new RegExp(pattern), pattern).not.toThrow()
  })

  it('has aliases that lead to a name and are none themselves', () => {
    expect(Object.entries(aliases).filter(([, name]) => !Object.hasOwn(names, name))).toEqual([])
    expect(Object.keys(aliases).filter((alias) => Object.hasOwn(names, alias))).toEqual([])
  })

  it('has retired names that no longer work, and lead to names that do', () => {
    const works = (name: string): boolean => Object.hasOwn(names, name) || Object.hasOwn(aliases, name)
    expect(Object.keys(retired).filter(works)).toEqual([])
    const instead = Object.values(retired).flatMap((tool) => tool.instead)
    expect(instead.filter((name) => !Object.hasOwn(names, name))).toEqual([])
  })

  it('says of tools that it has what becomes of them', () => {
    const { patterns, unavailable = [], helpers = {}, addedBy = [] } = host.tools
    const named = [
      ...(patterns?.effective ?? []),
      ...[...unavailable, ...addedBy].flatMap(({ tools }) => tools),
      ...Object.entries(helpers).flat(2),
    ]
    expect(named.filter((name) => !Object.hasOwn(names, name))).toEqual([])
  })

  it('retires models that it knows, in favour of some that it does not retire', () => {
    const { retired = [], ids, aliases: short } = host.models
    const gone = retired.flatMap((group) => group.ids)
    expect(gone.filter((model) => !ids.includes(model))).toEqual([])
    expect(new Set(gone).size).toBe(gone.length)
    const better = retired.map(({ instead }) => instead)
    expect(better.filter((model) => gone.includes(model) || ![...ids, ...short].includes(model))).toEqual([])
  })

  it('lists the longest file ending first', () => {
    const { fileEndings } = host.identity
    expect(fileEndings).toEqual([...fileEndings].sort((a, b) => b.length - a.length))
  })

  it('has a schema for frontmatter that compiles', () => {
    const schema = hostById(id)?.schema ?? {}
    expect(schema.$id).toBe(id === 'portable' ? 'agent.schema.json' : `hosts/${id}/agent.schema.json`)
    expect(() => compileSchema({ ...schema, $id: `test/${id}` })).not.toThrow()
  })
})

describe('the tools of VS Code', () => {
  const status = (name: string): string | undefined => {
    const host = hostById('vscode')
    if (host === undefined) return undefined
    const entry = resolveTool({ value: name, span: { start: 0, end: name.length } }, host, builtInHosts, { tools: [] })
    return `${entry.status}${grants(entry) ? '' : ' (no tool)'}: ${entry.instead.join(', ')}`
  }

  it.each([
    ['codebase', 'usable: search/codebase'],
    ['runCommands', 'usable: execute/runInTerminal'],
    ['runCommands/terminalSelection', 'usable: read/terminalSelection'],
    ['runSubagent', 'usable: agent'],
    ['vscodeTasks/problems', 'usable: read/problems'],
    ['github/create_issue', 'provided: '],
    ['io.github.github/github-mcp-server/*', 'provided: '],
    ['ms-python.python/installPythonPackage', 'provided: '],
    ['mssql_listDatabases', 'provided: '],
    ['microsoft.docs.mcp', 'provided: '],
    ['execute/awaitTerminal', 'retired (no tool): execute/getTerminalOutput'],
    ['searchResults', 'retired (no tool): '],
    ['mcp__github__create_issue', 'refused (no tool): '],
    ['Agent', 'wrong-case (no tool): agent'],
    ['Bash', 'foreign (no tool): execute, execute/runInTerminal, execute/createAndRunTask'],
    ['WebSearch', 'foreign (no tool): web'],
    ['google_web_search', 'foreign (no tool): web'],
    ['edit/editFile', 'unknown (no tool): edit/editFiles'],
    ['*', 'unknown (no tool): '],
  ])('%s is %s', (name, expected) => {
    expect(status(name)).toBe(expected)
  })
})
