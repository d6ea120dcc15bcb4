using System.Collections.Concurrent;

namespace Bimer.Tests.Given;

/// <summary>Runs of signs in which nothing was found, so that what a thousand pages have in common is decoded once.</summary>
internal sealed class CleanRuns
{
    private readonly ConcurrentDictionary<(int How, string Run), byte> _clean = new();

    /// <param name="how">How deep it is decoded, and by which alphabet.</param>
    /// <param name="run">The signs.</param>
    /// <param name="smell">What is found in them; asked until it once was nothing.</param>
    public int Once(int how, string run, Func<string, int> smell)
    {
        if (_clean.ContainsKey((how, run))) return 0;
        var found = smell(run);
        if (found == 0) _clean.TryAdd((how, run), 0);
        return found;
    }
}
