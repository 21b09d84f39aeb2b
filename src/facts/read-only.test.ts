import { describe, expect, it } from 'vitest'
import { scanBlocks } from '../document/scan-blocks.ts'
import { readOnlyClaim } from './read-only.ts'

/** The words of the claim in a body under a description, or undefined. */
function claimOf(body: string, description = 'Reviews.'): string | undefined {
  const text = `${description}\n${body}`
  const at = { start: description.length + 1, end: text.length }
  const span = readOnlyClaim({ text, at, blocks: scanBlocks(text, at) }, { start: 0, end: description.length })
  return span === undefined ? undefined : text.slice(span.start, span.end)
}

describe('agents that say that they only read', () => {
  it.each([
    ['You are read-only.', 'You are read-only'],
    ['You are **read-only**: look, and say what you saw.', 'You are **read-only'],
    ['3. Make no edits; this subagent is read-only and returns findings.', 'this subagent is read-only'],
    ['- Do not modify any files in the repository.', 'Do not modify any files'],
    ['4. **Read-only** - Never modify files; only report', 'Never modify files'],
    ['You must never create, edit or delete files.', 'never create, edit or delete files'],
    ['- Do not modify any files\n- Say what you saw', 'Do not modify any files'],
    ['You **never** edit files.', 'never** edit files'],
    ['Do **NOT** modify any files.', 'Do **NOT** modify any files'],
    ['- **Never edit files**: say what is wrong.', 'Never edit files'],
    ['**Never modify files** - only say what you saw.', 'Never modify files'],
    ['You are a careful, read-only reviewer.', 'You are a careful, read-only reviewer'],
  ])('%s', (body, expected) => {
    expect(claimOf(body)).toBe(expected)
  })

  it('in their description', () => {
    expect(claimOf('You look.', 'Independent read-only reviewer of plans.')).toBe('read-only reviewer')
  })
})

describe('agents that do not say so', () => {
  it.each([
    'This agent is read-only with respect to every tracker.',
    'Probes are strictly read-only.',
    'Use Bash only for read-only commands.',
    'Never modify generated files.',
    'Do not modify files under `src/`.',
    'Never edit files via the terminal.',
    'Do **not** modify files under `src/`.',
    '**Never edit files** of other teams.',
    'Do not create files until the title is clear.',
    'Do not modify any files other than the report.',
    'If you are in audit mode, you are read-only.',
    'Never delete files.',
    'Do not modify files\nunder `src/`.',
    '- Never edit files\n  of other teams',
    'The agents below must not edit files.',
    '## When auditing\n\nDo not modify files.',
    '```\nYou are read-only.\n```',
    'You are read-only. Save the report to `out/report.md`.',
    'You never edit files. Keep what you learn in `.claude/agent-memory/checker/MEMORY.md`.',
    '- Read-only: do not modify any files\n- When you are done, use the Write tool to save your report to the path that you are told',
    'Do not write code.',
  ])('%s', (body) => {
    expect(claimOf(body)).toBeUndefined()
  })
})

it('takes time in proportion to the text, whatever stands there', () => {
  const units = [
    'you are read-only if ',
    'never modify ',
    'never edit, edit, edit ',
    '- do not touch or ',
    'read-only\n\n',
  ]
  for (const unit of units) {
    const body = unit.repeat(200_000 / unit.length)
    const start = performance.now()
    claimOf(body, body.slice(0, 5000))
    expect(performance.now() - start, unit).toBeLessThan(1500)
  }
})
