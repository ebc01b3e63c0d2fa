import type { Basket, Baskets } from '#core/basket/index.ts';

/** What the parts of the page know of each other. */
export interface BasketPage {
  readonly root: HTMLElement;
  readonly file: string;
  /** The basket that is seen: that of the address, or the current one; undefined where there is none. */
  readonly seen: () => SeenBasket | undefined;
  readonly say: (text: string) => void;
  /** Changes what is kept, and says where it could not be. */
  readonly change: (change: (before: Baskets) => Baskets) => void;
  /** Like `change`, with a sentence of what was done and a way back. */
  readonly undoable: (said: string, change: (before: Baskets) => Baskets) => void;
}

export interface SeenBasket {
  readonly basket: Basket;
  /** It stands in the address, and is not kept here. */
  readonly isShared: boolean;
}
