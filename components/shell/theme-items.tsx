'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { MenuCheckItem, MenuLabel } from '@/components/ui/menu'

const THEMES = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'Same as the system', icon: Monitor },
] as const

export function ThemeItems() {
  const { theme, setTheme } = useTheme()
  return (
    <>
      <MenuLabel>Theme</MenuLabel>
      {THEMES.map(({ value, label, icon: Icon }) => (
        <MenuCheckItem key={value} checked={theme === value} onCheckedChange={() => setTheme(value)}>
          <Icon strokeWidth={1.5} aria-hidden />
          {label}
        </MenuCheckItem>
      ))}
    </>
  )
}
