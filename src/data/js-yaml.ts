import type { PlainParser } from './plain-parser.ts'

let loading: Promise<PlainParser> | undefined

/** Loads js-yaml 4, once, for hosts that read with it. It builds nothing but plain values, dates and bytes. */
export function loadJsYaml(): Promise<PlainParser> {
  loading ??= import('js-yaml').then(
    ({ default: library }) =>
      (text) =>
        library.load(text),
  )
  return loading
}
