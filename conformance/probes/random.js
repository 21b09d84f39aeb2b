import { chance, choice, generator, some, whole } from './dice.js'
import { fenced, withOddBreaks } from './random-fences.js'
import { toolText } from './random-tools.js'
import { blockText, flowValue, oddText, plainStarts, scalarWords } from './random-values.js'

const shown = (text) =>
  JSON.stringify(text)
    .replace(/[^\x20-\x7E]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .slice(0, 600)

/** `count` files that nobody thought of, the same ones for the same seed: `fields` are the host's, `tools` its names. */
export function randomProbes(seed, count, fields, tools) {
  const dice = generator(seed)
  return Array.from({ length: count }, (_, i) => {
    const text = file(dice, fields, tools)
    return [`random ${seed}.${i}: ${shown(text)}`, text]
  })
}

function file(dice, fields, tools) {
  const lines = frontmatter(dice, fields, tools)
  const text = fenced(dice, lines)
  return chance(dice, 0.06) ? withOddBreaks(dice, text) : text
}

function frontmatter(dice, fields, tools) {
  const isNameOdd = chance(dice, 0.2)
  const name = isNameOdd ? field(dice, 'name', nameValue(dice)) : 'name: {id}'
  const isDescriptionOdd = !isNameOdd || chance(dice, 0.1)
  const description = isDescriptionOdd ? field(dice, 'description', anyText(dice)) : 'description: {id} does one thing.'
  const more = some(dice, 3, () => moreLines(dice, fields, tools))
  const lines = chance(dice, 0.85) ? [name, description, ...more] : shuffled(dice, [name, description, ...more])
  if (chance(dice, 0.2)) lines.splice(whole(dice, 0, lines.length), 0, choice(dice, oddLines)(dice))
  if (chance(dice, 0.02)) lines.splice(whole(dice, 0, lines.length - 1), 1)
  return lines.join('\n')
}

const shuffled = (dice, items) => items.toSorted(() => dice() - 0.5)

const field = (dice, key, value) => {
  if (chance(dice, 0.93)) return `${key}:${value}`
  const wrong = [`"${key}":`, `'${key}':`, `${key} :`, `? ${key}\n:`, `${key}:\t`, ` ${key}:`, `${key.toUpperCase()}:`]
  return choice(dice, [...wrong, `!!str ${key}:`, `&k ${key}:`, `${key}:\n `]) + value
}

const nameValue = (dice) =>
  choice(dice, [
    () => ` ${oddText(dice, '{id}')}`,
    () => ` "${oddText(dice, '{id}').replaceAll('"', '\\"')}"`,
    () => ` '${oddText(dice, '{id}').replaceAll("'", "''")}'`,
    () => ` ${choice(dice, scalarWords)}`,
    () =>
      ` {id}${choice(dice, [' b', '.b', '/b', '_B', 'é', '🙂', ':b', ',b', "'s", '"', '-', '!', '@x', '#x', ' #x', '%', '+', '=b', '(b)', '[b]', '{b}', '~', '\u00A0b', '\\n', '\\\\', '|b', '>b', '*', '&b', '?'])}`,
    () =>
      ` ${choice(dice, ['A', '-', '_', '.', '/', ':', '!', '@', '~', 'É', '🙂', '1', '0x', '+', '=', '(', '<', '^', '$', ';'])}{id}`,
    () => anyValue(dice),
  ])()

const anyText = (dice) =>
  chance(dice, 0.75)
    ? choice(dice, [
        () => ` ${oddText(dice, '{id}')}`,
        () => ` ${choice(dice, plainStarts)}${oddText(dice, '{id}')}`,
        () => ` "${oddText(dice, '{id}')}"`,
        () => ` '${oddText(dice, '{id}')}'`,
        () => ` "${oddText(dice, '{id}')}\n${choice(dice, ['', ' ', '  ', '\t', '\n  '])}${oddText(dice, 'b')}"`,
        () => ` '${oddText(dice, '{id}')}\n${choice(dice, ['', ' ', '  ', '\t', '\n  '])}${oddText(dice, 'b')}'`,
        () =>
          ` ${oddText(dice, '{id}')}\n${choice(dice, [' ', '  ', '    ', '\t', ' \t', '\n  ', ''])}${oddText(dice, 'b')}`,
        () =>
          ` ${choice(dice, ['!!str', '!', '!t', '&a', '&a !!str', '!!str &a', '!!null', '!!binary'])} ${oddText(dice, '{id}')}`,
        () => ` ${blockText(dice, '{id}')}`,
        () => ` ${blockText(dice, '{id}')}`,
      ])()
    : anyValue(dice)

const anyValue = (dice) =>
  choice(dice, [
    () => ` ${choice(dice, scalarWords)}`,
    () => ` ${flowValue(dice, 2)}`,
    () => `\n${blockCollection(dice, whole(dice, 0, 4), 2)}`,
    () => ` ${blockText(dice, '{id}')}`,
    () => ` ${choice(dice, scalarWords)} # ${oddText(dice, 'c')}`,
  ])()

function blockCollection(dice, indent, depth) {
  const blanks = chance(dice, 0.03) ? '\t' : ' '.repeat(indent)
  const isList = chance(dice, 0.5)
  const items = some(dice, 3, () => {
    const start = isList
      ? choice(dice, ['- ', '- ', '- ', '-  ', '-', '-\t', '- - '])
      : `${choice(dice, keys)}:${choice(dice, [' ', ' ', ' ', '  ', '\t', ''])}`
    if (depth > 0 && chance(dice, 0.2))
      return `${blanks}${start.trimEnd()}\n${blockCollection(dice, indent + whole(dice, 0, 4), depth - 1)}`
    return (
      blanks +
      start +
      choice(dice, [() => choice(dice, scalarWords), () => oddText(dice, 'v'), () => flowValue(dice, 1), () => ''])()
    )
  })
  return items.length === 0 ? blanks : items.join('\n')
}

const keys = [
  'a',
  'b',
  'edit',
  'bash',
  '"*"',
  "'x y'",
  'a b',
  '1',
  'true',
  '~',
  '? a',
  '*x',
  '&y a',
  '!!str a',
  '<<',
  'a.b',
  'ключ',
  '-a',
  'type',
  'command',
  'Read',
  'x:y',
  '',
]

function moreLines(dice, fields, tools) {
  const key = chance(dice, 0.75)
    ? choice(dice, fields)
    : choice(dice, [
        'tools',
        'model',
        'color',
        'version',
        'tags',
        'metadata',
        'author',
        'mode',
        'temperature',
        'permission',
        'allowed-tools',
        'skills',
        'argument-hint',
        'category',
        'priority',
        'x-y',
        'hooks',
        'target',
      ])
  if (/tools/i.test(key) && chance(dice, 0.6)) return `${key}:${toolText(dice, tools)}`
  if (key === 'name' || key === 'description') return `x-${key}:${anyText(dice)}`
  return field(dice, key, chance(dice, 0.5) ? ` ${choice(dice, scalarWords)}` : anyText(dice).replaceAll('{id}', 'x'))
}

const oddLines = [
  (dice) => `# ${oddText(dice, 'c')}`,
  (dice) => ` # ${oddText(dice, 'c')}`,
  () => '',
  () => '   ',
  () => '\t',
  () => '\t# c',
  (dice) => oddText(dice, 'text'),
  (dice) => `  ${oddText(dice, 'text')}`,
  (dice) => `- ${oddText(dice, 'text')}`,
  (dice) => `* ${oddText(dice, 'text')}`,
  (dice) => `<example>${oddText(dice, 'text')}</example>`,
  (dice) => `user: ${oddText(dice, 'text')}`,
  () => '...',
  () => ' ...',
  () => '... # c',
  () => '--- ',
  () => ' ---',
  () => '----',
  () => '--- # c',
  () => '--',
  () => '%YAML 1.2',
  () => '%TAG ! x',
  () => '<<: {a: b}',
  () => '<<: *a',
  () => 'base: &a {description: {id} merged}',
  () => 'base: &a\n  description: {id} merged\n<<: *a',
  () => '<<: [{a: b}, {c: d}]',
  () => 'name: {id}',
  () => 'description: {id} again',
  () => 'Name: {id}',
  () => '1: a',
  () => '1.5: a',
  () => '~: a',
  () => 'null: a',
  () => ': a',
  () => '? a',
  () => '? [a]\n: b',
  () => '? {a: b}\n: c',
  () => '[a]: b',
  () => '{a: b}: c',
  () => '*a : b',
  () => '&z y: b',
  () => 'a: *b',
  () => 'a: &b',
  () => 'a: &b c\nd: *b',
  () => '"a',
  () => "'a",
  () => '}',
  () => ']',
  () => '---x',
  () => 'key',
  () => 'key:',
  () => 'key::',
  () => 'a: b: c',
  () => 'a: - b',
  () => '@a: b',
  () => '`a`: b',
  () => '!a b: c',
  () => '|',
  () => '__proto__: x',
  () => 'constructor: x',
  () => `${'k'.repeat(1030)}: v`,
  () => `"${'k'.repeat(1030)}": v`,
]
