import {
  serviceRowsHref, serviceRowsParameters, shareRowsHref, shareRowsParameters, type ServiceRowsQuery, type ShareRowsQuery,
} from "@/lib/protocol/register-rows";

/** Where the other pages of a list are, and what its file is asked with. */
export function shareRowsLinks(query: ShareRowsQuery) {
  return { hrefOf: (page: number) => shareRowsHref({ ...query, page }), sheet: shareRowsParameters({ ...query, page: 0 }) };
}

export function serviceRowsLinks(query: ServiceRowsQuery) {
  return { hrefOf: (page: number) => serviceRowsHref({ ...query, page }), sheet: serviceRowsParameters({ ...query, page: 0 }) };
}
