import { nearest } from '../core/nearest.ts'

/** How the command line's parser says that a value is none of those it takes, of an option or of an argument. */
const refusal = /'([^']*)' is invalid[^.]*\. Allowed choices are ([^.]*)\./

/** The choice that was meant, as a line of its own; empty where the text says something else or nothing is near. */
export function choiceHint(text: string): string {
  const [, typed = '', choices = ''] = refusal.exec(text) ?? []
  const near = nearest(typed, choices.split(', '))
  return near === undefined ? '' : `(Did you mean ${near}?)\n`
}
