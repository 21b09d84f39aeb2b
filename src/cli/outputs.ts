import { nearest } from '../core/nearest.ts'
import { normalise, withSlashes } from '../io/paths.ts'
import { type FormatName, formatNames } from '../reporters/index.ts'
import { UsageError } from './environment.ts'

/** A report that goes to a file. */
export interface OutputFile {
  readonly format: FormatName
  readonly path: string
}

/** Adds `format=file` to the outputs named before; throws a usage error for what cannot be meant. */
export function addOutput(text: string, before: readonly OutputFile[] = []): OutputFile[] {
  const sign = text.indexOf('=')
  const format = formatNames.find((name) => name === text.slice(0, sign))
  const path = text.slice(sign + 1)
  if (sign <= 0 || path === '') {
    throw new UsageError(`--output takes a format and a file, not ${text}`, 'such as --output sarif=report.sarif')
  }
  if (format === undefined) throw unknownFormat(text.slice(0, sign))
  if (path === '-') throw new UsageError('--output writes files', `--format ${format} prints to standard output`)
  if (before.some((output) => normalise(withSlashes(output.path)) === normalise(withSlashes(path)))) {
    throw new UsageError(`two reports are to go to ${path}`, 'give each a file of its own')
  }
  return [...before, { format, path }]
}

function unknownFormat(name: string): UsageError {
  const near = nearest(name, formatNames)
  const help = near === undefined ? `the formats are ${formatNames.join(', ')}` : `did you mean ${near}?`
  return new UsageError(`there is no format called ${name}`, help)
}
