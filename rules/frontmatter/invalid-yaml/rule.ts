import {
  type AgentView,
  documentRule,
  type Fix,
  quote,
  replaceAt,
  type Severity,
  safeFix,
  slice,
  unsafeFix,
  whatOthersDo,
  type YamlProblem,
  type YamlRepair,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'invalid-yaml',
    category: 'frontmatter',
    summary: 'The frontmatter is not valid YAML.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'both',
    messages: {
      'unquoted-colon': {
        says: 'the unquoted `: `{{where|plain}} makes the frontmatter invalid YAML: {{outcome|plain}}',
        help: 'put the whole value in quotes, or write it as a block: `description: |` and the text indented below',
      },
      'unindented-line': {
        says: 'this line{{where|plain}} is neither a `key:` nor indented, so the frontmatter is not valid YAML: {{outcome|plain}}',
        help: 'write the value as a block: `description: |` and every line of the text indented below it',
      },
      'reserved-character': {
        says: '{{character}} cannot start a value unless it is quoted, so the frontmatter is not valid YAML: {{outcome|plain}}',
        help: 'put the whole value in quotes',
      },
      'text-after-quote': {
        says: 'text follows the closing quote{{where|plain}}, so the frontmatter is not valid YAML: {{outcome|plain}}',
        help: 'quote the whole value, with the quotes inside it doubled or escaped',
      },
      'unclosed-quote': {
        says: 'a quote is opened{{where|plain}} and never closed, so the frontmatter is not valid YAML: {{outcome|plain}}',
        help: 'close the quote',
      },
      'unclosed-bracket': {
        says: 'a bracket is opened{{where|plain}} and never closed, so the frontmatter is not valid YAML: {{outcome|plain}}',
        help: 'close the bracket, or quote the value if it is meant as text',
      },
      'tab-indentation': {
        says: 'a tab is used for indentation, so the frontmatter is not valid YAML: {{outcome|plain}}',
        help: 'indent with blanks',
      },
      'not-a-mapping': {
        says: 'the frontmatter is not a list of `key: value` lines: {{outcome|plain}}',
        help: 'write `name: …` and `description: …`, one a line',
      },
      limit: {
        says: 'the frontmatter is not read as YAML ({{detail}}): only its top-level keys are checked, line by line',
        help: 'make it smaller; real frontmatter is a few kilobytes and a few levels deep',
      },
      'not-toml': {
        says: 'the file is not valid TOML ({{detail}}): {{outcome|plain}}',
        help: 'mend this place; a text over several lines stands between three quotes: `key = """…"""`',
      },
      other: {
        says: 'the frontmatter is not valid YAML ({{detail}}): {{outcome|plain}}',
        help: 'put values with special characters in quotes',
      },
    },
  },
  check(agent, report) {
    const problem = agent.document.frontmatter.problems[0]
    if (problem === undefined) return
    const where = problem.key === undefined ? '' : ` in the value of ${quote(problem.key)}`
    const character = slice(agent.document.source.text, problem.span)
    const data = { where, character, detail: problem.detail, outcome: outcome(agent) }
    const identity = [problem.key ?? '']
    report(messageFor(problem), {
      at: problem.span,
      data,
      severity: severity(agent),
      identity,
      fixes: fixes(agent),
    })
  },
})

/** Safe where the host arrives at the same values then as now, and every other one can read them too. */
function fixes({ document, yamlRepair, host }: AgentView): Fix[] {
  if (yamlRepair === undefined) return []
  const { path } = document.source
  const { keys, how, replacements, keepsValues } = yamlRepair
  const edits = replacements.map(({ span, text }) => replaceAt(path, span, text))
  const title = titles[how](keys.length === 0 ? '' : ` ${keys.length === 1 ? 'value' : 'values'} of ${quote(keys)}`)
  return [keepsValues ? safeFix(`${title}, as ${host.name} reads it`, edits) : unsafeFix(title, edits)]
}

const titles: Readonly<Record<YamlRepair['how'], (values: string) => string>> = {
  quotes: (values) => `put the${values} in quotes`,
  blanks: () => 'indent with blanks instead of tabs',
  block: (values) => `write the${values} as a block`,
  bracket: (values) => `close the bracket in the${values}`,
}

function messageFor({ kind }: YamlProblem) {
  return kind === 'too-deep' || kind === 'too-large' || kind === 'too-many-aliases' ? 'limit' : kind
}

const severity = ({ verdict }: AgentView): Severity => (verdict.loads ? 'warning' : 'error')

/** What the folder's own host does, and which of its other readers refuse the file for this. */
function outcome(agent: AgentView): string {
  const own = `${agent.host.name} ${ownOutcome(agent)}`
  const refusing = agent
    .readers()
    .filter(({ host, state }) => state === 'salvaged' && host.document.unreadableFrontmatter === 'refused')
  return own + whatOthersDo(refusing, ['refuses the file', 'refuse the file'])
}

const passedOver = 'loads the agent as if it had no frontmatter, which becomes a part of the prompt'

function ownOutcome({ document, verdict, host }: AgentView): string {
  if (document.frontmatter.isPassedOver === true) return passedOver
  if (document.frontmatter.state === 'recovered' && host.document.recovery !== 'quote-lines') {
    return verdict.loads ? 'reads it in a way of its own and loads the agent' : 'does not load this agent'
  }
  if (document.frontmatter.state === 'recovered') {
    return verdict.loads ? 'mends the line and loads the agent' : `mends the line, and still does not load the agent`
  }
  return verdict.loads ? 'reads what it can, line by line' : 'does not load this agent'
}
