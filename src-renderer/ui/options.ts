import type { Component } from 'vue'

/** Options of a SelectField; those with the same `group` stand together under its name, in the order they come. */
export interface SelectOption<Value extends string> { readonly value: Value; readonly label: string; readonly group?: string; readonly disabled?: boolean }

/** Choices of a SegmentedField. */
export interface Segment<Value extends string> { readonly value: Value; readonly label: string; readonly icon?: Component }

/** Tabs of a TabStrip, each with a slot of its value's name. */
export interface Tab<Value extends string> { readonly value: Value; readonly label: string; readonly count?: string }

/** Lines of a MenuButton. */
export interface MenuItem {
  readonly label: string
  readonly run: () => unknown
  readonly icon?: Component
  readonly keys?: string | undefined
  readonly danger?: boolean
  readonly disabled?: boolean
  /** A hairline above: what follows is of another kind. */
  readonly apart?: boolean
}
