import { Skeleton, VisuallyHidden } from '@mantine/core';

/** The page's shape while it waits, with a sentence for those who hear it. */
export function PageSkeleton({ label }: { readonly label: string }) {
  return (
    <div className="shell" role="status" style={{ paddingBlock: '2.5rem', display: 'grid', gap: '1rem' }}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <Skeleton height={18} width="8rem" />
      <Skeleton height={46} width="min(24rem, 80%)" />
      <Skeleton height={18} width="min(34rem, 95%)" />
      <Skeleton height={120} mt="md" />
      <Skeleton height={260} />
      <Skeleton height={180} />
    </div>
  );
}
