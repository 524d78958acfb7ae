import { assert } from '#shared/result.ts'
import '#renderer/ui/tokens.css'
import '#renderer/ui/base.css'
import '#renderer/ui/field.css'
import '#renderer/ui/table.css'
import { startWindow } from './window.ts'

const root = document.querySelector('#app')
assert(root, 'index.html has a place for the window')
startWindow(root)
