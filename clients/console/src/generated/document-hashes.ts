/** The hash under which each operation is registered, as schema/documents/console.json says. */
export const documentHashes: Readonly<Record<string, string>> = {
  Companies: '40293666fe8e3e299b08b306db949dea51ec38b0b094517bb34890193ae5c169',
  ExportQuestion: '7de8e2d5cf1ddf9b347206753102117f54ede354f5dcb6920d1d0926fd5b4b3e',
  MorePositions: 'b348168ab7ec12a54c30deb9a68b308be377194d224f9982bf242d4512dc7833',
  MoreReviews: 'bf9d353eb76aaf40c4048f57189fd226301aab798169c0672fc0cf88042b9b12',
  WhereTheNetworkIs: 'f54fc0ed880adf6be26f334a743a7535ad352f9bbf637b909c10755470757d71',
};
