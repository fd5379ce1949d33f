export function campaignHref(id: string): string {
  return `/desk/campaigns?campaign=${id}`;
}

export function campaignEditHref(id?: string): string {
  return id ? `/desk/campaigns/edit?campaign=${id}` : "/desk/campaigns/edit";
}
