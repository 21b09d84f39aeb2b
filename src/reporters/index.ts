import type { Reporter } from '../core/report.ts'
import type { RuleDescription } from '../core/rule-description.ts'
import { createPretty } from './pretty.ts'
import { loadStyle } from './style.ts'

/** What `--format` takes, the default first. */
export const formatNames = [
  'pretty',
  'compact',
  'agent',
  'markdown',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
] as const

export type FormatName = (typeof formatNames)[number]

/** Gives the rules with their pages, for formats that explain them. */
export type DescribeRules = () => Promise<readonly RuleDescription[]>

/** Makes a reporter; `color` as in the options that it is called with. */
type MakeReporter = (color: boolean, describeRules: DescribeRules) => Promise<Reporter>

/** Most formats need no more than what they are called with. */
type Makers = Readonly<
  Record<Exclude<FormatName, 'sarif'>, (color: boolean) => Promise<Reporter>> & Record<'sarif', MakeReporter>
>

/** Makes the reporter of each format. What is not asked for is not loaded. */
export const reporters: Makers = {
  pretty: async (color) => createPretty(await loadStyle(color)),
  compact: async () => (await import('./compact.ts')).compact,
  agent: async () => (await import('./agent.ts')).agent,
  markdown: async () => (await import('./markdown.ts')).markdown,
  json: async () => (await import('./json.ts')).json,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  sarif: async (_, describeRules) => (await import('./sarif.ts')).createSarif(await describeRules()),
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
}

/** The reporter of a format that was named at run time. */
export const makeReporter = (format: FormatName, color: boolean, describeRules: DescribeRules): Promise<Reporter> => {
  const make: MakeReporter = reporters[format]
  return make(color, describeRules)
}

/** Formats that a program reads: there, nothing found is a report as well, and not nothing. */
export const isForMachines = (format: FormatName): boolean =>
  !['pretty', 'compact', 'agent', 'markdown', 'github'].includes(format)
