import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadParsers, parseDocument } from '../document/parse-document.ts'
import { builtInHosts, hostById } from './load-hosts.ts'
import { loadVerdict } from './load-verdict.ts'

const corpus = process.env.AGENT_LINT_CORPUS

/** Names that VS Code 1.139.1 resolves to nothing and that no extension or server is known to bring. */
const unresolved = ['*', 'Microsoft Docs', 'database', 'terminalCommand']

describe.skipIf(corpus === undefined)('real agents of VS Code (needs AGENT_LINT_CORPUS)', () => {
  it('name no tool of which nothing is known', async () => {
    const host = hostById('vscode')
    if (host === undefined) throw new Error('there is no such host')
    const parsers = await loadParsers([host.document])
    const root = join(corpus ?? '', 'corpus')
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:agent|chatmode)\.md$|\.github\/agents\/[^/]+\.md$/.test(path.replaceAll('\\', '/')),
    )
    const unknown = new Set<string>()
    for (const path of paths) {
      const text = readFileSync(join(root, path), 'utf8')
      const source = { path, text, byteLength: text.length, truncated: false, encodingProblem: undefined }
      const document = parseDocument(source, host.document, parsers)
      const verdict = document === undefined ? undefined : loadVerdict(document, host, builtInHosts, { tools: [] })
      expect(verdict?.loads, path).toBe(true)
      for (const entry of verdict?.toolEntries ?? []) if (entry.status === 'unknown') unknown.add(entry.name)
    }
    expect(paths.length).toBeGreaterThan(200)
    expect([...unknown].sort()).toEqual(unresolved)
  })
})
