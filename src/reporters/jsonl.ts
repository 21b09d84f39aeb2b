import type { Reporter } from '../core/report.ts'
import { diagnosticJson } from './json.ts'
import { jsonText } from './json-text.ts'
import { listAll } from './listed.ts'
import { lineFinder } from './position.ts'

/**
 * One JSON object a line and a finding, each as `$defs/diagnostic` of `schemas/report.schema.json` describes it; nothing
 * where nothing was found; silenced ones say so. What a person asked to see or hide does not change it.
 */
export const jsonl: Reporter = (report) => {
  const findLines = lineFinder(report)
  return listAll(report)
    .map((diagnostic) => `${jsonText(diagnosticJson(diagnostic, findLines))}\n`)
    .join('')
}
