import type { LocalDateTime } from '../shared/calendarDay.ts'

/** 21:00 to 06:00 in England: nothing new is begun, sorted or asked then (brief 1b, night rule; 4.5). */
export const isNight = (now: LocalDateTime): boolean => now.slice(11) >= '21:00' || now.slice(11) < '06:00'
