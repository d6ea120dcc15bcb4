using System.Collections.Concurrent;
using Bimer.Blazor.Facts.Demo;

namespace Bimer.Tests.Facts;

/// <summary>Each story is told once for all tests that listen.</summary>
internal static class ToldStories
{
    private static readonly ConcurrentDictionary<(int, DateOnly, int), IReadOnlyList<DemoPetition>> Told = [];

    public static IReadOnlyList<DemoPetition> Of(int seed, DateOnly today, int count) =>
        Told.GetOrAdd((seed, today, count), static key => [.. DemoStory.Petitions(key.Item1, key.Item2, key.Item3)]);
}
