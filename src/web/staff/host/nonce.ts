/**
 * The nonce under which this page may add style elements, as the server filled it into `<meta name="csp-nonce">`.
 * Undefined when the page is served without one (a plain file server in development).
 */
export function pageNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  return nonce && !nonce.includes('{') ? nonce : undefined
}
