import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadParsers, parseDocument } from '../document/parse-document.ts'
import { builtInHosts } from './load-hosts.ts'
import { loadVerdict } from './load-verdict.ts'
import { grants } from './resolve-tools.ts'

const fixtures = new URL('../../fixtures/hosts/', import.meta.url)

/** What the host makes of each file that is not as it should be. */
const expected: Readonly<Record<string, string>> = {
  'claude-code/name-with-colon.md': 'refused; name: refuses',
  'claude-code/name-starts-with-hyphen.md': 'refused; name: refuses',
  'claude-code/no-name.md': 'document; name: document',
  'claude-code/no-description.md': 'refused; description: refuses',
  'claude-code/description-is-a-list.md': 'refused; description: refuses',
  'claude-code/colon-at-the-end.md': 'refused',
  'claude-code/unknown-color.md': 'loads; color: ignores',
  'claude-code/mode-in-another-case.md': 'loads; permissionMode: ignores',
  'claude-code/turns-not-whole.md': 'loads; maxTurns: ignores',
  'claude-code/servers-as-text.md': 'loads; mcpServers: ignores',
  'claude-code/guard-without-hooks.md': 'refused; hooks: refuses',
  'claude-code/hook-of-unknown-type.md': 'loads; hooks: drops-entry',
  'claude-code/unknown-event.md': 'loads; hooks: drops-entry',
  'claude-code/guard-outside-hooks.md': 'refused; PreToolUse: refuses',
  'claude-code/tools-of-another-case.md': 'loads; no tool of 2',
  'copilot/no-description.agent.md': 'refused; description: refuses',
  'copilot/empty-description.agent.md': 'refused; description: refuses',
  'copilot/colon-not-quoted.agent.md': 'refused',
  'copilot/key-twice.agent.md': 'refused',
  'copilot/skills-as-text.agent.md': 'refused; skills: refuses',
  'copilot/server-without-tools.agent.md': 'refused; mcp-servers: refuses',
  'copilot/long-closing-fence.agent.md': 'refused',
  'copilot/invocable-as-text.agent.md': 'refused; user-invocable: refuses',
  'vscode/agents-as-text.agent.md': 'loads; agents: ignores',
  'vscode/handoff-without-prompt.agent.md': 'loads; handoffs: drops-entry',
  'vscode/only-tools-of-other-hosts.agent.md': 'loads; no tool of 3',
  'vscode/target-of-another-program.agent.md': 'loads; target: ignores',
  'vscode/tools-as-map.agent.md': 'loads; tools: ignores',
  'vscode/user-invocable-not-boolean.agent.md': 'loads; user-invocable: ignores',
  'portable/byte-order-mark.md': 'refused',
  'portable/description-over-1024-characters.md': 'loads; description: ignores',
  'portable/name-twice.md': 'refused',
  'portable/name-with-blank-and-capitals.md': 'loads; name: ignores',
  'portable/no-description.md': 'refused; description: refuses',
  'portable/no-name.md': 'refused; name: refuses',
  'portable/tools-as-map.md': 'loads; tools: ignores',
}

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
  const files = (folder: string): string[] => readdirSync(new URL(`${id}/${folder}/`, fixtures)).sort()

  it.each(files('valid'))('finds nothing in valid/%s', (file) => {
    expect(verdictOn(id, `${id}/valid/${file}`)).toBe('loads')
  })

  it.each(files('invalid'))('finds what is wrong in invalid/%s', (file) => {
    expect(verdictOn(id, `${id}/invalid/${file}`)).toBe(expected[`${id}/${file}`])
  })

  it('has a file of each kind', () => {
    expect(files('valid').length).toBeGreaterThanOrEqual(6)
    expect(files('invalid').length).toBeGreaterThanOrEqual(6)
  })
})
