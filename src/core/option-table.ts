import type { OptionSchema, OptionSchemas } from './rule-options.ts'

/** The options of a rule as a Markdown table, and how they are set. */
export function optionTable(id: string, options: OptionSchemas): string {
  const rows = Object.entries(options).map(
    ([name, option]) => `| \`${name}\` | ${kindOf(option)} | \`${shown(option.default)}\` | ${option.description} |`,
  )
  const [first = ''] = Object.keys(options)
  const example = `"${id}": ["on", { "${first}": ${shown(options[first]?.default)} }]`
  return `| option | takes | default | what it is |
| --- | --- | --- | --- |
${rows.join('\n')}

In the configuration: \`${example}\`; for \`on\` may stand a severity.
`
}

const shown = (value: unknown): string => JSON.stringify(value)

function kindOf(option: OptionSchema): string {
  switch (option.type) {
    case 'boolean':
      return '`true` or `false`'
    case 'integer':
      return `a number from ${option.minimum} to ${option.maximum}`
    case 'string':
      return option.enum.map((choice) => `\`${choice}\``).join(', ')
    case 'array':
      return option.items.format === 'glob' ? 'a list of patterns' : 'a list of texts'
  }
}
