import { z } from 'zod';

/** Who writes, who looks at what was written, who puts it on the site. */
export const deskRoles = ['drafter', 'reviewer', 'publisher'] as const;
export type DeskRole = (typeof deskRoles)[number];

/** The name by which a proxy knows somebody: no spaces, no signs that set names apart in a header. */
export const userName = z
  .string()
  .trim()
  .regex(/^[^\s,;"\p{Cc}]{1,100}$/u, {
    error:
      '写登录名，不含空格、逗号、分号、引号｜a name to sign in with, without spaces, commas, semicolons and quotes',
  });

const person = z.strictObject({
  user: userName,
  /** As colleagues know the person; `user` where it is not said. */
  name: z.string().trim().min(1).max(100).optional(),
  roles: z.array(z.enum(deskRoles)).min(1).max(3),
});

/** `desk.yaml`: who may do what at a desk on a shared server. See docs/desk.md. */
export const deskFile = z
  .strictObject({
    /** Whether what is published has to be approved by somebody else before. */
    secondPerson: z.boolean().default(false),
    people: z.array(person).max(2000).default([]),
  })
  .superRefine(({ secondPerson, people }, context) => {
    const seen = new Set<string>();
    for (const [at, { user }] of people.entries()) {
      if (seen.has(user)) {
        context.addIssue({
          code: 'custom',
          path: ['people', at, 'user'],
          message: `${user} 写了两次｜${user} is there twice`,
        });
      }
      seen.add(user);
    }
    const has = (role: DeskRole): readonly string[] =>
      people.filter(({ roles }) => roles.includes(role)).map(({ user }) => user);
    const publishers = has('publisher');
    const canApprove = has('reviewer').some((user) => publishers.some((other) => other !== user));
    if (secondPerson && !canApprove) {
      context.addIssue({
        code: 'custom',
        path: ['secondPerson'],
        message:
          '没有两个人可以一个审、一个公布，什么也公布不了｜no two people can approve and publish: nothing could be published',
      });
    }
  });

export type DeskFile = z.infer<typeof deskFile>;
export type DeskPerson = DeskFile['people'][number];
