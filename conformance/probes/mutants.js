import { choice, generator, whole } from './dice.js'

/** Real files with one to three accidents in the frontmatter: the same ones for the same seed. Each is named by its case. */
export function mutants(seed, count, files) {
  const dice = generator(seed)
  return Array.from({ length: count }, (_, i) => {
    const { what, text } = choice(dice, files)
    const end = text.indexOf('\n---', 3)
    const head = (end === -1 ? text : text.slice(0, end)).replace(/^(name:[ \t]*["']?)/m, '$1{id}-')
    const rest = end === -1 ? '' : text.slice(end)
    return [`accident ${seed}.${i} in ${what}`, accidents(dice, head) + rest]
  })
}

function accidents(dice, head) {
  let text = head
  for (let left = whole(dice, 1, 3); left > 0; left--) text = choice(dice, kinds)(dice, text)
  return text
}

const signs = [
  ':',
  ': ',
  ' #',
  '#',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '-',
  '- ',
  '---',
  '\n',
  '\n\n',
  '\n  ',
  '\n\t',
  '\t',
  '  ',
  '\\',
  '\\n',
  '?',
  '? ',
  '~',
  '🙂',
  '\u00A0',
  '\u200B',
  '\r',
  '...',
  '\n...\n',
  '<',
  '\u2028',
  '\u0085',
  '=',
  '"\n',
  "'\n",
]

const kinds = [
  (dice, text) => at(dice, text, (i) => [i, i, choice(dice, signs)]),
  (dice, text) => at(dice, text, (i) => [i, i, choice(dice, signs)]),
  (dice, text) => at(dice, text, (i) => [i, i + 1, '']),
  (dice, text) => at(dice, text, (i) => [i, i + whole(dice, 1, 12), '']),
  (dice, text) => text.replace(/["']/g, (sign) => (dice() < 0.3 ? '' : sign)),
  (dice, text) => onLine(dice, text, (line) => [`${choice(dice, ['  ', ' ', '\t'])}${line}`]),
  (dice, text) => onLine(dice, text, (line) => [line.trimStart()]),
  (dice, text) => onLine(dice, text, (line) => [line, line]),
  (dice, text) => onLine(dice, text, () => []),
  (dice, text) => onLine(dice, text, (line) => [`# ${line}`]),
  (dice, text) =>
    onLine(dice, text, (line) => [
      `${line}${choice(dice, [':', ' ', ' # c', ': x', ',', '"', "'", ' |', '\\', '\t', ' ---'])}`,
    ]),
  (dice, text) =>
    onLine(dice, text, (line) => [
      line.replace(
        /^([\w-]+): *(.*)$/,
        choice(dice, [
          '$1: "$2"',
          "$1: '$2'",
          '$1: [$2]',
          '$1: |\n  $2',
          '$1: >\n  $2',
          '$1: >-\n$2',
          '$1:\n  $2',
          '$1:\n  - $2',
          '$1: {$2}',
          '$1:$2',
          '$1 : $2',
          '$1: &a $2',
          '$1: !!str $2',
          '$1: |2\n  $2',
        ]),
      ),
    ]),
  (dice, text) =>
    onLine(dice, text, (line) => [
      line.replace(
        /^([\w-]+): *(.*)$/,
        (_, key) =>
          `${key}: ${choice(dice, ['', '~', 'true', '42', '1.5', '[]', '{}', '[a, b]', '{a: b}', 'null', '""', '2024-01-01', 'a: b', '[a', '"a'])}`,
      ),
    ]),
  (dice, text) => onLine(dice, text, (line) => [line.replaceAll(', ', choice(dice, [',\n  ', ',\n', ': ', ' - ']))]),
  (dice, text) => onLine(dice, text, (line) => [line.replace(/\\n/g, choice(dice, ['\n', '\n  ', '\n\n']))]),
  (dice, text) => onLine(dice, text, (line) => [line.replace(/ /g, (blank) => (dice() < 0.05 ? ': ' : blank))]),
  (_dice, text) => text.replaceAll('\n', '\r\n'),
]

function at(dice, text, edit) {
  if (text.length < 6) return text
  const [start, end, put] = edit(whole(dice, 4, text.length - 1))
  return text.slice(0, start) + put + text.slice(end)
}

function onLine(dice, text, edit) {
  const lines = text.split('\n')
  const i = whole(dice, 1, Math.max(1, lines.length - 1))
  lines.splice(i, 1, ...(lines[i] === undefined ? [] : edit(lines[i])))
  return lines.join('\n')
}
