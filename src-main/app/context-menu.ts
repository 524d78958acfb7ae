import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Language } from '#shared/preferences.ts'
import { textsIn, type TextKey } from './texts.ts'

type Clicked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>

/** What a right click offers: the text actions that would work just there. Nothing where there is no text to act on. */
export function contextMenuTemplate({ isEditable, selectionText, editFlags }: Clicked, language: Language): MenuItemConstructorOptions[] {
  const item = (role: NonNullable<MenuItemConstructorOptions['role']>, label: TextKey, enabled: boolean): MenuItemConstructorOptions => ({ role, label: textsIn(language)[label], enabled })
  const copy = item('copy', 'copy', editFlags.canCopy)
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    item('undo', 'undo', editFlags.canUndo), item('redo', 'redo', editFlags.canRedo), { type: 'separator' },
    item('cut', 'cut', editFlags.canCut), copy, item('paste', 'paste', editFlags.canPaste), item('delete', 'remove', editFlags.canDelete), { type: 'separator' },
    item('selectAll', 'selectAll', editFlags.canSelectAll),
  ]
}
