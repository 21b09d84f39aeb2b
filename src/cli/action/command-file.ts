import { appendText } from '../../io/node-fs.ts'

/**
 * Values for later steps, in the form of the file that `GITHUB_OUTPUT` names. What ends a value is random, so that no value
 * can end itself and start another.
 */
export function outputsText(values: Readonly<Record<string, string | number>>): string {
  const end = `end-${crypto.randomUUID()}`
  return Object.entries(values)
    .map(([name, value]) => `${name}<<${end}\n${value}\n${end}\n`)
    .join('')
}

/** Appends to a file that the runner names, if it names one. Gives what went wrong, in words. */
export function appendTo(path: string | undefined, text: string): string | undefined {
  if (path === undefined || path === '') return undefined
  return appendText(path, text)?.why
}
