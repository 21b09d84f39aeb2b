import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../core/diagnostic.ts'
import { span } from '../core/span.ts'
import { compileSchema } from '../data/schema.ts'
import { projectRoot } from '../testing/run-built.ts'
import { diagnostic, hostileTexts, plainOptions as options, reportOf } from '../testing/sample-report.ts'
import { displayWidth } from './cells.ts'
import { codeFrame } from './code-frame.ts'
import { reporters } from './index.ts'
import { indexLines, lineFinder, positionAt } from './position.ts'
import { safeText } from './safe-text.ts'
import { plainStyle } from './style.ts'

const frame = (text: string, start: number, end: number, width = 80): string[] => {
  const places = [{ path: 'a.md', span: span(start, end), label: undefined, paint: plainStyle.error }]
  return [
    ...codeFrame(places, lineFinder({ texts: new Map([['a.md', text]]), secrets: new Map() }), plainStyle, width).lines,
  ]
}

describe('positions', () => {
  it('count lines and columns from 1, in UTF-16 units, at every kind of line end', () => {
    const index = indexLines('a\nbc\r\nd\r🎉e')
    expect([0, 2, 3, 6, 8, 10, 11].map((offset) => positionAt(index, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 3 },
      { line: 4, column: 4 },
    ])
  })
})

describe('a code frame', () => {
  it('underlines exactly the characters', () => {
    expect(frame('one\ntools: Read, Grpe\n', 17, 21)).toEqual([
      ' --> a.md:2:14',
      '  |',
      '2 | tools: Read, Grpe',
      '  |              ^^^^',
    ])
  })

  it('aligns behind tabs, wide and combining characters', () => {
    const [, , tabLine = '', tabCarets = ''] = frame('\ta: b', 4, 5)
    expect(tabLine.indexOf('b')).toBe(tabCarets.indexOf('^'))
    const [, , wideLine = '', wideCarets = ''] = frame('漢字 🎉 e\u0301: x', 10, 11)
    expect(displayWidth(wideLine.slice(0, wideLine.indexOf('x')))).toBe(
      displayWidth(wideCarets.slice(0, wideCarets.indexOf('^'))),
    )
  })

  it('clips a long line around the place', () => {
    const text = `${'a'.repeat(500)}WRONG${'b'.repeat(500)}`
    for (const width of [0, 20, 40, 80, 200]) {
      const [, , line = '', carets = ''] = frame(text, 500, 505, width)
      expect(line).toContain('WRONG')
      expect(carets.indexOf('^')).toBe(line.indexOf('WRONG'))
      expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(40, width || 80))
    }
  })

  it('never fails, and never exceeds the width', () => {
    const text = fc.array(
      fc.constantFrom('a', ' ', '\t', '\n', '\r\n', '漢', '🎉', 'e\u0301', '\u202e', '\u001b', '\ud800'),
      { maxLength: 300 },
    )
    const property = fc.property(
      text,
      fc.nat(400),
      fc.nat(60),
      fc.integer({ min: 0, max: 120 }),
      (parts, from, length, width) => {
        const whole = parts.join('')
        const start = Math.min(from, whole.length)
        const lines = frame(whole, start, Math.min(whole.length, start + length), width)
        for (const line of lines) {
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
          expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(40, width || 80))
        }
      },
    )
    fc.assert(property, { numRuns: 2_000, seed: 3 })
  })
})

describe('safe text', () => {
  it.each(hostileTexts)('%j', (text) => {
    const safe = safeText(text)
    expect(safe).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\u2028\u2029\u{E0000}-\u{E007F}]/u,
    )
    expect(Buffer.from(safe).toString()).toBe(safe)
    expect(safeText(safe)).toBe(safe)
  })

  it('leaves ordinary text and emoji as they are', () => {
    for (const text of ['plain', 'Größe 漢字', '👩‍💻 ❤️ 🇩🇪', 'naïve café']) expect(safeText(text)).toBe(text)
  })
})

describe('every format', () => {
  const findings = hostileTexts.map((text) =>
    diagnostic({
      message: text,
      help: text,
      path: `${text.replaceAll('/', '')}.md`,
      data: { text },
      related: [{ path: 'a.md', span: span(0, 1), message: text }],
    }),
  )
  const texts = Object.fromEntries([
    ['a.md', hostileTexts.join(' ')],
    ...findings.map(({ path }, i) => [path, `${hostileTexts[i]} and more`]),
  ])

  it.each(['pretty', 'compact', 'github', 'json'] as const)('%s lets nothing raw through', async (format) => {
    const reporter = await reporters[format](false)
    const printed = reporter(reportOf(findings, texts), options)
    expect(printed).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\u{E0000}-\u{E007F}]/u,
    )
    expect(printed.split('\n').filter((line) => line.startsWith('::error::') || line.startsWith('##['))).toEqual([])
  })

  it('json is what its schema says, and gives the texts back', async () => {
    const validate = compileSchema(JSON.parse(readFileSync(join(projectRoot, 'schemas/report.schema.json'), 'utf8')))
    const fix = {
      title: 'Mend it',
      applicability: 'safe',
      edits: [{ path: 'a.md', start: 0, end: 1, text: '' }],
    } as const
    const report = reportOf([...findings, diagnostic({ fixes: [fix] })], texts)
    const printed = JSON.parse((await reporters.json(false))(report, options))
    expect(validate(printed), JSON.stringify(validate.errors)).toBe(true)
    expect(printed.diagnostics.map(({ message }: Diagnostic) => message)).toEqual(
      report.diagnostics.map(({ message }) => message),
    )
    expect(printed.summary.fixable).toBe(1)
  })

  it('github shows ten of a kind and counts the rest', async () => {
    const many = Array.from({ length: 25 }, (_, i) => diagnostic({ span: span(i, i + 1) }))
    const lines = (await reporters.github(false))(reportOf(many, { 'a.md': 'x'.repeat(40) }), options).split('\n')
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10)
    expect(lines.filter((line) => line.startsWith('::notice '))).toEqual([expect.stringContaining('15 more findings')])
  })

  it('has colour only when asked', async () => {
    const report = reportOf([diagnostic({})], { 'a.md': 'x' })
    expect((await reporters.pretty(true))(report, { ...options, color: true })).toContain('\u001b[')
    expect((await reporters.pretty(false))(report, options)).not.toContain('\u001b')
  })
})
