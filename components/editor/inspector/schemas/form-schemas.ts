import { ELSEWHERE_TYPES } from './elsewhere-types'
import { EXECUTION_TYPES } from './execution-types'
import type { FormSchema } from './form-schema'
import { WORK_TYPES } from './work-types'

export const FORM_SCHEMAS: Readonly<Record<string, FormSchema>> = {
  ...EXECUTION_TYPES,
  ...WORK_TYPES,
  ...ELSEWHERE_TYPES,
}
