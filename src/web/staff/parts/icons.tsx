/** Drawn here, in the weight of Fluent's icons: three shapes do not need an icon package. Always beside words. */
const Icon = ({ path }: { path: string }) => (
  <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path d={path} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" strokeLinecap="round" />
  </svg>
)

export const AlertsIcon = () => (
  <Icon path="M10 2.7c-3 0-5 2.200-5 5v3.200L3.600 14h12.800L15 10.900V7.700c0-2.800-2-5-5-5zM8 14.300c.2 1.200 1 2 2 2s1.800-.8 2-2" />
)

export const CaseloadIcon = () => (
  <Icon path="M7.500 9.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400zM2.700 16c.2-2.600 2.200-4.300 4.800-4.300s4.600 1.700 4.800 4.300zM13 9.300a2.200 2.200 0 1 0-.9-4.200M14.200 15.900h3.100c-.1-2.300-1.500-3.700-3.600-3.900" />
)

export const RotaIcon = () => (
  <Icon path="M3.500 5.500a1.500 1.500 0 0 1 1.500-1.500h10a1.500 1.500 0 0 1 1.500 1.500v10a1.500 1.500 0 0 1-1.500 1.500h-10a1.500 1.500 0 0 1-1.500-1.500zM3.500 8h13M7 2.500v3M13 2.500v3M10 10.300v2.400l1.600 1.100" />
)

export const ReportIcon = () => (
  <Icon path="M4 16.500V9.500M8 16.500V4.500M12 16.500V7.500M16 16.500V11.500M2.500 16.500h15" />
)
