import type { Report } from '../core/report.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, withSlashes } from '../io/paths.ts'
import { writeOwnFile } from '../io/write-own-file.ts'
import { safeText } from '../reporters/safe-text.ts'
import type { Environment } from './environment.ts'
import type { OutputFile } from './outputs.ts'
import { renderReport, type ShownFlags } from './print-report.ts'

/** Writes each report to its file, without colour. Says what could not be written; false then. */
export async function writeOutputs(
  environment: Environment,
  fs: FileSystem,
  report: Report,
  outputs: readonly OutputFile[],
  flags: ShownFlags,
): Promise<boolean> {
  let isWritten = true
  for (const { format, path } of outputs) {
    const text = await renderReport(environment, fs, report, format, false, flags)
    const failure = writeOwnFile(absolutePath(fs.cwd, withSlashes(path)), text)
    if (failure === undefined) continue
    isWritten = false
    environment.stderr.write(`agent-lint: ${safeText(path)} could not be written: ${safeText(failure.why)}\n`)
  }
  return isWritten
}
