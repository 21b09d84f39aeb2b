import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadYaml } from '../data/yaml.ts'
import { span } from './span.ts'
import { isSurelyPlain, quoteYaml, yamlText } from './yaml-text.ts'

const yaml = await loadYaml()

const readBack = (written: string): unknown => {
  const { root, problems } = yaml.read(`key: ${written}\nlast: one`, span(0, written.length + 15))
  expect(problems).toEqual([])
  const entry = root?.kind === 'map' ? root.entries[0] : undefined
  return entry?.value.kind === 'scalar' ? entry.value.value : undefined
}

const oneLine = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '\\n',
        ': ',
        ' #',
        '\t',
        '[',
        '{',
        '|',
        '\u2028',
        '\u0085',
        '\uFEFF',
        '\u0007',
        ' ',
      ),
      fc.constantFrom('word', 'true', 'no', '12', 'é', '🎉', '-', ':', ','),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))

describe('a text as YAML', () => {
  it('in quotes is read as that text', () => {
    const property = fc.property(oneLine, (text) => {
      expect(readBack(quoteYaml(text))).toBe(text)
    })
    fc.assert(property, { numRuns: 2_000 })
  })

  it('in quotes holds nothing that an older parser breaks lines at, or refuses', () => {
    const property = fc.property(oneLine, (text) => {
      expect(quoteYaml(text)).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\ufeff]/)
    })
    fc.assert(property, { numRuns: 2_000 })
  })

  it('without quotes, where that is sure, is read as that text', () => {
    const property = fc.property(oneLine.filter(isSurelyPlain), (text) => {
      expect(readBack(text)).toBe(text)
    })
    fc.assert(property, { numRuns: 300 })
  })

  it.each([
    ['plain words', 'plain words'],
    ['Use when: now', '"Use when: now"'],
    ['say "yes": now', `'say "yes": now'`],
    [`it's "so": \\n`, `'it''s "so": \\n'`],
    ['yes', '"yes"'],
    ['12', '"12"'],
    ['line\u2028break', '"line\\u2028break"'],
  ])('%s', (text, written) => {
    expect(yamlText(text)).toBe(written)
  })
})
