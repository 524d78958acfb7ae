import { describe, expect, it } from 'vitest'
import { dataPaths, type Surroundings } from '#main/platform/paths.ts'

const linux: Surroundings = { platform: 'linux', env: {}, home: '/home/ada', executable: '/opt/Kontor/kontor', args: [], exists: () => false }
const folder = (around: Partial<Surroundings>): string => dataPaths({ ...linux, ...around }).folder

describe('the data folder', () => {
  it('is where each system keeps the data of an application', () => {
    expect(folder({})).toBe('/home/ada/.local/share/kontor')
    expect(folder({ env: { XDG_DATA_HOME: '/data/ada' } })).toBe('/data/ada/kontor')
    expect(folder({ platform: 'darwin', home: '/Users/ada' })).toBe('/Users/ada/Library/Application Support/Kontor')
    expect(folder({ platform: 'win32', home: 'C:\\Users\\ada', env: { APPDATA: 'D:\\Roaming' } })).toBe('D:\\Roaming\\Kontor')
    expect(folder({ platform: 'win32', home: 'C:\\Users\\ada' })).toBe('C:\\Users\\ada\\AppData\\Roaming\\Kontor')
  })

  it('ignores a relative XDG folder, as the specification asks', () => {
    expect(folder({ env: { XDG_DATA_HOME: 'share' } })).toBe('/home/ada/.local/share/kontor')
  })

  it('is the one the user names: as an option first, then in the environment', () => {
    const env = { KONTOR_DATA_DIR: '/env' }
    expect(folder({ args: ['--data-dir=/stick/kontor'], env })).toBe('/stick/kontor')
    expect(folder({ args: ['.', '--data-dir', '/stick/kontor'], env })).toBe('/stick/kontor')
    expect(folder({ env })).toBe('/env')
    expect(folder({ args: ['--data-dir='], env: { KONTOR_DATA_DIR: '' } })).toBe('/home/ada/.local/share/kontor')
  })

  it('lies beside portable.txt, wherever the user put the app', () => {
    const at = (file: string) => ({ exists: (path: string) => path === file })
    expect(folder({ ...at('/opt/Kontor/portable.txt') })).toBe('/opt/Kontor/data')
    expect(folder({ ...at('/stick/portable.txt'), env: { APPIMAGE: '/stick/Kontor.AppImage' } })).toBe('/stick/data')
    expect(folder({ ...at('/Volumes/stick/portable.txt'), platform: 'darwin', executable: '/Volumes/stick/Kontor.app/Contents/MacOS/Kontor' })).toBe('/Volumes/stick/data')
    expect(folder({ ...at('E:\\Kontor\\portable.txt'), platform: 'win32', executable: 'E:\\Kontor\\Kontor.exe' })).toBe('E:\\Kontor\\data')
  })

  it('holds everything, so that moving it moves the app', () => {
    const { folder: whole, ...parts } = dataPaths({ ...linux, args: ['--data-dir=/d'] })
    expect(Object.values(parts).every((part) => part.startsWith(`${whole}/`))).toBe(true)
  })
})
