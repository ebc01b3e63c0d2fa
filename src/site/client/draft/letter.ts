import { commentFormat, commentLimits } from '#core/comments/format.ts';
import type { CommentLetter, WrittenComment } from '#core/comments/format.ts';
import { keep, readKept } from '../kept.ts';
import type { KeepFault } from '../kept.ts';

/** A comment with the number by which the page knows it. */
export interface OwnComment extends WrittenComment {
  readonly key: number;
}

/** Who comments. */
export type Sender = Pick<
  CommentLetter,
  'organisation' | 'name' | 'contact' | 'publishOrganisation'
>;

/** What a reader has written about one draft, kept in this browser as it is written. */
export interface OwnLetter {
  readonly comments: () => readonly OwnComment[];
  readonly sender: () => Sender;
  /** Keeps a comment, a new one where it has no key; false where there is no room for another. */
  readonly put: (comment: WrittenComment & { readonly key?: number | undefined }) => boolean;
  readonly remove: (key: number) => void;
  readonly setSender: (sender: Sender) => void;
  readonly clear: () => void;
  /** All of it as it is sent. */
  readonly write: (made: string) => CommentLetter;
  readonly fault: () => KeepFault | undefined;
}

const nobody: Sender = { publishOrganisation: false };
const text = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.slice(0, most) : '';

/** Returns what was written about a draft before, and what will be; what is kept and cannot be read is left out. */
export function openLetter(project: string, title: string): OwnLetter {
  const key = `biaolian.comments.${project}`;
  const kept = readKept(key);
  let fault = kept.fault;
  let { comments, sender } = readState(kept.text);
  let last = comments.length;
  const save = (): void => {
    fault = keep(key, JSON.stringify({ version: 1, comments, sender }));
  };
  return {
    comments: () => comments,
    sender: () => sender,
    put: ({ key: own, ...comment }) => {
      if (own === undefined) {
        if (comments.length >= commentLimits.comments) return false;
        comments = [...comments, { ...comment, key: (last += 1) }];
      } else
        comments = comments.map((each) => (each.key === own ? { ...comment, key: own } : each));
      save();
      return true;
    },
    remove: (own) => {
      comments = comments.filter((each) => each.key !== own);
      save();
    },
    setSender: (next) => {
      sender = next;
      save();
    },
    clear: () => {
      comments = [];
      sender = nobody;
      save();
    },
    write: (made) => ({
      format: commentFormat,
      version: 1,
      project,
      title,
      made,
      ...sender,
      comments: comments.map(({ key: _key, ...comment }) => comment),
    }),
    fault: () => fault,
  };
}

function readState(kept: string | null): {
  readonly comments: readonly OwnComment[];
  readonly sender: Sender;
} {
  try {
    const { comments, sender } = JSON.parse(kept ?? '') as {
      readonly comments: readonly Readonly<Record<string, unknown>>[];
      readonly sender: Readonly<Record<string, unknown>>;
    };
    const { text: long, short } = commentLimits;
    return {
      comments: comments.slice(0, commentLimits.comments).map((each, at) => {
        const anchor = text(each['anchor'], short);
        const reason = text(each['reason'], long);
        return {
          key: at + 1,
          clause: text(each['clause'], short),
          ...(anchor && { anchor }),
          comment: text(each['comment'], long),
          ...(reason && { reason }),
        };
      }),
      sender: {
        ...(text(sender['organisation'], short) && {
          organisation: text(sender['organisation'], short),
        }),
        ...(text(sender['name'], short) && { name: text(sender['name'], short) }),
        ...(text(sender['contact'], short) && { contact: text(sender['contact'], short) }),
        publishOrganisation: sender['publishOrganisation'] === true,
      },
    };
  } catch {
    return { comments: [], sender: nobody };
  }
}
