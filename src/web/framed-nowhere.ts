/** What keeps a page out of the frames of any other, so that nobody is made to press its buttons unseen. */
export function framedNowhere(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const policy = headers['content-security-policy'];
  return {
    'x-frame-options': 'DENY',
    ...(policy && {
      'content-security-policy': policy.replace("frame-ancestors 'self'", "frame-ancestors 'none'"),
    }),
  };
}
