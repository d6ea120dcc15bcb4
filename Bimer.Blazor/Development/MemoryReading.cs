namespace Bimer.Blazor.Development;

/// <summary>What the process holds now, in bytes: <c>/gelistirme/bellek</c>, for whoever counts what an open page costs.</summary>
/// <param name="Heap">The managed heap.</param>
/// <param name="Rss">Everything the process keeps in memory.</param>
/// <param name="Screens">The open screens it keeps it for.</param>
public sealed record MemoryReading(long Heap, long Rss, int Screens)
{
    /// <param name="screens">The screens that are open now.</param>
    /// <param name="collect">First everything nobody holds any more is taken away, what only finalizers held included.</param>
    public static MemoryReading Take(int screens, bool collect)
    {
        for (var round = 0; collect && round < 2; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return new MemoryReading(GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet, screens);
    }
}
