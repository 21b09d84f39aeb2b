import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entriesToPlain } from '../core/value.ts'
import { applyEdits } from '../engine/fix/apply-edits.ts'
import { documentAs, sourceOf } from '../testing/read-as.ts'
import { repairYaml } from './repair-yaml.ts'

const keys = new Set(['name', 'description', 'tools', 'model', 'color', 'hooks'])

const read = (frontmatter: string, host = 'claude-code') =>
  documentAs(host, sourceOf(`---\n${frontmatter}\n---\n\nA prompt.\n`))

/** The frontmatter once it is repaired, and whether all values stay as they are; undefined where it is not. */
function repaired(frontmatter: string, host?: string): { text: string; keepsValues: boolean } | undefined {
  const document = read(frontmatter, host)
  const repair = repairYaml(document, (key) => keys.has(key))
  if (repair === undefined) return undefined
  const { text } = document.source
  const edits = repair.replacements.map(({ span, text }) => ({ path: '', ...span, text }))
  const after = applyEdits(text, edits)
  return { text: after.slice(4, after.indexOf('\n---\n\nA prompt.')), keepsValues: repair.keepsValues }
}

describe('frontmatter that the host mends', () => {
  it.each([
    ['a colon', 'name: a\ndescription: Use when: now', 'name: a\ndescription: "Use when: now"'],
    ['quotes in it', 'name: a\ndescription: Say "x": \\n it\'s', "name: a\ndescription: 'Say \"x\": \\n it''s'"],
    ['a comment, which is text to the host', 'description: a: b # c', 'description: "a: b # c"'],
    ['a comment on another line', 'description: a: b\nmodel: opus # slow', 'description: "a: b"\nmodel: "opus # slow"'],
    ['a blank at the end', 'description: a: b ', 'description: "a: b "'],
    ['a bracket that text follows', 'description: [Beta] a: b', 'description: "[Beta] a: b"'],
    ['a reserved character', 'name: a\ndescription: @you', 'name: a\ndescription: "@you"'],
    ['a comma at the start', 'name: a\ndescription: a: b\ncolor: , x', 'name: a\ndescription: "a: b"\ncolor: ", x"'],
    ['a tab', 'name: a\nhooks:\n\tStop: []', 'name: a\nhooks:\n  Stop: []'],
    ['words that need no quotes', 'name: a|b\ndescription: a: b', 'name: a|b\ndescription: "a: b"'],
  ])('%s', (_, before, after) => {
    expect(read(before).frontmatter.state).toBe('recovered')
    expect(repaired(before)).toEqual({ text: after, keepsValues: true })
  })

  it('does not keep a mapping that is text as long as another line is broken', () => {
    expect(repaired('description: a: b\nhooks: {Stop: []}')).toEqual({
      text: 'description: "a: b"\nhooks: {Stop: []}',
      keepsValues: false,
    })
  })

  it('is left alone where a bracket is open', () => {
    expect(repaired('description: a: b\ntools: [Read')).toBeUndefined()
  })

  it('has all its values then, in every dialect', () => {
    const part = fc.constantFrom(
      ': ',
      ' #x',
      "'",
      '"',
      '\\',
      '\\n',
      'é',
      '|',
      '>',
      '@',
      ' ',
      '%',
      'word',
      '🎉',
      '`',
      '?',
      '- ',
    )
    const value = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => `x${parts.join('')}: y`)
    const property = fc.property(value, value, (description, color) => {
      const before = read(`name: a\ndescription: ${description}\ncolor: ${color}`)
      fc.pre(before.frontmatter.state === 'recovered')
      const repair = repairYaml(before, () => true)
      expect(repair?.keepsValues).toBe(true)
      const edits = repair?.replacements.map(({ span, text }) => ({ path: '', ...span, text })) ?? []
      const text = applyEdits(before.source.text, edits)
      for (const host of ['claude-code', 'copilot', 'vscode']) {
        const { frontmatter } = documentAs(host, sourceOf(text))
        expect(frontmatter.state).toBe('valid')
        expect(entriesToPlain(frontmatter.entries)).toEqual(entriesToPlain(before.frontmatter.entries))
      }
    })
    fc.assert(property, { numRuns: 1_000 })
  })
})

describe('frontmatter that the host refuses', () => {
  it.each([
    ['a colon at the end', 'description: Examples:\nmodel: opus', 'description: "Examples:"\nmodel: opus'],
    ['text behind quotes', 'description: "a" b', `description: '"a" b'`],
    ['an open quote', 'description: "a\nmodel: opus', 'description: "a"\nmodel: opus'],
    ['several of them', 'name: "a\ndescription: "b" c\nx1: d: e', `name: "a"\ndescription: '"b" c'\nx1: "d: e"`],
    [
      'text in column 0, with a line that looks like a key',
      'description: a\n<x>\nuser: b\n\n</x>\nmodel: opus',
      'description: |\n  a\n  <x>\n  user: b\n\n  </x>\nmodel: opus',
    ],
    ['a block in column 0', 'description: |\na b\nc d\nname: x', 'description: |\n  a b\n  c d\nname: x'],
    ['a colon in a line below', 'description: a\n  b: c\nname: x', 'description: >-\n  a\n  b: c\nname: x'],
  ])('%s', (_, before, after) => {
    expect(read(before).frontmatter.state).toBe('salvaged')
    expect(repaired(before)).toEqual({ text: after, keepsValues: false })
    expect(read(after).frontmatter.state).toBe('valid')
  })

  it('keeps its own line breaks', () => {
    const before = 'description: a\r\n<x>\r\nname: x\r'
    expect(repaired(before)?.text).toBe('description: |\r\n  a\r\n  <x>\r\nname: x\r')
    expect(repaired('name: x\r\ndescription: a: b\r')?.text).toBe('name: x\r\ndescription: "a: b"\r')
  })

  it('is left alone where nobody can tell what was meant', () => {
    expect(repaired('- a\n- b')).toBeUndefined()
    expect(repaired('description: "a \\q b"')).toBeUndefined()
    expect(repaired(`x: ${'['.repeat(200)}`)).toBeUndefined()
    expect(repaired('name: a\ndescription: fine')).toBeUndefined()
  })

  it('of a host that mends nothing, too', () => {
    expect(repaired('description: a: b', 'copilot')).toEqual({ text: 'description: "a: b"', keepsValues: false })
  })
})
