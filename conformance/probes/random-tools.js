import { choice, some } from './dice.js'
import { oddText } from './random-values.js'

/** A list of tools in one of the forms that people write them in, or nearly. */
export const toolText = (dice, tools) => {
  const one = () =>
    choice(dice, [
      choice(dice, tools),
      choice(dice, tools),
      'Read',
      'read_file',
      'NoSuch',
      'mcp__s__t',
      's/t',
      'Bash(git *)',
      'Bash(ls:*)',
      '*',
      '"*"',
      '',
      'true',
      '1',
      '{a: b}',
    ])
  const items = some(dice, 4, one)
  return choice(dice, [
    () => ` ${items.join(', ')}`,
    () => ` ${items.join(',')}`,
    () => ` [${items.join(', ')}]`,
    () => ` ["${items.join('", "')}"]`,
    () => `\n${items.map((item) => `  - ${item}`).join('\n')}`,
    () => `\n${items.map((item) => `- ${item}`).join('\n')}`,
    () =>
      `\n${items.map((item) => `  ${item}: ${choice(dice, ['true', 'false', 'yes', '1', '~', '"true"', ''])}`).join('\n')}`,
    () => ` [${items.join(',\n  ')}\n]`,
    () => ` ${items.join(', ')} # ${oddText(dice, 'c')}`,
    () => ` "${items.join(', ')}"`,
  ])()
}
