import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadParsers, parseDocument } from '../document/parse-document.ts'
import { builtInHosts } from './load-hosts.ts'
import { loadVerdict } from './load-verdict.ts'
import { grants } from './resolve-tools.ts'

const fixtures = new URL('../../fixtures/hosts/', import.meta.url)

/** What the host makes of a file that is not as it should be, and the fact that this rests on. */
type Expected = Readonly<Record<string, { readonly verdict: string; readonly fact: string }>>

const expectedOf = (id: string): Expected => JSON.parse(readFileSync(new URL(`${id}/expected.json`, fixtures), 'utf8'))

const update = process.env['UPDATE_CASES'] === '1'

const parsers = await loadParsers(builtInHosts.map(({ document }) => document))

/** The host's verdict in a few words: `loads` where nothing is wrong. */
function verdictOn(id: string, path: string): string {
  const host = builtInHosts.find((candidate) => candidate.id === id)
  const text = readFileSync(new URL(path, fixtures), 'utf8')
  const source = { path, text, byteLength: Buffer.byteLength(text), truncated: false, encodingProblem: undefined }
  const document = host === undefined ? undefined : parseDocument(source, host.document, parsers)
  if (host === undefined || document === undefined) return 'not read'
  const { outcome, violations, toolEntries } = loadVerdict(document, host, builtInHosts, { tools: [] })
  const useless = (toolEntries ?? []).filter((entry) => !grants(entry))
  const noTool = useless.length > 0 ? [`no tool of ${useless.length}`] : []
  return [outcome, ...violations.map(({ field, effect }) => `${field}: ${effect}`), ...noTool].join('; ')
}

describe.each(builtInHosts.map(({ id }) => id))('fixtures/hosts/%s', (id) => {
  const folder = (kind: string): URL => new URL(`${id}/${kind}/`, fixtures)
  const files = (kind: string): string[] =>
    readdirSync(folder(kind), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(fileURLToPath(folder(kind)), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort()
  const expected = expectedOf(id)

  it.each(files('valid'))('finds nothing in valid/%s', (file) => {
    expect(verdictOn(id, `${id}/valid/${file}`)).toBe('loads')
  })

  it.skipIf(update).each(files('invalid'))('finds what is wrong in invalid/%s', (file) => {
    expect(verdictOn(id, `${id}/invalid/${file}`)).toBe(expected[file]?.verdict)
  })

  it('says of each file on which fact its verdict rests', () => {
    expect(Object.keys(expected).sort()).toEqual(files('invalid'))
    expect(Object.values(expected).filter(({ fact }) => fact.length < 10)).toEqual([])
  })

  it('has files of each kind', () => {
    expect(files('valid').length).toBeGreaterThanOrEqual(6)
    expect(files('invalid').length).toBeGreaterThanOrEqual(10)
  })

  it.runIf(update)('writes down what it finds', () => {
    const rows = Object.entries(expected).map(([file, { fact }]) => [
      file,
      { verdict: verdictOn(id, `${id}/invalid/${file}`), fact },
    ])
    writeFileSync(new URL(`${id}/expected.json`, fixtures), `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`)
  })
})
