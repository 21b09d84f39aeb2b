import { readFileSync } from 'node:fs'
import { chance, choice, some, whole } from './dice.js'

// plainStarts: what a plain value is not to start with, or only just may; scalarWords: values that are more, or less, than
// text; bits: what means something to YAML inside a text, or looks so; headers: of block texts.
export const { plainStarts, scalarWords } = JSON.parse(
  readFileSync(new URL('random-words.json', import.meta.url), 'utf8'),
)
const { bits, words, headers } = JSON.parse(readFileSync(new URL('random-words.json', import.meta.url), 'utf8'))

/** A text on one line with up to five things in it that mean something to YAML, or look so. */
export function oddText(dice, start) {
  const rest = some(dice, 5, () => (chance(dice, 0.6) ? choice(dice, bits) : ` ${choice(dice, words)}`))
  const text = start + rest.join('')
  if (chance(dice, 0.01)) return text + ' word'.repeat(whole(dice, 200, 3000))
  return chance(dice, 0.08)
    ? text + choice(dice, [' ', '\t', ':', ' #', '\\', ' "', ' |', '\u00A0', '-', ' ---', ','])
    : text
}

/** A list or a mapping on one line, or nearly. */
export function flowValue(dice, depth) {
  const item = () => {
    if (depth > 0 && chance(dice, 0.25)) return flowValue(dice, depth - 1)
    return choice(dice, [
      () => choice(dice, scalarWords),
      () => oddText(dice, 'i'),
      () => 'a',
      () => '"b"',
      () => "'c'",
      () => 'a: b',
      () => '"a":b',
      () => 'a :b',
      () => '? a',
      () => '? a : b',
      () => ': b',
      () => '',
    ])()
  }
  const between = () =>
    choice(dice, [', ', ', ', ', ', ',', ' , ', ',\n  ', ',\n', ',\n\t', ', # c\n  ', ',,', ' ', '\n, ', ',#c\n  '])
  const items = some(dice, 4, item)
  const inside = items.map((one, i) => (i === 0 ? one : between() + one)).join('')
  const [open, close] = choice(dice, [
    ['[', ']'],
    ['[', ']'],
    ['{', '}'],
    ['{', '}'],
    ['[ ', ' ]'],
    ['{ ', ' }'],
    ['[\n  ', '\n]'],
    ['{\n  ', '\n}'],
    ['[\n  ', '\n  ]'],
    ['{\n  ', '\n  }'],
    ['[', ',]'],
    ['{', ',}'],
    ['[', ''],
    ['{', ''],
    ['[', '}'],
    ['&f [', ']'],
    ['!t {', '}'],
    ['[', '] x'],
    ['{', '} # c'],
    ['[', ']# c'],
  ])
  return open + inside + close
}

/** A block text with a header and lines that need not fit it. */
export function blockText(dice, start) {
  const base = choice(dice, [2, 2, 2, 2, 1, 4, 3, 0])
  const lines = Array.from({ length: whole(dice, 0, 4) }, (_, i) => {
    const blanks = chance(dice, 0.8)
      ? ' '.repeat(base)
      : choice(dice, ['', ' ', '  ', '   ', '     ', '\t', ' \t', '  \t'])
    const text =
      i === 0
        ? oddText(dice, start)
        : choice(dice, [
            () => oddText(dice, 'l'),
            () => '',
            () => '- i',
            () => '# c',
            () => 'k: v',
            () => '---',
            () => '...',
            () => '  more',
            () => '   ',
            () => '\t',
            () => '<example>',
            () => '"q',
          ])()
    return blanks + text
  })
  if (chance(dice, 0.15)) lines.unshift(choice(dice, ['', '  ', '    ', '      ', '\t']))
  if (chance(dice, 0.15)) lines.push(choice(dice, ['', '  ', '\n', '# c', ' # c', '   # c']))
  return [choice(dice, headers), ...lines].join('\n')
}
