import type { Component, ComputedRef, InjectionKey } from 'vue'
import type { Router, RouteRecordRaw } from 'vue-router'
import type { Command } from './commands.ts'
import type { MessageKey } from './text.ts'

/** A line of the sidebar. `order` counts in tens, so that a later feature fits between. */
export interface NavEntry {
  readonly title: MessageKey
  readonly icon: Component
  readonly to: string
  readonly order: number
  /** How many things there wait for a person. Called once in the sidebar's setup, so stores may be used. */
  readonly waiting?: () => ComputedRef<number>
}

/** A page of the settings; it is reached as /settings/<name>. */
export interface SettingsPage { readonly name: string; readonly title: MessageKey; readonly icon: Component; readonly order: number; readonly page: Component }

/**
 * What an area of the window brings along. It is written in `features/<area>/feature.ts` and listed in `app/features.ts`:
 * the shell, the palette, the shortcuts and the settings take the rest from here.
 * Paths are lower-case letters, digits and hyphens: the last one is kept in the preferences.
 */
export interface Feature {
  readonly routes?: readonly RouteRecordRaw[]
  readonly nav?: readonly NavEntry[]
  readonly settings?: readonly SettingsPage[]
  /** Called once inside the open window's setup, so stores may be used. */
  readonly commands?: (router: Router) => readonly Command[]
  /** Lies over every page for as long as the ledger is open: sheets that any page may call up. */
  readonly overlay?: Component
  /** Takes files dropped anywhere on the window or chosen on the last step of the first run. */
  readonly receiveFiles?: (files: readonly File[], router: Router) => void
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Names the page for the window title and for screen readers. */
    readonly title?: MessageKey
    /** The page looks at a period: the top bar shows the picker. Lists and reports remember theirs apart. */
    readonly period?: 'lists' | 'reports'
  }
}

/** Hands files to the feature that receives them; the shell provides it. */
export const RECEIVE_FILES: InjectionKey<(files: readonly File[]) => void> = Symbol('receive files')
/** The features in the house, for the pages that list what they bring (settings). */
export const FEATURES: InjectionKey<readonly Feature[]> = Symbol('features')
