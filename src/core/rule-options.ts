/**
 * The options of a rule: a subset of JSON Schema in which every option has a default and a sentence that says what it
 * is. The order of the keys is the order in which they are shown.
 */
export type OptionSchemas = Readonly<Record<string, OptionSchema>>

export type OptionSchema = FlagOption | NumberOption | ChoiceOption | ListOption

interface Described {
  /** One sentence, as it follows the option's name. */
  readonly description: string
}

export interface FlagOption extends Described {
  readonly type: 'boolean'
  readonly default: boolean
}

export interface NumberOption extends Described {
  readonly type: 'integer'
  readonly minimum: number
  readonly maximum: number
  readonly default: number
}

export interface ChoiceOption extends Described {
  readonly type: 'string'
  readonly enum: readonly string[]
  readonly default: string
}

/** A list of texts, none of them empty; with `glob` they are patterns of paths in the project's dialect. */
export interface ListOption extends Described {
  readonly type: 'array'
  readonly items: { readonly type: 'string'; readonly minLength: 1; readonly format?: 'glob' }
  readonly default: readonly string[]
}

export type OptionValue = boolean | number | string | readonly string[]

/** The values that a rule gets: every option filled in. */
export type OptionValues<Schemas extends OptionSchemas = OptionSchemas> = {
  readonly [Key in keyof Schemas]: ValueOf<Schemas[Key]>
}

type ValueOf<Schema> = Schema extends FlagOption
  ? boolean
  : Schema extends NumberOption
    ? number
    : Schema extends { readonly enum: readonly (infer Choice)[] }
      ? Choice
      : Schema extends ListOption
        ? readonly string[]
        : OptionValue

/** What holds where nobody says otherwise. */
export const defaultOptions = (schemas: OptionSchemas): OptionValues =>
  Object.fromEntries(Object.entries(schemas).map(([name, option]) => [name, option.default]))
